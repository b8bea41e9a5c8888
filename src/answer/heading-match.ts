import type { StoredPassage } from "../index/store.ts";
import { memoizeByObject } from "../shared/memoize.ts";
import { analyseTitle } from "../text/analyser.ts";
import type { Language } from "../text/language.ts";
import { isNumbered, withoutLabel } from "../text/number-label.ts";
import { asksNumber, type Question } from "./question.ts";
import type { SearchedTerm } from "./retrieve.ts";

/** How much of a question a heading contains, and how much of the heading the question. */
export interface HeadingMatch {
  /** Words of the question that it contains, by number. */
  readonly words: ReadonlySet<number>;
  /** Sum of the weights of these words. */
  readonly weight: number;
  /** Share of the heading's own words that the question has, 0 to 1; its stop words left out. */
  readonly share: number;
  /** Its own words that the question lacks; its stop words left out. */
  readonly others: number;
}

/** A word of a heading: the terms that it is found by. */
type HeadingWord = readonly string[];

const wordsOf = (heading: string, language: Language): readonly HeadingWord[] => {
  const words = new Map<number, string[]>();
  const tokens = analyseTitle(heading, language);
  const content = tokens.filter(({ weight }) => weight > 0);
  // A heading of nothing but stop words is a name: "If".
  for (const { term, position } of content.length === 0 ? tokens : content) {
    const known = words.get(position);
    if (known === undefined) words.set(position, [term]);
    else known.push(term);
  }
  return [...words.values()];
};

/** Headings repeat from passage to passage and from question to question. */
const analysed = memoizeByObject((_: Language) => new Map<string, readonly HeadingWord[]>());
const mostAnalysed = 2_000;

function analysedWords(heading: string, language: Language): readonly HeadingWord[] {
  const known = analysed(language);
  let words = known.get(heading);
  if (words === undefined) {
    if (known.size === mostAnalysed) known.clear();
    words = wordsOf(heading, language);
    known.set(heading, words);
  }
  return words;
}

/** Compares headings, titles and declared questions with one question. */
export class HeadingMatcher {
  readonly #terms: ReadonlyMap<string, SearchedTerm>;
  readonly #weights: ReadonlyMap<number, number>;
  readonly #asksNumber: boolean;

  /** @param weights of the words of the question, see `wordWeights` */
  constructor(terms: readonly SearchedTerm[], weights: ReadonlyMap<number, number>) {
    this.#terms = new Map(terms.map((term) => [term.term, term]));
    this.#weights = weights;
    this.#asksNumber = asksNumber(terms);
  }

  match(heading: string, language: Language): HeadingMatch {
    const held = new Map<number, number>();
    const words = analysedWords(this.#asksNumber ? heading : withoutLabel(heading), language);
    let asked = 0;
    let others = 0;
    for (const terms of words) {
      let best = 0;
      for (const term of terms) {
        const searched = this.#terms.get(term);
        if (searched === undefined) continue;
        const weight = Math.min(1, searched.weight);
        best = Math.max(best, weight);
        held.set(searched.word, Math.max(held.get(searched.word) ?? 0, weight));
      }
      asked += best;
      if (best === 0) others++;
    }
    let weight = 0;
    for (const [word, share] of held) weight += share * (this.#weights.get(word) ?? 0);
    const share = words.length === 0 ? 0 : asked / words.length;
    return { words: new Set(held.keys()), weight, share, others };
  }
}

const marksAtTheEnd = /[\s?!.:…。？！：;；]+$/u;

/** A heading or a question to be compared letter by letter: white space, letter case and marks at the end do not matter. */
export const plainHeading = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim().replace(marksAtTheEnd, "");

const wordCharacter = /[\p{L}\p{N}_]/u;
/** Scripts without spaces: a word may end before any of their letters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;
const isWithinWord = (character: string | undefined): boolean =>
  character !== undefined && wordCharacter.test(character) && !unspaced.test(character);

/** Marks that make one name of what they touch: `--parser` is no parser, `.env.local` no `.env`, `get()` no `get`. */
const nameMarkBefore = /[-$@#./\\:<_]/u;
const nameMarkAfter = /^(?:\(|[-./\\:_][\p{L}\p{N}])/u;

/** Whether a text contains another as whole words and names, both made by `plainHeading`. */
export function holdsWhole(text: string, part: string): boolean {
  if (part === "") return false;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const [before = "", end] = [text[at - 1], at + part.length];
    const isWithin = isWithinWord(before) || isWithinWord(text[end]);
    if (!isWithin && !nameMarkBefore.test(before) && !nameMarkAfter.test(text.slice(end, end + 2)))
      return true;
  }
  return false;
}

/** Whether a question names, by its number, the title or a heading that a passage stands below. */
export const isBelowNumber = ({ passage, article }: StoredPassage, { labels }: Question): boolean =>
  labels.size > 0 && [article.title, ...passage.headings].some((outer) => isNumbered(outer, labels));

/** Numbers of the words of a question that name a section by its number: both of `Artikel 5`. */
export function labelWords({ text, terms }: Pick<Question, "text" | "terms">): number[] {
  return terms.flatMap(({ word, range }, index) => {
    if (!/^\d/.test(text.slice(range.start, range.end))) return [];
    const before = terms[index - 1];
    const isTied = before !== undefined && /^\.?\s*$/.test(text.slice(before.range.end, range.start));
    return isTied ? [before.word, word] : [word];
  });
}
