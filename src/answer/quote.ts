import type { StoredPassage } from "../index/store.ts";
import type { Range } from "../model.ts";
import { analyse } from "../text/analyser.ts";
import type { Language } from "../text/language.ts";
import { sentences } from "../text/sentences.ts";
import type { RankedPassage } from "./rank.ts";
import type { Evidence, SearchedTerm } from "./retrieve.ts";

/** A passage that was fetched, with its place in the ranking. */
export interface FetchedPassage {
  readonly ranked: RankedPassage;
  readonly stored: StoredPassage;
}

/** A sentence of a passage and how well it answers. */
export interface Sentence {
  /** Index of the passage among those given. */
  readonly passage: number;
  /** Offsets in the article's text. */
  readonly range: Range;
  /** Share of the question's idf that the sentence, its passage's title and headings hold, 0 to 1. */
  readonly coverage: number;
  readonly score: number;
  /** Groups of the question's terms that the sentence holds. */
  readonly groups: ReadonlySet<number>;
}

/** Most quotes of one answer. */
const maximumQuotes = 3;
/** Passages that quotes are taken from. */
export const quotedPassages = 3;
/** A further quote scores at least this share of the first. */
const furtherQuoteShare = 0.85;
/** What a word of the question in the title or headings counts, against 1 in the sentence itself. */
const contextWeight = 0.5;

/** The largest idf of each group of terms: what a passage could hold of the question. */
export function groupWeights(terms: readonly SearchedTerm[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (const term of terms) {
    weights.set(term.group, Math.max(weights.get(term.group) ?? 0, term.idf));
  }
  return weights;
}

/** All sentences of the best passages with their scores, in order of appearance. */
export function scoreSentences(
  evidence: Evidence,
  passages: readonly FetchedPassage[],
  languageOf: (code: string) => Language,
): Sentence[] {
  const groupOf = new Map(evidence.terms.map((term) => [term.term, term]));
  const weights = groupWeights(evidence.terms);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0) || 1;
  const bestScore = passages[0]?.ranked.score || 1;
  return passages.slice(0, quotedPassages).flatMap(({ stored, ranked }, passage) => {
    const language = languageOf(stored.article.lang);
    const groupsIn = (text: string, range?: Range): Map<number, number> => {
      const groups = new Map<number, number>();
      for (const token of analyse(text, language, range)) {
        const term = groupOf.get(token.term);
        if (term !== undefined) groups.set(term.group, Math.max(groups.get(term.group) ?? 0, term.weight));
      }
      return groups;
    };
    const context = groupsIn([stored.article.title, ...stored.passage.headings].join("\n"));
    const { text, start } = stored.passage;
    return sentences(text, { start: 0, end: text.length }, language).map((range): Sentence => {
      const groups = groupsIn(text, range);
      let held = 0;
      for (const [group, weight] of weights) {
        held += weight * Math.max(groups.get(group) ?? 0, contextWeight * (context.get(group) ?? 0));
      }
      const coverage = held / total;
      return {
        passage,
        range: { start: start + range.start, end: start + range.end },
        coverage,
        score: groups.size === 0 ? 0 : coverage * (ranked.score / bestScore),
        groups: new Set(groups.keys()),
      };
    });
  });
}

/** The sentences to quote, best first: whole sentences that score near the best and do not repeat one another. */
export function chooseQuotes(
  scored: readonly Sentence[],
  textOf: (sentence: Sentence) => string,
): Sentence[] {
  const chosen: Sentence[] = [];
  const best = [...scored].sort(
    (a, b) => b.score - a.score || a.passage - b.passage || a.range.start - b.range.start,
  );
  const least = (best[0]?.score ?? 0) * furtherQuoteShare;
  for (const sentence of best) {
    if (chosen.length === maximumQuotes || sentence.score < least || sentence.score === 0) break;
    const text = textOf(sentence);
    if (!chosen.some((other) => textOf(other) === text)) chosen.push(sentence);
  }
  return chosen;
}
