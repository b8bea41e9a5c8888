import type { StoredPassage } from "../index/store.ts";
import type { Range } from "../model/index.ts";
import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import type { Token } from "../text/analyser.ts";
import { lower } from "../text/fold.ts";
import type { AnswerType, Language } from "../text/language.ts";
import { words } from "../text/words.ts";
import { cueFor, unknown } from "./answer-type.ts";
import { passageTokens, type SentenceTokens } from "./passage-tokens.ts";
import type { RankedPassage } from "./rank.ts";
import { type RetrievalResult, type SearchedTerm, wordWeights } from "./retrieve.ts";

/** A passage that was fetched, with its place in the ranking. */
export interface FetchedPassage {
  readonly ranked: RankedPassage;
  readonly stored: StoredPassage;
}

/** What a sentence is judged by. Each is 0 to 1. */
export interface SentenceFeatures {
  /** Share of the question's idf that the sentence holds. */
  readonly coverage: number;
  /** Share that it lacks and the title or headings hold. */
  readonly context: number;
  /** Share that it lacks and the sentence before holds. */
  readonly before: number;
  /** Score of the passage, as a share of the best one's. */
  readonly passage: number;
  /** Idf of neighbours in the question that are neighbours in the sentence, as a share. */
  readonly neighbours: number;
  /** Whether it gives what the question asks for: a date, a number, a name, a reason. A half when that cannot be told. */
  readonly answerType: number;
  /** For a question after what something is: a half for opening with its name, a half for opening the article. */
  readonly definition: number;
  /** Content words beyond those of the question: an answer says something new. */
  readonly novelty: number;
}

/** How much each feature of a sentence counts. */
const weights: SentenceFeatures = {
  coverage: 1,
  context: 0.4,
  before: 0.2,
  passage: 0.6,
  neighbours: 0.2,
  answerType: 0.2,
  definition: 0.3,
  novelty: 0.1,
};

/** A sentence of a passage and how well it answers. */
export interface QuoteCandidate {
  /** Index of the passage among those given. */
  readonly passage: number;
  /** Offsets in the article's text. */
  readonly range: Range;
  readonly text: string;
  readonly features: SentenceFeatures;
  readonly score: number;
  /** Its words, to tell repetitions by. */
  readonly tokens: readonly Token[];
  /** Numbers of the question's words that it, its title or its headings hold. */
  readonly matched: ReadonlySet<number>;
}

/** Most quotes of one answer. */
const maximumQuotes = 3;
/** Passages that quotes are taken from. */
export const quotedPassages = 3;
/** A further quote scores at least this share of the first. */
const furtherQuoteShare = 0.8;
/** A further quote holds at least this share of what the first holds of the question: its topic alone is not enough. */
const furtherCoverageShare = 0.6;
/** A further reason may tell less of what was asked: reasons are told one by one, the question seldom repeated. */
const furtherReason = { score: 0.5, coverage: 0.25 } as const;
/** Of two sentences that share more than this of their words, one repeats the other. */
const repetitionShare = 0.6;
/** New words beyond this many make a sentence no better. */
const fullNovelty = 12;
/** Words apart, at most, that neighbours of the question may stand in a sentence. */
const neighbourWindow = 4;
/** Longest quote, in words, that is made of a sentence and what it needs beside it. */
const longestWithContext = 80;
/** A question of at most this many content words, none of which tells more, asks what something is. */
const definitionLength = 2;

/** All sentences of the best passages with their scores, in order of appearance. */
export function scoreQuoteCandidates(
  retrieved: RetrievalResult,
  passages: readonly FetchedPassage[],
  languageOf: (code: string) => Language,
): QuoteCandidate[] {
  const bestScore = passages[0]?.ranked.score || 1;
  const asked = askedTerms(retrieved.terms);
  const idf = wordWeights(retrieved.terms);
  const asksWhatIs = retrieved.question.answerType === "thing" && idf.size <= definitionLength;
  return passages.slice(0, quotedPassages).flatMap(({ stored, ranked }, passage) => {
    const language = languageOf(stored.article.lang);
    const { title, headings, sentences } = passageTokens(stored, language);
    const cue = cueFor(retrieved.question.answerType, language);
    const context = matchedWords([...title, ...headings], asked).matched;
    const { text, start } = stored.passage;
    let before: ReadonlyMap<number, number> = new Map();
    return sentences.map(({ tokens, ...range }: SentenceTokens): QuoteCandidate => {
      const written = text.slice(range.start, range.end);
      const firstPosition = tokens[0]?.position;
      const { matched, order, newTerms } = matchedWords(tokens, asked);
      const features: SentenceFeatures = {
        ...coverages(idf, matched, context, before),
        passage: ranked.score / bestScore,
        neighbours: neighbourShare(order, idf),
        answerType: cue?.(withoutAsked(written, range.start, tokens, asked)) ?? unknown,
        definition: asksWhatIs
          ? (order[0]?.position === firstPosition ? 0.5 : 0) + (start + range.start === 0 ? 0.5 : 0)
          : 0,
        novelty: Math.min(newTerms, fullNovelty) / fullNovelty,
      };
      before = matched;
      return {
        passage,
        range: { start: start + range.start, end: start + range.end },
        text: written,
        features,
        score: matched.size === 0 && context.size === 0 ? 0 : weigh(features),
        tokens,
        matched: new Set([...matched.keys(), ...context.keys()]),
      };
    });
  });
}

const digits = lazyRegExp(String.raw`\p{N}`, "gu");

/** A sentence with the words of the question in small letters and without their digits: they are no answer to it. */
function withoutAsked(
  written: string,
  start: number,
  tokens: readonly Token[],
  asked: ReadonlyMap<string, SearchedTerm>,
): string {
  let rest = written;
  for (const token of tokens) {
    if (!asked.has(token.term)) continue;
    const [from, to] = [token.start - start, token.end - start];
    const masked = rest.slice(from, to).toLowerCase().replace(digits(), "_");
    // Few letters change their length in lower case; offsets must hold.
    if (masked.length === to - from) rest = rest.slice(0, from) + masked + rest.slice(to);
  }
  return rest;
}

function weigh(features: SentenceFeatures): number {
  return (Object.keys(weights) as (keyof SentenceFeatures)[]).reduce(
    (sum, name) => sum + weights[name] * features[name],
    0,
  );
}

function askedTerms(terms: readonly SearchedTerm[]): ReadonlyMap<string, SearchedTerm> {
  return new Map(terms.map((term) => [term.term, term]));
}

/** What a piece of text holds of a question. */
interface MatchedWords {
  /** The best weight of a form of each word of the question. */
  readonly matched: ReadonlyMap<number, number>;
  readonly order: readonly { readonly word: number; readonly position: number }[];
  /** Distinct terms that the question does not have. */
  readonly newTerms: number;
}

function matchedWords(tokens: readonly Token[], asked: ReadonlyMap<string, SearchedTerm>): MatchedWords {
  const matched = new Map<number, number>();
  const order: { word: number; position: number }[] = [];
  const newTerms = new Set<string>();
  for (const { term, position, weight } of tokens) {
    const known = asked.get(term);
    if (known !== undefined) {
      matched.set(known.word, Math.max(matched.get(known.word) ?? 0, known.weight));
      order.push({ word: known.word, position });
    } else if (weight === 1) newTerms.add(term);
  }
  return { matched, order, newTerms: newTerms.size };
}

function coverages(
  idf: ReadonlyMap<number, number>,
  own: ReadonlyMap<number, number>,
  context: ReadonlyMap<number, number>,
  before: ReadonlyMap<number, number>,
): Pick<SentenceFeatures, "coverage" | "context" | "before"> {
  let total = 0;
  const held = { coverage: 0, context: 0, before: 0 };
  for (const [word, weight] of idf) {
    total += weight;
    const here = own.get(word);
    if (here !== undefined) held.coverage += weight * here;
    else {
      if (context.has(word)) held.context += weight;
      if (before.has(word)) held.before += weight;
    }
  }
  const share = (value: number): number => (total === 0 ? 0 : value / total);
  return { coverage: share(held.coverage), context: share(held.context), before: share(held.before) };
}

function neighbourShare(order: MatchedWords["order"], idf: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const weight of idf.values()) total += weight;
  let sum = 0;
  for (const first of order) {
    for (const second of order) {
      const distance = second.position - first.position;
      if (second.word !== first.word + 1 || distance <= 0 || distance > neighbourWindow) continue;
      sum += ((idf.get(first.word) ?? 0) + (idf.get(second.word) ?? 0)) / 2;
    }
  }
  return total === 0 ? 0 : Math.min(1, sum / total);
}

/**
 * The sentences to quote, best first: whole sentences that score near the best and do not repeat one another. One that
 * begins with a pronoun brings the sentence before it, which says whom or what it means; one that ends with a colon
 * brings the list after it.
 */
export function chooseQuotes(
  scored: readonly QuoteCandidate[],
  answerType: AnswerType | undefined,
  languageOf: (passage: number) => Language,
): QuoteCandidate[] {
  const chosen: QuoteCandidate[] = [];
  const best = [...scored].sort(
    (a, b) => b.score - a.score || a.passage - b.passage || a.range.start - b.range.start,
  );
  const [first] = best;
  const qualifies = ({ score, features }: QuoteCandidate): boolean => {
    if (first === undefined || score === 0) return false;
    const isReason = answerType === "reason" && features.answerType === 1;
    const shares = isReason ? furtherReason : { score: furtherQuoteShare, coverage: furtherCoverageShare };
    return (
      score >= shares.score * first.score && features.coverage >= shares.coverage * first.features.coverage
    );
  };
  for (const sentence of best) {
    if (chosen.length === maximumQuotes) break;
    if (!qualifies(sentence)) continue;
    if (chosen.some((other) => repeats(sentence, other))) continue;
    chosen.push(withContext(sentence, scored, languageOf(sentence.passage)));
  }
  return chosen;
}

/** The author's words that a quote is: a slice of the passage it is from. */
export function quotedText({ passage, range }: QuoteCandidate, fetched: readonly FetchedPassage[]): string {
  const source = fetched[passage]?.stored.passage;
  return source?.text.slice(range.start - source.start, range.end - source.start) ?? "";
}

function repeats(sentence: QuoteCandidate, other: QuoteCandidate): boolean {
  if (other.passage === sentence.passage && overlap(sentence.range, other.range)) return true;
  const [terms, others] = [contentTerms(sentence), contentTerms(other)];
  const shared = [...terms].filter((term) => others.has(term)).length;
  const smaller = Math.min(terms.size, others.size);
  return smaller > 0 && shared / smaller > repetitionShare;
}

function contentTerms({ tokens }: QuoteCandidate): Set<string> {
  return new Set(tokens.filter(({ weight }) => weight === 1).map(({ term }) => term));
}

const overlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

function withContext(
  sentence: QuoteCandidate,
  all: readonly QuoteCandidate[],
  language: Language,
): QuoteCandidate {
  const index = all.indexOf(sentence);
  let first = index;
  let last = index;
  const fits = (candidate: QuoteCandidate | undefined): candidate is QuoteCandidate =>
    candidate?.passage === sentence.passage &&
    words(candidate.text).length + wordsFrom(all, first, last) <= longestWithContext;
  if (opensWithPronoun(sentence.text, language) && fits(all[index - 1])) first--;
  if (/[:：]$/.test(sentence.text)) {
    // A list follows its introduction after a blank line, and its items follow each other line by line.
    while (fits(all[last + 1]) && (last === index || isNextLine(all[last], all[last + 1]))) last++;
  }
  const part = all.slice(first, last + 1);
  return {
    ...sentence,
    range: {
      start: part[0]?.range.start ?? sentence.range.start,
      end: part.at(-1)?.range.end ?? sentence.range.end,
    },
    tokens: part.flatMap(({ tokens }) => tokens),
    matched: new Set(part.flatMap(({ matched }) => [...matched])),
  };
}

function wordsFrom(all: readonly QuoteCandidate[], first: number, last: number): number {
  return all.slice(first, last + 1).reduce((sum, { text }) => sum + words(text).length, 0);
}

/** Whether one sentence is on the line after another, as list items are, with no blank line between. */
function isNextLine(one: QuoteCandidate | undefined, next: QuoteCandidate | undefined): boolean {
  return one !== undefined && next !== undefined && next.range.start - one.range.end === 1;
}

function opensWithPronoun(text: string, language: Language): boolean {
  const [first] = words(text);
  if (first === undefined) return false;
  return language.pronouns?.has(lower(text.slice(first.start, first.end), language.lowerCase)) === true;
}
