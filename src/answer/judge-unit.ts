import type { StoredPassage } from "../index/store.ts";
import type { Range } from "../model/index.ts";
import { lazy } from "../shared/lazy.ts";
import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import { memoizeByObject } from "../shared/memoize.ts";
import type { Token } from "../text/analyser.ts";
import type { AnswerType, Language } from "../text/language.ts";
import { asksForEvident, cueFor, isEvidentType, tellsAmount } from "./answer-type.ts";
import { contactAsked } from "./contact.ts";
import { countJudge } from "./counted-terms.ts";
import { unknown } from "./cue.ts";
import { openingOf } from "./declared-opening.ts";
import { defines } from "./definition.ts";
import { echoesIn } from "./echoes.ts";
import { focusOf, shownFocus, wayFocus } from "./focus.ts";
import { formFeatures } from "./form-features.ts";
import { isBelowNumber, labelWords } from "./heading-match.ts";
import { introducingJudge } from "./introducing.ts";
import { passageTokens, type SentenceTokens } from "./passage-tokens.ts";
import { placeJudge } from "./place-features.ts";
import { asksForDefinition } from "./question.ts";
import type { QuoteFeatures } from "./quote-features.ts";
import type { QuoteUnit } from "./quote-units.ts";
import { replyJudge, teaserJudge } from "./reply-features.ts";
import type { RetrievalResult } from "./retrieve.ts";
import { shownUnit, withWay } from "./shown-unit.ts";
import type { SubjectJudge } from "./subject.ts";
import { declaredQuestion, surroundingsOf } from "./surroundings.ts";
import { greatest, type WordMatcher } from "./word-matches.ts";
import { wordingJudge } from "./wording.ts";

/** A unit as a reader sees it. */
export interface ShownUnit {
  readonly unit: QuoteUnit;
  /** What of it is marked as the answer, in the text of the passage. */
  readonly marked: Range;
  /** Its text, what is to be read before it included. */
  readonly text: string;
  /** Words of what was judged, to tell repetitions by. */
  readonly tokens: readonly Token[];
  /** Numbers of the question's words that it, its title, its headings or a question that its article declares hold. */
  readonly matched: ReadonlySet<number>;
}

/** A unit with what it is judged by, but for its passage. */
export interface JudgedUnit {
  readonly unit: QuoteUnit;
  /** The sentence of it that answers. */
  readonly focus: SentenceTokens;
  readonly features: Omit<QuoteFeatures, "passageScore">;
  /** Makes what is shown of it: few units are. */
  readonly show: () => ShownUnit;
}

/** How far a question that an article declares is the one that is asked at least, to be taken for it. */
const sameQuestion = 0.75;

const digits = lazyRegExp(String.raw`\p{N}`, "gu");

/** Kinds of question that a definition may answer: "Who is X?", and a name alone. */
const mayDefine = (type: AnswerType | undefined): boolean =>
  type === undefined || type === "thing" || type === "person";

/** Makes a function that judges the units of one passage; what neither itself nor its surroundings hold a word of the question is none. */
export function unitJudge(
  { question }: RetrievalResult,
  matcher: WordMatcher,
  stored: StoredPassage,
  language: Language,
  subject: SubjectJudge | undefined,
): (unit: QuoteUnit) => JudgedUnit | undefined {
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
  const isDeclared = declared.share >= sameQuestion;
  const contact = contactAsked(question);
  const cue =
    contact === undefined
      ? isEvidentType(question.answerType)
        ? cueFor(question, language)
        : undefined
      : (sentence: string) => Number(contact().test(sentence));
  const isEvident = contact !== undefined || asksForEvident(question);
  const asksAmount = question.answerType === "quantity";
  const isCount = countJudge(question, (piece) => cue?.(piece) === 1);
  const asksWhatIs = asksForDefinition(question, matcher.idf.size);
  // What says what a name stands for need not say `stand`.
  const meaning = question.terms.flatMap(({ term, word }) =>
    question.language.meaningTerms?.has(term) === true ? [[word, 1] as const] : [],
  );
  const introduces = memoizeByObject(introducingJudge(question, stored, language));
  const isTeaser = teaserJudge(language);
  const worded = memoizeByObject(wordingJudge(question.text, language));
  const isDefining = memoizeByObject((sentence: SentenceTokens) => defines(sentence, matcher, language));
  const matches = memoizeByObject((sentence: SentenceTokens) => {
    const found = matcher.match(sentence.tokens);
    const { matched, newTerms } = found;
    return { matched, newTerms, held: matcher.share(matched), neighbours: matcher.neighbours(found) };
  });
  const measured = memoizeByObject((sentence: SentenceTokens) => ({
    ...matches(sentence),
    answerType: cue?.(withoutAsked(sentence, matcher)) ?? unknown,
  }));
  /** What some sentences hold of the question together. */
  const matchedBy = (run: readonly SentenceTokens[]): ReadonlyMap<number, number> =>
    greatest(run.map((sentence) => matches(sentence).matched));
  /** What stands around a unit that opens with a sentence. */
  const contextOf = ({ asked }: QuoteUnit, opening: SentenceTokens): ReadonlyMap<number, number> => {
    const before = [...(asked === undefined ? [] : [asked]), ...echoes.all].filter(
      ({ end }) => end <= opening.start,
    );
    return before.length === 0
      ? trail
      : new Map([...trail, ...before.flatMap(({ tokens }) => [...matcher.match(tokens).matched])]);
  };

  return (unit) => {
    const own = unit.sentences.filter((sentence) => !echoes.all.has(sentence));
    const [opening] = own;
    const last = unit.sentences.at(-1);
    // What leads to the words of the question, and no further, answers nothing.
    if (opening === undefined || own.at(-1) !== last || echoes.leading.has(last)) return undefined;
    const all = [...unit.leadSentences, ...own];
    const matched = matchedBy(all);
    const introduction = asksWhatIs && unit.kind !== "code" ? own.find(introduces) : undefined;
    const around = contextOf(unit, opening);
    const context = introduction === undefined ? around : new Map([...around, ...meaning]);
    if (matched.size === 0 && context.size === 0 && !isDeclared && numbered === 0) return undefined;
    const focus = introduction ?? focusOf(own, measured) ?? opening;
    const answerType = Math.max(...own.map((sentence) => measured(sentence).answerType));
    const { held } = measured(focus);
    // What leads to code says in words what the code does.
    const focusHeld = Math.max(held, ...unit.leadSentences.map((sentence) => matches(sentence).held));
    const typed = cue === undefined ? 0 : answerType;
    // What code sets a name to does not say what that is.
    const told = (unit.kind === "code" ? unit.leadSentences : all).filter(({ start }) => start >= 0);
    const isDefinition =
      introduction !== undefined || (mayDefine(question.answerType) && told.some(isDefining));
    const show = lazy((): ShownUnit => {
      const said = shownUnit(text, unit, focus, (run) => matcher.share(matchedBy(run)));
      const shown = question.answerType === "manner" ? withWay(text, textStart, unit, said) : said;
      return {
        unit: shown,
        marked: shown === said ? shownFocus(text, unit, focus, measured) : wayFocus(shown, measured),
        text: [...(shown.lead ? [shown.lead.text] : []), shown.text].join("\n"),
        tokens: all.flatMap((sentence) => sentence.tokens),
        matched: new Set([...matched.keys(), ...context.keys(), ...(isDeclared ? declared.matched : [])]),
      };
    });
    return {
      unit,
      focus,
      show,
      features: {
        held: matcher.share(matched),
        focusHeld,
        context: matcher.shareBeyond(context, matched),
        trail: matcher.share(context),
        neighbours: Math.max(...all.map((sentence) => matches(sentence).neighbours)),
        // What only announces an answer does so in the words of the question.
        wording: all.some(isTeaser) ? 0 : Math.max(...all.map(worded)),
        definition: Number(isDefinition),
        introducing: Number(introduction !== undefined),
        noDefinition: asksWhatIs && !isDefinition ? focusHeld : 0,
        answerType: typed,
        focusAnswers: held * typed,
        amountTold: Number(
          asksAmount && measured(focus).answerType > 0 && tellsAmount(withoutAsked(focus, matcher), language),
        ),
        countTold: Number(isCount !== undefined && own.some(isCount)),
        answerTypeAbsent: Number(isEvident && cue !== undefined && answerType === 0),
        otherLanguage: Number(question.isLanguageSure && language.code !== question.language.code),
        numbered,
        declared: isDeclared ? declared.share : 0,
        declaredOpening: isDeclared ? openingOf(textStart + unit.start, unit.text, stored) : 0,
        ...placed.of(unit),
        ...formFeatures(
          unit,
          language,
          focus,
          focusHeld,
          () => matcher.share(greatest([matched, context])) * placed.named,
          question.answerType,
        ),
        ...replies(unit, own),
      },
    };
  };
}

/** A sentence with the words of the question in small letters and without their digits: they are no answer to it. */
function withoutAsked({ start, text, tokens }: SentenceTokens, { asked }: WordMatcher): string {
  let rest = text;
  for (const token of tokens) {
    if (!asked.has(token.term)) continue;
    const [from, to] = [token.start - start, token.end - start];
    const masked = rest.slice(from, to).toLowerCase().replace(digits(), "_");
    // Few letters change their length in lower case; offsets must hold.
    if (masked.length === to - from) rest = rest.slice(0, from) + masked + rest.slice(to);
  }
  return rest;
}
