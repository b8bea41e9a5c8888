import { isPrefixTerm } from "../text/terms.ts";
import type { PassageTokens } from "./passage-tokens.ts";

/** The ranges of a question's words in a passage's text, as sorted `[start, end]` pairs, touching ones merged. */
export function highlights({ sentences }: PassageTokens, terms: ReadonlySet<string>): [number, number][] {
  const found: [number, number][] = [];
  const matching = sentences
    .flatMap(({ tokens }) => tokens.filter(({ term }) => terms.has(term) && !isPrefixTerm(term)))
    .sort((a, b) => a.start - b.start);
  for (const { start, end } of matching) {
    const last = found.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}
