import type { Range } from "../model/index.ts";
import type { AnswerType } from "../text/language.ts";
import type { ShownUnit } from "./judge-unit.ts";
import type { FetchedPassage, QuoteCandidate } from "./score-units.ts";
import { wordTerms } from "./word-matches.ts";

/** Most quotes of one answer. */
const maximumQuotes = 3;
/** Passages that quotes are taken from. */
export const quotedPassages = 8;
/** How far behind the first, in log-odds, a further quote may be; a reason may be further: reasons are given one by one. */
const furtherQuote = { others: 2.5, reason: 3.5 } as const;
/** A further quote contains at least this share of what the first and its headings contain: its topic alone is not enough. */
const furtherShare = 0.6;
/** Of two quotes that share more than this of their words, one repeats the other. */
const repetitionShare = 0.6;
/** Quotes that differ in at most this many words of as many each are variants: another figure, another name. */
const variantWords = 3;

/** The units to quote, best first: those that score near the best and do not repeat one another. */
export function chooseQuotes(
  candidates: readonly QuoteCandidate[],
  answerType: AnswerType | undefined,
): QuoteCandidate[] {
  const best = [...candidates].sort(
    (a, b) => b.score - a.score || a.passage - b.passage || a.unit.start - b.unit.start,
  );
  const [first] = best;
  if (first === undefined) return [];
  const least = first.score - (answerType === "reason" ? furtherQuote.reason : furtherQuote.others);
  const known = ({ features }: QuoteCandidate): number => features.held + features.context;
  const chosen: QuoteCandidate[] = [];
  for (const candidate of best) {
    if (chosen.length === maximumQuotes || candidate.score < least) break;
    if (known(candidate) < furtherShare * known(first)) continue;
    if (chosen.some((other) => repeats(candidate, other))) continue;
    chosen.push(candidate);
  }
  return chosen;
}

/** Where a quote stands in the text of its article. */
export function quotedRange({ passage, show }: QuoteCandidate, fetched: readonly FetchedPassage[]): Range {
  const start = fetched[passage]?.stored.passage.start ?? 0;
  const { unit } = show();
  return { start: start + unit.start, end: start + unit.end };
}

/** Where what of a quote answers stands in the text of its article. */
export function focusRange({ passage, show }: QuoteCandidate, fetched: readonly FetchedPassage[]): Range {
  const start = fetched[passage]?.stored.passage.start ?? 0;
  const { marked } = show();
  return { start: start + marked.start, end: start + marked.end };
}

/** The author's words that a quote is: a slice of the passage it is from. */
export const quotedText = ({ show }: QuoteCandidate): string => show().unit.text;

function repeats(candidate: QuoteCandidate, other: QuoteCandidate): boolean {
  const [shown, known] = [candidate.show(), other.show()];
  if (candidate.passage === other.passage && overlap(read(shown), read(known))) return true;
  const [terms, others] = [wordTerms(shown.tokens), wordTerms(known.tokens)];
  const shared = [...terms].filter((term) => others.has(term)).length;
  const smaller = Math.min(terms.size, others.size);
  if (smaller === 0 || shared / smaller <= repetitionShare) return false;
  const isVariant = terms.size === others.size && shared < smaller && smaller - shared <= variantWords;
  return !(isVariant && candidate.passage !== other.passage);
}

/** What is read of a quote within its passage, its lead included. */
const read = ({ unit }: ShownUnit): Range => ({
  start: Math.min(unit.start, unit.leadSentences[0]?.start ?? unit.start),
  end: unit.end,
});

const overlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
