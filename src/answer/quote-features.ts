import type { StoredPassage } from "../index/store.ts";
import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import { memoizeByObject } from "../shared/memoize.ts";
import { analyseTitle, type Token } from "../text/analyser.ts";
import { asks } from "../text/asks.ts";
import type { Language } from "../text/language.ts";
import { lowerWords } from "../text/words.ts";
import { asksForEvident, cueFor, unknown } from "./answer-type.ts";
import type { SentenceTokens } from "./passage-tokens.ts";
import { type QuoteUnit, quoteUnits } from "./quote-units.ts";
import { quoteWeights } from "./quote-weights.ts";
import type { RankedPassage } from "./rank.ts";
import type { RetrievalResult } from "./retrieve.ts";
import { WordMatcher, type WordMatches, wordTerms } from "./word-matches.ts";

/** A passage that was fetched, with its place in the ranking. */
export interface FetchedPassage {
  readonly ranked: RankedPassage;
  readonly stored: StoredPassage;
}

/** What a unit is judged by. Shares are of the question's idf, 0 to 1; what is true or not is 1 or 0. */
export interface QuoteFeatures {
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
  /** ln(1 + n) for the passage n places behind the best. */
  readonly passageRank: number;
  /** e^(-n / 1500) for n UTF-16 units from the beginning of the article: the usual way is told first. */
  readonly early: number;
  /** Whether its section begins with it; whether the article does, mostly with an introduction. */
  readonly opensSection: number;
  readonly opensArticle: number;
  /** How far behind the beginning of its section it stands: 1 from 2,000 UTF-16 units on. */
  readonly deepInSection: number;
  readonly isSentence: number;
  readonly isTable: number;
  readonly isCode: number;
  /** For a question after a way: code, a list, and anything with a lead. */
  readonly codeForManner: number;
  readonly listForManner: number;
  readonly leadForManner: number;
  /** Code for a question after a thing or a reason. */
  readonly codeForThing: number;
  /** Code that its author marks as wrong. */
  readonly counterexample: number;
  /** Code of more than 80 words. */
  readonly longCode: number;
  /** ln(1 + n) for n words of the innermost heading that the question lacks: a section that is too special. */
  readonly headingExtra: number;
  /** Share that the innermost heading holds, and the same for a heading all of whose words are asked, else 0. */
  readonly headingHeld: number;
  readonly headingAsked: number;
  readonly titleHeld: number;
  readonly titleAsked: number;
  /** A quarter of how many headings stand above it. */
  readonly headingDepth: number;
  /** Whether it, or the sentence of it that would be marked, ends with a question mark. */
  readonly endsAsking: number;
  readonly endsWithColon: number;
  /** For a question after what something is: whether it opens with its name. */
  readonly definition: number;
  /** Whether it gives what the question asks for: a date, a number, a name, a reason. A half when that cannot be told. */
  readonly answerType: number;
  /** Whether it shows no person, place, time or number for a question after one. */
  readonly answerTypeAbsent: number;
  /** A fifth of ln(1 + n) for n words. */
  readonly length: number;
  /** How far one of the questions that the article says it answers is the one that is asked, else 0. */
  readonly declared: number;
  /** Whether it is, then, the summary or the opening of an article no unit of which holds half of the question. */
  readonly declaredOpening: number;
}

/** A unit of a passage and how well it answers. */
export interface QuoteCandidate {
  /** Index of the passage among those given. */
  readonly passage: number;
  readonly unit: QuoteUnit;
  /** The sentence of the unit that answers. */
  readonly focus: SentenceTokens;
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

/** A question of at most this many content words, none of which tells more, asks what something is. */
const definitionLength = 2;
/** Words before the name of what is asked about, at most, in a sentence that opens with it: an article, "called". */
const openingWords = 2;
/** How far a question that an article declares is the one that is asked at least, to be taken for it. */
const sameQuestion = 0.75;
/** Words of code that a reader takes in at a glance. */
const muchCode = 80;

/** A mark or a comment of those that tell a reader not to do as the code does. */
const counterexample = lazyRegExp(
  String.raw`[❌🔴🚩⛔✗✖]|(?:\/\/|#|\/\*|<!--)\s*(?:bad|wrong|avoid|don['’]t|bug|not recommended|incorrect|doesn['’]t work|does not work)\b`,
  "iu",
);

const digits = lazyRegExp(String.raw`\p{N}`, "gu");

/** What stands around the units of a passage. */
interface Surroundings {
  readonly title: readonly Token[];
  readonly heading: readonly Token[];
  readonly outerHeadings: readonly Token[];
  readonly questions: readonly { readonly tokens: readonly Token[]; readonly words: ReadonlySet<string> }[];
}

const surroundingsOf = memoizeByObject((language: Language) =>
  memoizeByObject(
    ({ passage, article }: StoredPassage): Surroundings => ({
      title: analyseTitle(article.title, language),
      heading: analyseTitle(passage.headings.at(-1) ?? "", language),
      outerHeadings: passage.headings.slice(0, -1).flatMap((heading) => analyseTitle(heading, language)),
      questions: article.questions.map((question) => ({
        tokens: analyseTitle(question, language),
        words: new Set(lowerWords(question, language.lowerCase)),
      })),
    }),
  ),
);

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
    const ofPassage = {
      passageScore: Math.max(0, ranked.score / bestScore),
      passageRank: Math.log1p(passage),
    };
    return quoteUnits(stored, language).flatMap((unit) => {
      const judged = judge(unit);
      if (judged === undefined) return [];
      const article = stored.article.id;
      return [{ ...judged, article, passage, unit, features: { ...judged.features, ...ofPassage } }];
    });
  });
  const treated = new Set(
    judged.filter(({ features }) => features.focusHeld >= 0.5).map(({ article }) => article),
  );
  const best = new Map<string, number>();
  for (const { article, features } of judged) {
    best.set(article, Math.max(best.get(article) ?? 0, features.declaredOpening));
  }
  return judged.map(({ article, ...candidate }): QuoteCandidate => {
    const { declaredOpening } = candidate.features;
    const isOpening = declaredOpening > 0 && declaredOpening === best.get(article) && !treated.has(article);
    const features = { ...candidate.features, declaredOpening: Number(isOpening) };
    return { ...candidate, features, score: weigh(features, weights) };
  });
}

/** How far a text tells what its article is about: 2 for its summary, 1 for its opening, else 0. */
function openingOf(at: number, text: string, stored: StoredPassage): number {
  return isSummary(text, stored) ? 2 : Number(at === 0);
}

/** Whether a text is the summary of its article, or a part of it, or holds it. */
function isSummary(text: string, { article: { summary } }: StoredPassage): boolean {
  if (summary === undefined || summary === "") return false;
  const written = text.replace(/\s+/g, " ").trim();
  return written.includes(summary) || summary.includes(written);
}

function weigh(features: QuoteFeatures, weights: QuoteFeatures): number {
  return (Object.keys(weights) as (keyof QuoteFeatures)[]).reduce(
    (sum, name) => sum + weights[name] * features[name],
    0,
  );
}

type Judged = Pick<QuoteCandidate, "focus" | "tokens" | "matched" | "text"> & {
  readonly features: Omit<QuoteFeatures, "passageScore" | "passageRank">;
};

/** Judges the units of one passage; what neither itself nor its surroundings hold a word of the question is none. */
function createJudge(
  { question }: RetrievalResult,
  matcher: WordMatcher,
  stored: StoredPassage,
  language: Language,
): (unit: QuoteUnit) => Judged | undefined {
  const { text, start: textStart, section, headings } = stored.passage;
  const surroundings = surroundingsOf(language)(stored);
  const { title, heading, outerHeadings } = surroundings;
  const [inTitle, inHeading, inOuter] = [title, heading, outerHeadings].map((tokens) =>
    matcher.match(tokens),
  );
  const trail = new Map([
    ...(inTitle?.matched ?? []),
    ...(inOuter?.matched ?? []),
    ...(inHeading?.matched ?? []),
  ]);
  const declared = declaredQuestion(surroundings, matcher, question.words);
  const [titleExtra, headingExtra] = [title, heading].map((tokens) => newWords(tokens, matcher));
  const held = (matches: WordMatches | undefined): number => matcher.share(matches?.matched ?? new Map());
  const cue = cueFor(question.answerType, language);
  const isEvident = asksForEvident(question);
  const asksManner = question.answerType === "manner";
  const asksWhatIs = question.answerType === "thing" && matcher.idf.size <= definitionLength;
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
    const [opening] = unit.sentences;
    if (opening === undefined) return undefined;
    const tokens = [...unit.leadSentences, ...unit.sentences].flatMap((sentence) => sentence.tokens);
    const own = matcher.match(tokens);
    const at = textStart + unit.start;
    const isDeclared = declared.share >= sameQuestion;
    const context = new Map(trail);
    if (unit.asked !== undefined) {
      for (const [word, weight] of matcher.match(unit.asked.tokens).matched) context.set(word, weight);
    }
    if (own.matched.size === 0 && context.size === 0 && !isDeclared) return undefined;
    const focus = focusOf(unit, sentences) ?? opening;
    const answerType = Math.max(...unit.sentences.map((sentence) => sentences(sentence).answerType));
    const written = text.slice(unit.start, unit.end);
    const [isCode, isList] = [unit.kind === "code", unit.kind === "list"];
    const leadStart = unit.leadSentences[0]?.start;
    const opensWith = own.order[0]?.position ?? Number.POSITIVE_INFINITY;
    const whole = [...(unit.lead === undefined ? [] : [unit.lead.text]), written].join("\n");
    return {
      focus,
      tokens,
      matched: new Set([...own.matched.keys(), ...context.keys(), ...(isDeclared ? declared.matched : [])]),
      text: whole,
      features: {
        held: matcher.share(own.matched),
        focusHeld: sentences(focus).held,
        context: matcher.share(new Map([...context].filter(([word]) => !own.matched.has(word)))),
        trail: matcher.share(context),
        neighbours: Math.max(...unit.sentences.map((sentence) => sentences(sentence).neighbours)),
        early: Math.exp(-at / 1500),
        opensSection: Number(
          at === section || (leadStart !== undefined && textStart + leadStart === section),
        ),
        opensArticle: Number(at === 0),
        deepInSection: Math.min(1, (at - section) / 2000),
        isSentence: Number(unit.kind === "sentence"),
        isTable: Number(unit.kind === "table"),
        isCode: Number(isCode),
        codeForManner: Number(isCode && asksManner),
        listForManner: Number(isList && asksManner),
        leadForManner: Number(unit.lead !== undefined && asksManner),
        codeForThing: Number(isCode && (question.answerType === "thing" || question.answerType === "reason")),
        counterexample: Number(isCode && counterexample().test(whole)),
        longCode: Number(isCode && unit.length > muchCode),
        headingExtra: Math.log1p(headingExtra ?? 0),
        headingHeld: held(inHeading),
        headingAsked: headingExtra === 0 ? held(inHeading) : 0,
        titleHeld: held(inTitle),
        titleAsked: titleExtra === 0 ? held(inTitle) : 0,
        headingDepth: headings.length / 4,
        endsAsking: Number(asks(written) || asks(text.slice(focus.start, focus.end))),
        endsWithColon: Number(/[:：]$/.test(written)),
        definition: Number(asksWhatIs && opensWith < (tokens[0]?.position ?? 0) + openingWords),
        answerType,
        answerTypeAbsent: Number(isEvident && answerType === 0),
        length: Math.log1p(unit.length) / 5,
        declared: isDeclared ? declared.share : 0,
        declaredOpening: isDeclared ? openingOf(at, written, stored) : 0,
      },
    };
  };
}

const newWords = (tokens: readonly Token[], { asked }: WordMatcher): number =>
  [...wordTerms(tokens)].filter((term) => !asked.has(term)).length;

/**
 * Of the questions that an article declares, the one nearest to what is asked, and how far it is the same: 1 when it is, word
 * for word.
 */
function declaredQuestion(
  { questions }: Surroundings,
  matcher: WordMatcher,
  asked: ReadonlySet<string>,
): { share: number; matched: number[] } {
  let best = { share: 0, matched: [] as number[] };
  for (const { tokens, words } of questions) {
    const { matched } = matcher.match(tokens);
    const size = wordTerms(tokens).size;
    const isSame = words.size === asked.size && [...words].every((word) => asked.has(word));
    const alike = size === 0 ? 0 : matcher.share(matched) * (1 - newWords(tokens, matcher) / size);
    const share = isSame ? 1 : 0.9 * alike;
    if (share > best.share) best = { share, matched: [...matched.keys()] };
  }
  return best;
}

/** What a sentence is measured by to be the one that answers. */
interface SentenceMeasure {
  readonly held: number;
  readonly answerType: number;
  readonly newTerms: number;
}

/** The sentence of a unit that answers: it holds most of the question, gives what is asked for and says something new. */
function focusOf(
  { sentences }: QuoteUnit,
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
