import { analyse } from "../text/analyser.ts";
import type { Language } from "../text/language.ts";
import { isPrefixTerm } from "../text/terms.ts";

/** Where the words of a question stand in a text, as `[start, end]` pairs in order, touching ones merged. */
export function highlights(text: string, terms: ReadonlySet<string>, language: Language): [number, number][] {
  const found: [number, number][] = [];
  const matching = analyse(text, language)
    .filter(({ term }) => terms.has(term) && !isPrefixTerm(term))
    .sort((a, b) => a.start - b.start);
  for (const { start, end } of matching) {
    const last = found.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}
