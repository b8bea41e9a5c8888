import { memoizeByObject } from "../shared/memoize.ts";
import { analyseTitle } from "./analyser.ts";
import { expandedIn } from "./expansion.ts";
import { lower } from "./fold.ts";
import type { Language } from "./language.ts";
import { expandedTerm, introducedTerm, longestDefined, wholeTerm } from "./whole-term.ts";

/** UTF-16 units at the beginning of a sentence that are looked at. */
const reach = 120;

const patternOf = memoizeByObject(({ introducing }: Language): RegExp | undefined => {
  if (introducing === undefined) return undefined;
  const { articles, indefinite, verbs, does, behind, opening } = introducing;
  const word = String.raw`[^\s.,;:!?()"“”„«»]+(?:[.:][^\s.,;:!?()"“”„«»]+)*`;
  // What any one of a kind does says what it is: "A trait defines …"; what a certain one does need not.
  const done =
    does === undefined ? "" : String.raw`|(?<=^[^\p{L}\p{N}]{0,3}(?:${indefinite})\s.*)(?:${does})`;
  const remark = String.raw`\s+\((?:\p{L}{1,20}:\s+)?(?<short>[^()]{1,40})\)|\s+[–—-]\s[^–—-]{1,40}\s[–—-]`;
  const opened = opening === undefined ? "" : String.raw`(?:(?:${opening})\s[^,.;:!?]{1,40},\s+)?`;
  return new RegExp(
    String.raw`^[^\p{L}\p{N}]{0,3}${opened}(?:(?:${articles})\s+)?(?<name>${word}(?:\s+${word}){0,4}?)["”»]?(?:${remark})?(?<of>\s+(?:${behind})(?:\s+${word}){1,4}?)?(?:,(?:[^,.;:!?]{1,30},)?)?\s+(?:${verbs}${done})`,
    "iu",
  );
});

/**
 * What a sentence says of what it is, as it names it, the short form beside that, and the name with what is told of whose it
 * is: "An Authority to Operate (ATO) is the …", "The lid of an oven is the …".
 */
function introduced(sentence: string, language: Language): readonly string[] {
  const found = patternOf(language)?.exec(sentence.slice(0, reach))?.groups;
  if (found === undefined) return [];
  const { name = "", short, of } = found;
  const [first = ""] = name.split(/\s/, 1);
  if (language.pronouns?.has(lower(first, language.lowerCase)) === true) return [];
  return [name, short, of && name + of].filter((one) => one !== undefined);
}

/** UTF-16 units of a sentence within which a name may be told of on the way. */
const apposedReach = 300;

const apposedOf = memoizeByObject(({ introducing }: Language): RegExp | undefined => {
  if (introducing?.apposed === undefined) return undefined;
  const name = String.raw`\p{Lu}[\p{L}\p{N}.+-]*`;
  // Case tells names, and the first word of a sentence has a capital as well.
  const opening = introducing.opening?.replace(/\b\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
  return new RegExp(
    String.raw`(?<=[\p{Ll}\p{N}]\s)(?<!\b(?:${opening})\s)(${name}(?:\s${name}){0,2}),\s(?:${introducing.indefinite})\s(?:(?!and\b|or\b)[^\s,.;:]+\s){1,6}?(?:${introducing.apposed})\b`,
    "gu",
  );
});

/** The names that a sentence tells of on its way: "Laravel includes Eloquent, a mapper that …". */
function apposed(sentence: string, language: Language): string[] {
  const pattern = apposedOf(language);
  if (pattern === undefined) return [];
  return Array.from(sentence.slice(0, apposedReach).matchAll(pattern), ([, name = ""]) => name);
}

const kindOf = memoizeByObject(({ introducing }: Language): RegExp | undefined =>
  introducing === undefined
    ? undefined
    : new RegExp(String.raw`^(?:${introducing.indefinite})\s+\S+\s+\S`, "iu"),
);

/**
 * The terms by which a sentence is found that says what something is or what a short form stands for, by how it names that; "A fast framework for the web", right below a
 * heading, says what the heading names.
 *
 * @param heading that the sentence stands right below, if it does
 */
export function introducedTerms(sentence: string, language: Language, heading?: string): readonly string[] {
  const named = introduced(sentence, language);
  const headed = heading !== undefined && kindOf(language)?.test(sentence) === true ? [heading] : [];
  const terms = (name: string, termOf: (whole: string) => string): string[] => {
    const words = analyseTitle(name, language).filter(({ weight }) => weight === 1);
    const whole = words.length > longestDefined ? undefined : wholeTerm(words);
    return whole === undefined ? [] : [termOf(whole)];
  };
  return [
    ...[...headed, ...named, ...apposed(sentence, language)].flatMap((name) => terms(name, introducedTerm)),
    ...expandedIn(sentence).flatMap((short) => terms(short, expandedTerm)),
  ];
}
