import type { StoredPassage } from "../index/store.ts";
import type { Range } from "../model/index.ts";
import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import { memoizeByObject } from "../shared/memoize.ts";
import type { Token } from "../text/analyser.ts";
import type { AnswerType, Language } from "../text/language.ts";
import { asksForEvident, cueFor, isEvidentType, tellsAmount } from "./answer-type.ts";
import { countJudge } from "./counted-terms.ts";
import { unknown } from "./cue.ts";
import { isTreated, openingOf } from "./declared-opening.ts";
import { defines } from "./definition.ts";
import { echoesIn } from "./echoes.ts";
import { focusOf, shownFocus, wayFocus } from "./focus.ts";
import { type FormFeatures, formFeatures } from "./form-features.ts";
import { isBelowNumber, labelWords } from "./heading-match.ts";
import { introducingJudge } from "./introducing.ts";
import { passageTokens, type SentenceTokens } from "./passage-tokens.ts";
import { type PlaceFeatures, placeJudge } from "./place-features.ts";
import { asksForDefinition } from "./question.ts";
import { type QuoteUnit, quoteUnits } from "./quote-units.ts";
import { quoteWeights } from "./quote-weights.ts";
import type { RankedPassage } from "./rank.ts";
import { type ReplyFeatures, replyJudge } from "./reply-features.ts";
import type { RetrievalResult } from "./retrieve.ts";
import { shownUnit, withWay } from "./shown-unit.ts";
import { asksForSubject, type SubjectJudge } from "./subject.ts";
import { declaredQuestion, surroundingsOf } from "./surroundings.ts";
import { greatest, WordMatcher } from "./word-matches.ts";

/** A passage that was fetched, with its place in the ranking. */
export interface FetchedPassage {
  readonly ranked: RankedPassage;
  readonly stored: StoredPassage;
}

/** What a unit holds of the question and tells of what is asked. Shares are of the question's idf, 0 to 1; what is true or not is 1 or 0. */
interface ContentFeatures {
  /** Share that the unit holds, its lead included. */
  readonly held: number;
  /** Share that the one sentence of it, or of its lead, holds that holds most. */
  readonly focusHeld: number;
  /** Share that it lacks and the title, the headings or a question of the author's above it hold. */
  readonly context: number;
  /** Share that those hold, whether it lacks it or not. */
  readonly trail: number;
  /** Neighbours in the question that are neighbours in a sentence of it or of its lead, as a share. */
  readonly neighbours: number;
  /** Score of the passage, as a share of the best one's. */
  readonly passageScore: number;
  /** For a question after what something is: whether a sentence of it says so. */
  readonly definition: number;
  /** The same, in the very name that is asked for. */
  readonly introducing: number;
  /** For a question of few words after what something is: what its focus holds, where no sentence of it says so. */
  readonly noDefinition: number;
  /** Whether it shows the person, place, time or number that the question asks for. A half when that cannot be told. */
  readonly answerType: number;
  /** The same, times what the one sentence holds. */
  readonly focusAnswers: number;
  /** For a question after a number: whether its focus tells one that the question does not have. */
  readonly amountTold: number;
  /** For a question after how many: whether a number stands right before what it counts. */
  readonly countTold: number;
  /** Whether it shows none for a question after a person, a time or a number. */
  readonly answerTypeAbsent: number;
  /** Whether it is of an article in another language than the question, which is sure of its own. */
  readonly otherLanguage: number;
  /** Whether it stands below a title or heading that the question names by its number. */
  readonly numbered: number;
  /** How far one of the questions that the article says it answers is the one that is asked, else 0. */
  readonly declared: number;
  /** Whether it is of a question that its article declares; or, where no unit there is, the summary or the opening. See `isTreated`. */
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
  const subject = asksForSubject(retrieved);
  const bestScore = passages[0]?.ranked.score || 1;
  const judged = passages.flatMap(({ stored, ranked }, passage) => {
    const language = languageOf(stored.article.lang);
    const judge = createJudge(retrieved, matcher, stored, language, subject);
    const passageScore = Math.max(0, ranked.score / bestScore);
    return quoteUnits(stored, language).flatMap((unit) => {
      const judged = judge(unit);
      if (judged === undefined) return [];
      const article = stored.article.id;
      return [
        {
          ...judged,
          article,
          passage,
          features: { ...judged.features, passageScore },
        },
      ];
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
    const isDeclared = declared === 1 || (declared > 0 && !isExact);
    const isReply = treated.has(article)
      ? isTreated(candidate.features)
      : declaredOpening > 0 && declaredOpening === best.get(article);
    const features = {
      ...candidate.features,
      declared: isDeclared ? declared : 0,
      declaredOpening: Number(isDeclared && isReply),
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

type Judged = Pick<QuoteCandidate, "unit" | "focus" | "shown" | "tokens" | "matched" | "text"> & {
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
  subject: SubjectJudge | undefined,
): (unit: QuoteUnit) => Judged | undefined {
  const { text, start: textStart } = stored.passage;
  const surroundings = surroundingsOf(stored, language);
  const placed = placeJudge(stored, surroundings, matcher, { question, language, subject });
  const trail = new Map(
    [surroundings.title, surroundings.outerHeadings, surroundings.heading].flatMap((tokens) => [
      ...matcher.match(tokens).matched,
    ]),
  );
  const replies = replyJudge(question, stored, language);
  const numbered = Number(isBelowNumber(stored, question));
  if (numbered === 1) for (const word of labelWords(question)) trail.set(word, 1);
  const echoes = echoesIn(passageTokens(stored, language).sentences, stored.passage, question);
  const declared = declaredQuestion(surroundings, matcher, question.words);
  const cue = isEvidentType(question.answerType) ? cueFor(question, language) : undefined;
  const isEvident = asksForEvident(question);
  const asksAmount = question.answerType === "quantity";
  const isCount = countJudge(question, (piece) => cue?.(piece) === 1);
  const asksWhatIs = asksForDefinition(question, matcher.idf.size);
  const introduces = introducingJudge(question, stored, language);
  const matches = memoizeByObject((sentence: SentenceTokens) => {
    const found = matcher.match(sentence.tokens);
    const { matched, newTerms } = found;
    return { matched, newTerms, held: matcher.share(matched), neighbours: matcher.neighbours(found) };
  });
  const sentences = memoizeByObject((sentence: SentenceTokens) => ({
    ...matches(sentence),
    answerType: cue?.(withoutAsked(text, sentence, matcher)) ?? unknown,
  }));
  /** What some sentences hold of the question together. */
  const matchedBy = (run: readonly SentenceTokens[]): ReadonlyMap<number, number> =>
    greatest(run.map((sentence) => matches(sentence).matched));
  return (unit) => {
    const own = unit.sentences.filter((sentence) => !echoes.all.has(sentence));
    const [opening] = own;
    const last = unit.sentences.at(-1);
    // What leads to the words of the question, and no further, answers nothing.
    if (opening === undefined || own.at(-1) !== last || echoes.leading.has(last)) return undefined;
    const all = [...unit.leadSentences, ...own];
    const matched = matchedBy(all);
    const isDeclared = declared.share >= sameQuestion;
    const context = new Map(trail);
    for (const sentence of [unit.asked, ...echoes.all]) {
      if (sentence === undefined || sentence.end > opening.start) continue;
      for (const [word, weight] of matcher.match(sentence.tokens).matched) context.set(word, weight);
    }
    if (matched.size === 0 && context.size === 0 && !isDeclared && numbered === 0) return undefined;
    const introduction = asksWhatIs && unit.kind !== "code" ? own.find(introduces) : undefined;
    const focus = introduction ?? focusOf(own, sentences) ?? opening;
    const answerType = Math.max(...own.map((sentence) => sentences(sentence).answerType));
    const written = text.slice(unit.start, unit.end);
    const leading = unit.lead === undefined ? [] : [unit.lead.text];
    const read = [...leading, written].join("\n");
    const said = shownUnit(text, unit, focus, (run) => matcher.share(matchedBy(run)));
    const shown = question.answerType === "manner" ? withWay(text, textStart, unit, said) : said;
    const { held } = sentences(focus);
    // What leads to code says in words what the code does.
    const focusHeld = Math.max(held, ...unit.leadSentences.map((sentence) => matches(sentence).held));
    const typed = cue === undefined ? 0 : answerType;
    // What code sets a name to does not say what that is.
    const told = (unit.kind === "code" ? unit.leadSentences : all).filter(({ start }) => start >= 0);
    const isDefinition =
      introduction !== undefined ||
      (mayDefine(question.answerType) && defines(text, told, matcher, language));
    return {
      unit: shown,
      focus,
      shown: shown === said ? shownFocus(text, unit, focus, sentences) : wayFocus(shown, sentences),
      tokens: all.flatMap((sentence) => sentence.tokens),
      matched: new Set([...matched.keys(), ...context.keys(), ...(isDeclared ? declared.matched : [])]),
      text: [...(shown.lead ? [shown.lead.text] : []), text.slice(shown.start, shown.end)].join("\n"),
      features: {
        held: matcher.share(matched),
        focusHeld,
        context: matcher.share(new Map([...context].filter(([word]) => !matched.has(word)))),
        trail: matcher.share(context),
        neighbours: Math.max(...all.map((sentence) => matches(sentence).neighbours)),
        definition: Number(isDefinition),
        introducing: Number(introduction !== undefined),
        noDefinition: asksWhatIs && !isDefinition ? held : 0,
        answerType: typed,
        focusAnswers: held * typed,
        amountTold: Number(
          asksAmount &&
            sentences(focus).answerType > 0 &&
            tellsAmount(withoutAsked(text, focus, matcher), language),
        ),
        countTold: Number(isCount !== undefined && own.some((sentence) => isCount(text, sentence))),
        answerTypeAbsent: Number(isEvident && cue !== undefined && answerType === 0),
        otherLanguage: Number(question.isLanguageSure && language.code !== question.language.code),
        numbered,
        declared: isDeclared ? declared.share : 0,
        declaredOpening: isDeclared ? openingOf(textStart + unit.start, written, stored) : 0,
        ...placed.of(unit),
        ...formFeatures(
          text,
          unit,
          focus,
          focusHeld,
          () => matcher.share(greatest([matched, context])) * placed.named,
          question,
        ),
        ...replies(
          read,
          own.map(({ start, end }) => text.slice(start, end)),
        ),
      },
    };
  };
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
