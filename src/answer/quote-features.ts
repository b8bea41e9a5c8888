import type { StoredPassage } from "../index/store.ts";
import type { Range } from "../model/index.ts";
import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import { memoizeByObject } from "../shared/memoize.ts";
import type { Token } from "../text/analyser.ts";
import { asks } from "../text/asks.ts";
import type { AnswerType, Language } from "../text/language.ts";
import { asksForEvident, cueFor, isEvidentType, unknown } from "./answer-type.ts";
import { isTreated, openingOf } from "./declared-opening.ts";
import { defines } from "./definition.ts";
import { type FormFeatures, formFeatures } from "./form-features.ts";
import { holdsWhole, isBelowNumber, plainHeading } from "./heading-match.ts";
import type { SentenceTokens } from "./passage-tokens.ts";
import { type PlaceFeatures, placeJudge } from "./place-features.ts";
import { opensWithVerb, type Question } from "./question.ts";
import { type QuoteUnit, quoteUnits } from "./quote-units.ts";
import { quoteWeights } from "./quote-weights.ts";
import type { RankedPassage } from "./rank.ts";
import { type ReplyFeatures, replyJudge } from "./reply-features.ts";
import type { RetrievalResult } from "./retrieve.ts";
import { declaredQuestion, surroundingsOf } from "./surroundings.ts";
import { WordMatcher } from "./word-matches.ts";

/** A passage that was fetched, with its place in the ranking. */
export interface FetchedPassage {
  readonly ranked: RankedPassage;
  readonly stored: StoredPassage;
}

/** What a unit holds of the question and tells of what is asked. Shares are of the question's idf, 0 to 1; what is true or not is 1 or 0. */
interface ContentFeatures {
  /** Share that the unit holds, its lead included. */
  readonly held: number;
  /** Share that the one sentence of it holds that holds most. */
  readonly focusHeld: number;
  /** Share that it lacks and the title, the headings or a question of the author's above it hold. */
  readonly context: number;
  /** Share that those hold, whether it lacks it or not. */
  readonly trail: number;
  /** Neighbours in the question that are neighbours in a sentence of it, as a share. */
  readonly neighbours: number;
  /** Score of the passage, as a share of the best one's. */
  readonly passageScore: number;
  /** For a question after what something is: whether a sentence of it says so. */
  readonly definition: number;
  /** Whether it shows the person, place, time or number that the question asks for. A half when that cannot be told. */
  readonly answerType: number;
  /** The same, times what the one sentence holds. */
  readonly focusAnswers: number;
  /** Whether it shows none for a question after a person, a time or a number. */
  readonly answerTypeAbsent: number;
  /** Whether it is of an article in another language than the question, which is sure of its own. */
  readonly otherLanguage: number;
  /** Whether it stands below a title or heading that the question names by its number. */
  readonly numbered: number;
  /** How far one of the questions that the article says it answers is the one that is asked, else 0. */
  readonly declared: number;
  /** Whether it is the summary or the opening of an article in which no unit is of what is asked; see `isTreated`. */
  readonly declaredOpening: number;
}

/** What a unit is judged by. */
export interface QuoteFeatures extends ContentFeatures, PlaceFeatures, FormFeatures, ReplyFeatures {}

/** A unit of a passage and how well it answers. */
export interface QuoteCandidate {
  /** Index of the passage among those given. */
  readonly passage: number;
  readonly unit: QuoteUnit;
  /** The sentence of the unit that answers. */
  readonly focus: SentenceTokens;
  /** What of it is marked as the answer, in the text of the passage. */
  readonly shown: Range;
  readonly features: QuoteFeatures;
  /** Log-odds, but for a constant of the question, of being what answers it. */
  readonly score: number;
  /** Its words, to tell repetitions by. */
  readonly tokens: readonly Token[];
  /** Numbers of the question's words that it, its title, its headings or a question that its article declares hold. */
  readonly matched: ReadonlySet<number>;
  /** Its text, what is to be read before it included. */
  readonly text: string;
}

/** How far a question that an article declares is the one that is asked at least, to be taken for it. */
const sameQuestion = 0.75;

const digits = lazyRegExp(String.raw`\p{N}`, "gu");

/** All units of the passages with their scores, in order of appearance. */
export function scoreUnits(
  retrieved: RetrievalResult,
  passages: readonly FetchedPassage[],
  languageOf: (code: string) => Language,
  weights: QuoteFeatures = quoteWeights,
): QuoteCandidate[] {
  const matcher = new WordMatcher(retrieved);
  const bestScore = passages[0]?.ranked.score || 1;
  const judged = passages.flatMap(({ stored, ranked }, passage) => {
    const language = languageOf(stored.article.lang);
    const judge = createJudge(retrieved, matcher, stored, language);
    const passageScore = Math.max(0, ranked.score / bestScore);
    return quoteUnits(stored, language).flatMap((unit) => {
      const judged = judge(unit);
      if (judged === undefined) return [];
      const article = stored.article.id;
      return [{ ...judged, article, passage, unit, features: { ...judged.features, passageScore } }];
    });
  });
  const treated = new Set(judged.filter(({ features }) => isTreated(features)).map(({ article }) => article));
  const best = new Map<string, number>();
  for (const { article, features } of judged) {
    best.set(article, Math.max(best.get(article) ?? 0, features.declaredOpening));
  }
  // An article that declares the very question answers it, whatever others declare that is alike.
  const isExact = judged.some(({ features }) => features.declared === 1);
  return judged.map(({ article, ...candidate }): QuoteCandidate => {
    const { declared, declaredOpening } = candidate.features;
    const isDeclared = declared === 1 || !isExact;
    const isOpening =
      isDeclared && declaredOpening > 0 && declaredOpening === best.get(article) && !treated.has(article);
    const features = {
      ...candidate.features,
      declared: isDeclared ? declared : 0,
      declaredOpening: Number(isOpening),
    };
    return { ...candidate, features, score: weigh(features, weights) };
  });
}

function weigh(features: QuoteFeatures, weights: QuoteFeatures): number {
  return (Object.keys(weights) as (keyof QuoteFeatures)[]).reduce(
    (sum, name) => sum + weights[name] * features[name],
    0,
  );
}

type Judged = Pick<QuoteCandidate, "focus" | "shown" | "tokens" | "matched" | "text"> & {
  readonly features: Omit<QuoteFeatures, "passageScore">;
};

/** Kinds of question that a definition may answer: "Who is X?", and a name alone. */
const mayDefine = (type: AnswerType | undefined): boolean =>
  type === undefined || type === "thing" || type === "person";

/** Judges the units of one passage; what neither itself nor its surroundings hold a word of the question is none. */
function createJudge(
  { question }: RetrievalResult,
  matcher: WordMatcher,
  stored: StoredPassage,
  language: Language,
): (unit: QuoteUnit) => Judged | undefined {
  const { text, start: textStart } = stored.passage;
  const surroundings = surroundingsOf(stored, language);
  const placed = placeJudge(stored, surroundings, matcher);
  const trail = new Map(
    [surroundings.title, surroundings.outerHeadings, surroundings.heading].flatMap((tokens) => [
      ...matcher.match(tokens).matched,
    ]),
  );
  const replies = replyJudge(question, stored, language);
  const numbered = Number(isBelowNumber(stored, question));
  const isEcho = echoJudge(question, text);
  const declared = declaredQuestion(surroundings, matcher, question.words);
  const cue = isEvidentType(question.answerType) ? cueFor(question.answerType, language) : undefined;
  const isEvident = asksForEvident(question);
  const sentences = memoizeByObject((sentence: SentenceTokens) => {
    const matches = matcher.match(sentence.tokens);
    return {
      held: matcher.share(matches.matched),
      neighbours: matcher.neighbours(matches),
      answerType: cue?.(withoutAsked(text, sentence, matcher)) ?? unknown,
      newTerms: matches.newTerms,
    };
  });
  return (unit) => {
    const own = unit.sentences.filter((sentence) => !isEcho(sentence));
    const [opening] = own;
    if (opening === undefined) return undefined;
    const all = [...unit.leadSentences, ...own];
    const tokens = all.flatMap((sentence) => sentence.tokens);
    const matches = matcher.match(tokens);
    const isDeclared = declared.share >= sameQuestion;
    const context = new Map(trail);
    if (unit.asked !== undefined) {
      for (const [word, weight] of matcher.match(unit.asked.tokens).matched) context.set(word, weight);
    }
    if (matches.matched.size === 0 && context.size === 0 && !isDeclared && numbered === 0) return undefined;
    const focus = focusOf(own, sentences) ?? opening;
    const answerType = Math.max(...own.map((sentence) => sentences(sentence).answerType));
    const written = text.slice(unit.start, unit.end);
    const read = [...(unit.lead === undefined ? [] : [unit.lead.text]), written].join("\n");
    const { held } = sentences(focus);
    const typed = cue === undefined ? 0 : answerType;
    const isDefinition = mayDefine(question.answerType) && defines(text, all, matcher, language);
    return {
      focus,
      shown: shownFocus(text, unit, focus, sentences),
      tokens,
      matched: new Set([
        ...matches.matched.keys(),
        ...context.keys(),
        ...(isDeclared ? declared.matched : []),
      ]),
      text: read,
      features: {
        held: matcher.share(matches.matched),
        focusHeld: held,
        context: matcher.share(new Map([...context].filter(([word]) => !matches.matched.has(word)))),
        trail: matcher.share(context),
        neighbours: Math.max(...own.map((sentence) => sentences(sentence).neighbours)),
        definition: Number(isDefinition),
        answerType: typed,
        focusAnswers: held * typed,
        answerTypeAbsent: Number(isEvident && cue !== undefined && answerType === 0),
        otherLanguage: Number(question.isLanguageSure && language.code !== question.language.code),
        numbered,
        declared: isDeclared ? declared.share : 0,
        declaredOpening: isDeclared ? openingOf(textStart + unit.start, written, stored) : 0,
        ...placed(unit),
        ...formFeatures(text, unit, focus, question.answerType),
        ...replies(
          read,
          own.map(({ start, end }) => text.slice(start, end)),
        ),
      },
    };
  };
}

/** A question of fewer words may well be a name that a sentence holds. */
const shortestEcho = 4;

/** Makes a function that tells whether a sentence of a text holds the very question, which it then does not answer. */
function echoJudge(question: Question, text: string) {
  const { text: asked, words, answerType } = question;
  const plain = plainHeading(asked);
  const isAsking = asks(asked) || answerType !== undefined || opensWithVerb(question);
  if (!isAsking || words.size < shortestEcho) return () => false;
  return ({ start, end }: SentenceTokens): boolean => holdsWhole(plainHeading(text.slice(start, end)), plain);
}

/** What a sentence is measured by to be the one that answers. */
interface SentenceMeasure {
  readonly held: number;
  readonly answerType: number;
  readonly newTerms: number;
}

/**
 * What of a unit is marked as the answer: its focus; of a list or rows, the item that says more of what was asked than the others, and
 * all of it where none does, so that one would be marked by chance. A header is no answer.
 */
function shownFocus(
  text: string,
  unit: QuoteUnit,
  focus: SentenceTokens,
  measure: (sentence: SentenceTokens) => SentenceMeasure,
): Range {
  if (unit.kind !== "list" && unit.kind !== "table") return focus;
  // A whole table begins with its header; rows alone have it as their lead.
  const hasHeader = unit.kind === "table" && unit.lead === undefined;
  const headerEnd = hasHeader ? text.indexOf("\n", unit.start) : -1;
  const rows = unit.sentences.filter(({ start }) => start > headerEnd);
  const items = rows.length > 0 ? rows : unit.sentences;
  const known = (sentence: SentenceTokens): number => {
    const { held, answerType } = measure(sentence);
    return held + 0.2 * answerType;
  };
  const best = Math.max(...items.map(known));
  const [found, ...equal] = items.filter((item) => known(item) === best);
  return found !== undefined && equal.length === 0 ? found : { start: unit.start, end: unit.end };
}

/** The sentence of a unit that answers: it contains most of the question, shows the expected answer type and says something new. */
function focusOf(
  sentences: readonly SentenceTokens[],
  measure: (sentence: SentenceTokens) => SentenceMeasure,
): SentenceTokens | undefined {
  let best: { sentence: SentenceTokens; score: number } | undefined;
  for (const sentence of sentences) {
    const { held, answerType, newTerms } = measure(sentence);
    const score = held + 0.2 * answerType + 0.002 * Math.min(12, newTerms);
    if (best === undefined || score > best.score) best = { sentence, score };
  }
  return best?.sentence;
}

/** A sentence with the words of the question in small letters and without their digits: they are no answer to it. */
function withoutAsked(text: string, { start, end, tokens }: SentenceTokens, { asked }: WordMatcher): string {
  let rest = text.slice(start, end);
  for (const token of tokens) {
    if (!asked.has(token.term)) continue;
    const [from, to] = [token.start - start, token.end - start];
    const masked = rest.slice(from, to).toLowerCase().replace(digits(), "_");
    // Few letters change their length in lower case; offsets must hold.
    if (masked.length === to - from) rest = rest.slice(0, from) + masked + rest.slice(to);
  }
  return rest;
}
