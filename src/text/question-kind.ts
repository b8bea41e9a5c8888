import { memoizeByObject } from "../shared/memoize.ts";
import { askingWords } from "./capitals.ts";
import { fold, hasMarks, lower } from "./fold.ts";
import type { AnswerType, Language } from "./language.ts";
import { phraseIn } from "./phrase-in.ts";
import { stopPhrases } from "./stop-words.ts";
import { type Word, words } from "./words.ts";

/** A place in a question where words that ask stand. */
interface Asking {
  readonly kind: AnswerType;
  /** The place of the first, in words; in characters where words are not spaced. */
  readonly index: number;
  readonly length: number;
}

/** What may stand between two words of one clause. */
const withinClause = /^[\s'’"“”„«»`*_/()-]*$/;

/** Kinds whose words tie clauses together as well: "when it rains", "the people who", "a school where". */
const tying: ReadonlySet<AnswerType> = new Set(["time", "place", "person", "thing"]);
/** Words before one that asks, at the start of a question: "Since when", "In which year". */
const openingReach = 2;

/** A question at the end of a text that tells other things before it. */
const closing = /^[^?？؟]*[.!…。！]["'”’»)\]]*\s+([^.!?…。！？؟]+[?？؟]\s*)$/u;

/**
 * What a question asks for. Of a text that tells what happened and asks at its end, "It fails when I save. Is there a way round that?", what
 * it asks there.
 *
 * @param found its words, and `written`, the same as `askingWords` returns them
 */
export function answerTypeOf(
  text: string,
  found: readonly Word[],
  written: readonly string[],
  language: Language,
): AnswerType | undefined {
  const [, last] = closing.exec(text) ?? [];
  if (last !== undefined && stopPhrases(language) === undefined) {
    const own = words(last);
    const ownWritten = askingWords(last, own, language);
    const type = sentenceType(last, own, ownWritten, language);
    if (type !== undefined || language.openingVerbs?.has(ownWritten[0] ?? "") === true) return type;
  }
  return sentenceType(text, found, written, language);
}

/**
 * What one sentence asks for: the kind of its first question word, the longest when two begin at one place, `how many` before
 * `how`. A word that begins a clause goes before one amid it, which ties clauses together as often as it asks. Undefined
 * when nothing asks, as in a keyword search, for a question that wants yes or no, and for "When should I ...?", which
 * asks for a condition and not for a date.
 */
function sentenceType(
  text: string,
  found: readonly Word[],
  written: readonly string[],
  language: Language,
): AnswerType | undefined {
  const asking = askingIn(text, written, language);
  const isSpaced = stopPhrases(language) === undefined;
  const chosen = isSpaced ? spacedAsking(text, found, written, language, asking) : first(asking);
  if (chosen?.kind === "thing" && language.amountsAsked?.().test(text) === true) return "quantity";
  if (chosen?.kind === "manner" && language.degrees?.().test(text) === true) return undefined;
  if (chosen?.kind !== "time") return chosen?.kind;
  return obliges(text, isSpaced ? written.slice(chosen.index) : [], language) ? undefined : "time";
}

/** The place that decides, in a language that spaces its words. */
function spacedAsking(
  text: string,
  found: readonly Word[],
  written: readonly string[],
  language: Language,
  asking: readonly Asking[],
): Asking | undefined {
  const opensClause = ({ index }: Asking): boolean => {
    const [before, word] = [found[index - 1], found[index]];
    return before === undefined || !withinClause.test(text.slice(before.end, word?.start));
  };
  const opening = first(asking.filter(opensClause));
  if (opening !== undefined) return opening;
  const amid = first(asking);
  if (amid === undefined || !tying.has(amid.kind) || amid.length > 1) return amid;
  const wantsYesOrNo = language.openingVerbs?.has(written[0] ?? "") === true;
  if (wantsYesOrNo) return written.some((word) => language.requests?.has(word)) ? amid : undefined;
  return amid.index <= openingReach || /[?？؟;]\s*$/.test(text) ? amid : undefined;
}

/** The first of some places, the longest when two begin at one. */
const first = (asking: readonly Asking[]): Asking | undefined =>
  asking.toSorted((a, b) => a.index - b.index || b.length - a.length)[0];

/** A phrase that asks, in its words. */
interface AskingPhrase {
  readonly kind: AnswerType;
  readonly words: readonly string[];
}

/** The phrases of a language that ask, as they are written and as who leaves marks out types them. */
const phrasesOf = memoizeByObject((language: Language) => {
  const isSpaced = stopPhrases(language) === undefined;
  const typed = (type: (phrase: string) => string): readonly AskingPhrase[] =>
    (Object.entries(language.questionWords) as [AnswerType, readonly string[]][]).flatMap(([kind, phrases]) =>
      phrases.map((phrase) => ({ kind, words: type(isSpaced ? phrase : lower(phrase)).split(" ") })),
    );
  const both = { written: typed((phrase) => phrase), folded: typed(fold) };
  return { ...both, byFirst: { written: byFirstWord(both.written), folded: byFirstWord(both.folded) } };
});

/** Phrases that ask how much of something there is by a word that asks, "how" or "combien", and one for what is measured: `how long`. */
const degreesOf = memoizeByObject(({ questionWords: { quantity = [], manner = [] } }: Language) => {
  const opening = new Set([...manner, ...quantity]);
  const phrases = quantity.filter(
    (phrase) => phrase.includes(" ") && opening.has(phrase.split(" ")[0] ?? ""),
  );
  return phrases.flatMap((phrase) => (hasMarks(phrase) ? [phrase, fold(phrase)] : [phrase]));
});

/**
 * Whether a word of a question after an amount belongs to what asks for it, `long` of "How long does it last?": what answers says
 * three days, and not that they are long.
 *
 * @param until the question in lower case, up to the end of the word
 */
export const measures = (until: string, language: Language): boolean =>
  degreesOf(language).some((phrase) => until.endsWith(phrase));

/** Phrases by their first word, in their order: a question of hundreds of words is gone through once. */
function byFirstWord(phrases: readonly AskingPhrase[]): ReadonlyMap<string, readonly AskingPhrase[]> {
  const grouped = new Map<string, AskingPhrase[]>();
  for (const phrase of phrases) {
    const [word = ""] = phrase.words;
    const known = grouped.get(word);
    if (known === undefined) grouped.set(word, [phrase]);
    else known.push(phrase);
  }
  return grouped;
}

/** Where phrases that ask stand; in a script without spaces, where each stands first. */
function askingIn(text: string, written: readonly string[], language: Language): Asking[] {
  const isSpaced = stopPhrases(language) === undefined;
  const isMarked = hasMarks(text);
  const words = isMarked ? written : written.map(fold);
  const phrases = phrasesOf(language);
  const spelling = isMarked ? "written" : "folded";
  if (!isSpaced) {
    const joined = words.join(" ");
    return phrases[spelling].flatMap(({ kind, words: parts }) => {
      const sought = parts.join(" ");
      const index = joined.indexOf(sought);
      return index < 0 ? [] : [{ kind, index, length: sought.length }];
    });
  }
  return words.flatMap((word, index) =>
    (phrases.byFirst[spelling].get(word) ?? [])
      .filter(({ words: parts }) => parts.every((part, at) => words[index + at] === part))
      .map(({ kind, words: parts }) => ({ kind, index, length: parts.length })),
  );
}

/** Whether a question asks for what is to be done: should, must. @param words those from the one that asks on */
function obliges(text: string, words: readonly string[], { obligations, script }: Language): boolean {
  return obligations?.some(phraseIn(text, words, script)) === true;
}
