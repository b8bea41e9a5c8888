import { gfm } from "micromark-extension-gfm";

type Extension = ReturnType<typeof gfm>;
type Constructs = NonNullable<NonNullable<Extension["text"]>[string]>;
type Construct = Exclude<Constructs, readonly unknown[]>;
type Tokenize = Construct["tokenize"];
type State = ReturnType<Tokenize>;
type Code = Parameters<State>[0];

const characterOf = (code: Code): string =>
  code === null || code < 0 ? "\n" : String.fromCharCode(code).toLowerCase();

/** What every address of a kind begins with, by the name that the extension gives the kind: characters, and the one that ends them. */
const beginnings: ReadonlyMap<string, readonly [inside: RegExp, end: string, longest: number]> = new Map([
  ["emailAutolink", [/[\w.+-]/, "@", Number.POSITIVE_INFINITY]],
  ["protocolAutolink", [/[htps]/, ":", "https".length]],
  ["wwwAutolink", [/w/, ".", "www".length]],
]);

/** A construct that is tried only where an address of its kind may begin. */
function whereItMayBegin(construct: Construct): Construct {
  const [inside, end, longest] = beginnings.get(construct.name ?? "") ?? [];
  if (inside === undefined || longest === undefined) return construct;
  const tokenizeBeginning: Tokenize = (effects, ok, nok) => {
    let length = 0;
    const go: State = (code) => {
      const character = characterOf(code);
      if (character === end && length > 0) return ok(code);
      if (length === longest || !inside.test(character)) return nok(code);
      length += 1;
      effects.consume(code);
      return go;
    };
    return (code) => {
      effects.enter("data");
      return go(code);
    };
  };
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const whole = construct.tokenize.call(this, effects, ok, nok);
      const begins = effects.check({ tokenize: tokenizeBeginning, partial: true }, whole, nok);
      // Other constructs part words, and amid one no address begins.
      return (code) => (construct.previous?.call(this, this.previous) === false ? nok(code) : begins(code));
    },
  };
}

/**
 * GitHub's extensions of Markdown. For each word its addresses look for an open bracket in all that stands before; here they
 * do so for each word that begins as addresses do.
 */
export function gfmWithPlainAddresses(): Extension {
  const extension = gfm();
  const text = Object.entries(extension.text ?? {}).map(([code, constructs = []]): [string, Constructs] => [
    code,
    Array.isArray(constructs) ? constructs.map(whereItMayBegin) : whereItMayBegin(constructs),
  ]);
  return { ...extension, text: Object.fromEntries(text) };
}
