import type { StoredPassage } from "../index/store.ts";
import type { Range } from "../model.ts";
import { analyse } from "../text/analyser.ts";
import { lower } from "../text/fold.ts";
import type { Language } from "../text/language.ts";
import { sentences } from "../text/sentences.ts";
import { words } from "../text/words.ts";
import { givesKind } from "./cues.ts";
import type { RankedPassage } from "./rank.ts";
import { type Evidence, groupWeights, type SearchedTerm } from "./retrieve.ts";

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
  readonly kind: number;
  /** Content words beyond those of the question: an answer says something new. */
  readonly news: number;
}

/** How much each feature of a sentence counts. */
const weights: SentenceFeatures = {
  coverage: 1,
  context: 1,
  before: 0.2,
  passage: 0.6,
  neighbours: 0.2,
  kind: 0.1,
  news: 0.1,
};

/** A sentence of a passage and how well it answers. */
export interface Sentence {
  /** Index of the passage among those given. */
  readonly passage: number;
  /** Offsets in the article's text. */
  readonly range: Range;
  readonly text: string;
  readonly features: SentenceFeatures;
  readonly score: number;
  /** Its content words, to tell repetitions by. */
  readonly terms: ReadonlySet<string>;
}

/** Most quotes of one answer. */
const maximumQuotes = 3;
/** Passages that quotes are taken from. */
export const quotedPassages = 3;
/** A further quote scores at least this share of the first. */
const furtherQuoteShare = 0.8;
/** Of two sentences that share more than this of their words, one repeats the other. */
const repetitionShare = 0.6;
/** New words beyond this many make a sentence no better. */
const muchNews = 12;
/** Words apart, at most, that neighbours of the question may stand in a sentence. */
const neighbourWindow = 4;
/** Longest quote, in words, that the sentence before is put in front of. */
const longestWithContext = 60;

/** All sentences of the best passages with their scores, in order of appearance. */
export function scoreSentences(
  evidence: Evidence,
  passages: readonly FetchedPassage[],
  languageOf: (code: string) => Language,
): Sentence[] {
  const bestScore = passages[0]?.ranked.score || 1;
  const asked = askedTerms(evidence.terms);
  const idf = groupWeights(evidence.terms);
  return passages.slice(0, quotedPassages).flatMap(({ stored, ranked }, passage) => {
    const language = languageOf(stored.article.lang);
    const context = heldBy(
      analyse([stored.article.title, ...stored.passage.headings].join("\n"), language),
      asked,
    ).groups;
    const { text, start } = stored.passage;
    let before: ReadonlyMap<number, number> = new Map();
    return sentences(text, { start: 0, end: text.length }, language).map((range): Sentence => {
      const written = text.slice(range.start, range.end);
      const { groups, order, terms, fresh } = heldBy(analyse(text, language, range), asked);
      const features: SentenceFeatures = {
        ...coverages(idf, groups, context, before),
        passage: ranked.score / bestScore,
        neighbours: neighbourShare(order, idf),
        kind: givesKind(written, evidence.question.kind, language),
        news: Math.min(fresh, muchNews) / muchNews,
      };
      before = groups;
      return {
        passage,
        range: { start: start + range.start, end: start + range.end },
        text: written,
        features,
        score: groups.size === 0 && context.size === 0 ? 0 : weigh(features),
        terms,
      };
    });
  });
}

function weigh(features: SentenceFeatures): number {
  return (Object.keys(weights) as (keyof SentenceFeatures)[]).reduce(
    (sum, name) => sum + weights[name] * features[name],
    0,
  );
}

function askedTerms(terms: readonly SearchedTerm[]): ReadonlyMap<string, SearchedTerm> {
  return new Map(terms.filter(({ feedback }) => !feedback).map((term) => [term.term, term]));
}

/** What a piece of text holds of a question. */
interface Held {
  /** The best weight of a form of each word of the question. */
  readonly groups: ReadonlyMap<number, number>;
  readonly order: readonly { readonly group: number; readonly position: number }[];
  readonly terms: ReadonlySet<string>;
  /** Distinct terms that the question does not have. */
  readonly fresh: number;
}

function heldBy(tokens: ReturnType<typeof analyse>, asked: ReadonlyMap<string, SearchedTerm>): Held {
  const groups = new Map<number, number>();
  const order: { group: number; position: number }[] = [];
  const terms = new Set<string>();
  let fresh = 0;
  for (const { term, position, weight } of tokens) {
    const known = asked.get(term);
    if (known !== undefined) {
      groups.set(known.group, Math.max(groups.get(known.group) ?? 0, known.weight));
      order.push({ group: known.group, position });
    } else if (weight === 1 && !terms.has(term)) fresh++;
    if (weight === 1) terms.add(term);
  }
  return { groups, order, terms, fresh };
}

function coverages(
  idf: ReadonlyMap<number, number>,
  own: ReadonlyMap<number, number>,
  context: ReadonlyMap<number, number>,
  before: ReadonlyMap<number, number>,
): Pick<SentenceFeatures, "coverage" | "context" | "before"> {
  let total = 0;
  const held = { coverage: 0, context: 0, before: 0 };
  for (const [group, weight] of idf) {
    total += weight;
    const here = own.get(group);
    if (here !== undefined) held.coverage += weight * here;
    else {
      if (context.has(group)) held.context += weight;
      if (before.has(group)) held.before += weight;
    }
  }
  const share = (value: number): number => (total === 0 ? 0 : value / total);
  return { coverage: share(held.coverage), context: share(held.context), before: share(held.before) };
}

function neighbourShare(order: Held["order"], idf: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const weight of idf.values()) total += weight;
  let sum = 0;
  for (const first of order) {
    for (const second of order) {
      const distance = second.position - first.position;
      if (second.group !== first.group + 1 || distance <= 0 || distance > neighbourWindow) continue;
      sum += ((idf.get(first.group) ?? 0) + (idf.get(second.group) ?? 0)) / 2;
    }
  }
  return total === 0 ? 0 : Math.min(1, sum / total);
}

/**
 * The sentences to quote, best first: whole sentences that score near the best and do not repeat one another. One that
 * begins with a pronoun brings the sentence before it, which says whom or what it means.
 */
export function chooseQuotes(
  scored: readonly Sentence[],
  languageOf: (passage: number) => Language,
): Sentence[] {
  const chosen: Sentence[] = [];
  const best = [...scored].sort(
    (a, b) => b.score - a.score || a.passage - b.passage || a.range.start - b.range.start,
  );
  const least = (best[0]?.score ?? 0) * furtherQuoteShare;
  for (const sentence of best) {
    if (chosen.length === maximumQuotes || sentence.score < least || sentence.score === 0) break;
    if (chosen.some((other) => repeats(sentence, other))) continue;
    chosen.push(withContext(sentence, scored, languageOf(sentence.passage)));
  }
  return chosen;
}

function repeats(sentence: Sentence, other: Sentence): boolean {
  if (other.passage === sentence.passage && overlap(sentence.range, other.range)) return true;
  const shared = [...sentence.terms].filter((term) => other.terms.has(term)).length;
  const smaller = Math.min(sentence.terms.size, other.terms.size);
  return smaller > 0 && shared / smaller > repetitionShare;
}

const overlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

function withContext(sentence: Sentence, all: readonly Sentence[], language: Language): Sentence {
  const found = words(sentence.text);
  const first = found[0];
  if (first === undefined || found.length > longestWithContext) return sentence;
  const opening = lower(sentence.text.slice(first.start, first.end), language.lowerCase);
  if (!language.pronouns?.has(opening)) return sentence;
  const before = all[all.indexOf(sentence) - 1];
  if (before === undefined || before.passage !== sentence.passage) return sentence;
  if (words(before.text).length + found.length > longestWithContext) return sentence;
  return {
    ...sentence,
    range: { start: before.range.start, end: sentence.range.end },
    terms: new Set([...before.terms, ...sentence.terms]),
  };
}
