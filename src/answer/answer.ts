import type { Budget } from "../index/budget.ts";
import type { IndexInfo, PassageStore, StoredPassage } from "../index/store.ts";
import type { Answer, AskRequest, Hit, Quote, Range } from "../model/index.ts";
import { maximumRelated } from "../model/limits.ts";
import type { Filter } from "../model/request.ts";
import { memoizeByObject } from "../shared/memoize.ts";
import type { Language } from "../text/language.ts";
import type { LanguageSet } from "../text/language-set.ts";
import { answeringFirst } from "./answering-first.ts";
import { citationOf } from "./cite.ts";
import {
  type ConfidenceFeatures,
  confidenceFeatures,
  confidenceOf,
  confidenceThreshold,
} from "./confidence.ts";
import { highlights } from "./highlight.ts";
import { NearestPassages } from "./nearest.ts";
import { PassageReader } from "./passage-reader.ts";
import { passageTokens } from "./passage-tokens.ts";
import { type Pause, pausing } from "./pausing-store.ts";
import { withFeedback } from "./pseudo-relevance-feedback.ts";
import { analyseQuestion } from "./question.ts";
import { chooseQuotes, focusRange, quotedPassages, quotedRange, quotedText } from "./quote.ts";
import { type RankedPassage, rank } from "./rank.ts";
import { leastShare, nearQuestions } from "./related.ts";
import type { Folded } from "./repetitions.ts";
import type { JudgedPassage } from "./rerank.ts";
import { questionWeight, type RetrievalResult, retrievalDepth, retrieve } from "./retrieve.ts";
import { type QuoteCandidate, scoreUnits } from "./score-units.ts";
import { searchedFor } from "./searched-for.ts";
import { Synonyms } from "./synonyms.ts";

/** Answers questions over one store. HTTP, MCP, widget and command line all share this. */
export interface Answerer {
  readonly store: PassageStore;
  /**
   * @param pause is called between the stages of the work, where others share the thread; an answer is the same with it
   * @throws IndexUnavailableError when the index cannot be read or trusted.
   */
  ask(request: AskRequest, pause?: Pause): Promise<Answer>;
}

/** What was found for a question before it is put in the shape of an answer. */
export interface SearchOutcome {
  readonly retrieved: RetrievalResult;
  /** All candidates, best first. */
  readonly ranked: readonly RankedPassage[];
  /** The passages that were read to be ranked, best first. */
  readonly judged: readonly JudgedPassage[];
  /** All passages that are worth reading. */
  readonly near: NearestPassages;
  /** The first of them. */
  readonly fetched: readonly (JudgedPassage & Folded)[];
  readonly quotes: readonly QuoteCandidate[];
  readonly features: ConfidenceFeatures;
  readonly confidence: number;
  /** Whether the question asks for more than its budget allows, so that this was made of what could be read. */
  readonly isPartial: boolean;
}

/** Candidates for each passage that is to be ranked, for a question whose candidates feedback puts in another order. */
const topicDepth = 2;

/** Related questions that are tried, so that three are left mostly. Each costs as much as a question. */
const triedQuestions = maximumRelated + 1;

/** What to search, for what, and how much of it to look at. */
export interface SearchRequest {
  readonly store: PassageStore;
  /** The languages of its corpus. */
  readonly languages: LanguageSet;
  readonly question: string;
  readonly filter?: Filter;
  /** Passages to fetch, best first; those that quotes are taken from are fetched in any case. */
  readonly limit: number;
  /** Passages to rank. */
  readonly depth?: number;
  /** How many of the best are to be in the order that they have once all that are worth it are read; else those that are fetched. */
  readonly ordered?: number;
  /** What may be read for it, when other searches take part in it; else what the store allows a question. */
  readonly budget?: Budget;
  /** Called between the stages of the work. */
  readonly pause?: Pause;
}

/** Finds passages and quotes. @throws IndexUnavailableError when the index cannot be read or trusted. */
export async function search({
  store: unpaused,
  languages,
  question: text,
  filter = {},
  limit,
  depth = retrievalDepth,
  ordered = Math.max(limit, quotedPassages),
  budget = unpaused.budget(filter, limit),
  pause,
}: SearchRequest): Promise<SearchOutcome> {
  const store = pause === undefined ? unpaused : pausing(unpaused, pause);
  const analysed = analyseQuestion(text, languages);
  const question = synonymsOf(store.info)(analysed.language).expand(analysed);
  const reader = new PassageReader(store, budget);
  const isTopic = question.form === "topic";
  let retrieved = await retrieve(store, question, filter, budget, isTopic ? topicDepth * depth : depth);
  let ranked = rank(retrieved);
  const again = isTopic ? await withFeedback(store, reader, budget, languages, retrieved, ranked) : undefined;
  if (again !== undefined) {
    retrieved = again;
    ranked = rank(again);
  }
  const near = new NearestPassages({ store, reader, languages }, retrieved, ranked);
  const reranked = await near.best(ordered);
  await pause?.();
  const quotable = reranked.slice(0, quotedPassages);
  const { passages: best, candidates: scored } = answeringFirst(
    quotable,
    scoreUnits(retrieved, quotable, languages.of),
    questionWeight(retrieved.terms),
  );
  await pause?.();
  const judged = [...best, ...reranked.slice(quotedPassages)];
  ranked = [...judged.map((passage) => passage.ranked), ...ranked.filter(({ docId }) => !near.has(docId))];
  const fetched = judged.slice(0, Math.max(limit, quotedPassages));
  const quotes = chooseQuotes(scored, question.answerType);
  const confidence = confidenceFeatures(retrieved, fetched, quotes[0], scored);
  return {
    retrieved,
    ranked,
    judged,
    near,
    fetched,
    quotes,
    features: confidence,
    confidence: confidenceOf(confidence),
    isPartial: retrieved.isPartial || (judged.length < limit && near.isRefused),
  };
}

/** The synonyms of a corpus by language, put in order once. */
const synonymsOf = memoizeByObject((info: IndexInfo) =>
  memoizeByObject((language: Language) => new Synonyms(language, info.synonyms[language.code] ?? [])),
);

/** Makes an answerer of a store and the languages of its corpus. */
export function createAnswerer(store: PassageStore, languages: LanguageSet): Answerer {
  return {
    store,
    async ask({ question, limit, ...filter }, pause) {
      const asked = { store, languages, question, filter, limit, ...(pause !== undefined && { pause }) };
      return (await answerQuestion(asked)).answer;
    },
  };
}

/** Answers a question. What the answer is made of comes with it, for `explain`. */
export async function answerQuestion(
  request: SearchRequest,
): Promise<{ answer: Answer; outcome: SearchOutcome }> {
  const budget = request.budget ?? request.store.budget(request.filter ?? {}, request.limit);
  const outcome = await search({ ...request, budget });
  await request.pause?.();
  const answer = present(request, outcome);
  if (answer.answered) return { answer, outcome };
  const related = await answeredNear({ ...request, budget }, outcome);
  return { answer: related.length === 0 ? answer : { ...answer, related }, outcome };
}

/** Questions near one that was refused which are answered, as far as its budget goes. */
async function answeredNear(
  request: SearchRequest,
  { retrieved, judged, near }: SearchOutcome,
): Promise<string[]> {
  const best = judged.slice(0, quotedPassages);
  const others = await near.withHeadings(leastShare);
  const isOther = ({ ranked }: JudgedPassage): boolean =>
    best.every((passage) => passage.ranked.docId !== ranked.docId);
  const questions = nearQuestions(retrieved, [...best, ...others.filter(isOther)], request.languages).slice(
    0,
    triedQuestions,
  );
  const answered: string[] = [];
  for (const question of questions) {
    if (answered.length === maximumRelated) break;
    const found = await search({ ...request, question });
    if (isAnswered(found) && !found.isPartial) answered.push(question);
  }
  return answered;
}

/** Whether the best quote is sure enough to be shown. */
const isAnswered = ({ confidence, quotes }: SearchOutcome): boolean =>
  confidence >= confidenceThreshold && quotes.length > 0;

/** Puts what was found in the shape of an answer. */
function present({ store, languages, question, limit }: SearchRequest, outcome: SearchOutcome): Answer {
  const { retrieved, fetched, quotes, confidence } = outcome;
  const chosen = isAnswered(outcome) ? quotes : [];
  const hits = shownPassages(fetched.length, limit, chosen);
  const terms = new Set(retrieved.terms.map(({ term }) => term));
  const { version, articles, passages } = store.info;
  const guessed = searchedFor(
    retrieved,
    hits.flatMap((number) => fetched[number] ?? []),
    languages,
  );
  return {
    question,
    answered: chosen.length > 0,
    confidence: round(confidence),
    ...(outcome.isPartial && { partial: true }),
    ...(guessed.length > 0 && { searchedFor: guessed }),
    answer: chosen.flatMap((quote): Quote[] => {
      const source = fetched[quote.passage]?.stored;
      const passage = hits.indexOf(quote.passage) + 1;
      if (source === undefined || passage === 0) return [];
      const { kind, lead } = quote.show().unit;
      const focus = focusRange(quote, fetched);
      return [
        {
          quote: quotedText(quote),
          kind,
          ...(lead && { lead }),
          focus,
          passage,
          ...quotedRange(quote, fetched),
          link: citationOf(source, store.info, focus).link,
          lang: source.article.lang,
        },
      ];
    }),
    passages: hits.flatMap((number, index): Hit[] => {
      const hit = fetched[number];
      if (hit === undefined) return [];
      const { stored, ranked, copies } = hit;
      const quoted = quotes.find(({ passage }) => passage === number);
      const sentence: Range = quoted === undefined ? stored.passage : focusRange(quoted, fetched);
      return [
        {
          rank: index + 1,
          id: stored.passage.id,
          score: round(ranked.score),
          text: stored.passage.text,
          // What leads to a block is with the quote.
          blocks: stored.passage.blocks.map(({ lead: _, ...block }) => block),
          highlights: highlights(passageTokens(stored, languages.of(stored.article.lang)), terms),
          citation: citationOf(stored, store.info, sentence),
          ...(copies.length > 0 && { copies: copies.map((copy) => copyOf(copy, store.info)) }),
        },
      ];
    }),
    index: { version, articles, passages },
  };
}

/** Where a passage that says the same is found. */
function copyOf(copy: StoredPassage, info: IndexInfo): NonNullable<Hit["copies"]>[number] {
  const { article, title, link } = citationOf(copy, info, copy.passage);
  const { version } = copy.article;
  return { article, title, ...(version !== undefined && { version }), link };
}

/** The numbers of the passages to show: the first ones; the last of them make room for quoted ones further down. */
function shownPassages(fetched: number, limit: number, quotes: readonly QuoteCandidate[]): number[] {
  const quoted = [...new Set(quotes.map(({ passage }) => passage))].slice(0, limit);
  const others = Array.from({ length: fetched }, (_, number) => number).filter(
    (number) => !quoted.includes(number),
  );
  return [...quoted, ...others.slice(0, limit - quoted.length)].sort((a, b) => a - b);
}

/** Four decimals: what the figures are good for. */
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
