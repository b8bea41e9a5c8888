import type { Range } from "../model/index.ts";
import { type BlockPart, isProse } from "./parts.ts";
import type { SentenceTokens } from "./passage-tokens.ts";
import { isPreamble } from "./says-nothing.ts";

/** Code that shows how what is said before it is done. */
export interface Way extends Range {
  readonly sentences: readonly SentenceTokens[];
  /** In words. */
  readonly length: number;
}

/** Prose between the paragraph that opens a section and the first code of it, in words. */
const longestBetween = 60;

/**
 * The code that follows a paragraph: right after it, or after little more prose where the paragraph opens its section, for a
 * section says first what it is about.
 *
 * @param text of the passage
 * @param index of the paragraph among the parts of the passage
 */
export function wayAfter(
  text: string,
  parts: readonly BlockPart[],
  index: number,
  opensSection: boolean,
): Way | undefined {
  let at = index + 1;
  let left = opensSection ? longestBetween : 0;
  for (let next = parts[at]; isProse(next) && next.length <= left; next = parts[++at]) left -= next.length;
  const code = parts[at];
  if (code?.block.kind !== "code" || isPreamble(text.slice(code.block.start, code.block.end)))
    return undefined;
  const [first, last] = [code.sentences[0], code.sentences.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { start: first.start, end: last.end, sentences: code.sentences, length: code.length };
}
