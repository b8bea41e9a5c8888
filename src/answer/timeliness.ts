import { timeOf } from "../index/time-of.ts";
import type { ArticleMetadata } from "../model/index.ts";
import type { Language } from "../text/language.ts";
import { phraseIn } from "../text/phrase-in.ts";
import { stemOf } from "../text/terms.ts";
import { lowerWords } from "../text/words.ts";
import type { Question } from "./question.ts";

/** When a question is about. */
export interface AskedTime {
  /** Whether it wants what is newest: the latest, the current, now. */
  readonly recent: boolean;
  /** Years that it names. */
  readonly years: ReadonlySet<number>;
  /** Months that it names with or without a year, 1 to 12. */
  readonly months: ReadonlySet<number>;
}

const year = /(?<![\d.,])(?:1[89]|20)\d\d(?![\d.]*\d)/g;
/** 2024-03 and 2024年3月. */
const numericMonth = /(?:1[89]|20)\d\d(?:-|年\s?)(0?[1-9]|1[0-2])(?!\d)/g;
const monthNumbers = Array.from({ length: 12 }, (_, index) => index + 1);

/** The stems of the names of the months in a language, alone and beside a day, with their numbers. */
function monthNames({ code, stem }: Language): ReadonlyMap<string, number> {
  const formats = [{ month: "long" }, { month: "long", day: "numeric" }] as const;
  const names = new Map<string, number>();
  for (const options of formats) {
    const format = new Intl.DateTimeFormat(code, { ...options, timeZone: "UTC" });
    for (const number of monthNumbers) {
      const parts = format.formatToParts(Date.UTC(2024, number - 1, 1));
      const name = parts.find(({ type }) => type === "month")?.value.toLowerCase();
      if (name !== undefined && /^\p{L}{3,}$/u.test(name)) names.set(stem(name), number);
    }
  }
  return names;
}

const namesByLanguage = new Map<string, ReadonlyMap<string, number>>();

/** What a question says of time. */
export function askedTime(text: string, language: Language): AskedTime {
  const words = lowerWords(text, language.lowerCase);
  const recent = language.recency ?? [];
  const years = new Set(Array.from(text.matchAll(year), ([digits]) => Number(digits)));
  const months = new Set(Array.from(text.matchAll(numericMonth), ([, month]) => Number(month)));
  // A month by itself may be a name, as May is: beside a year it is a month.
  if (years.size > 0) {
    let names = namesByLanguage.get(language.code);
    if (names === undefined) {
      names = monthNames(language);
      namesByLanguage.set(language.code, names);
    }
    for (const word of words) {
      const month = names.get(stemOf(word, language));
      if (month !== undefined) months.add(month);
    }
  }
  return { recent: recent.some(phraseIn(text, words, language.script)), years, months };
}

const askedTimes = new WeakMap<Question, AskedTime>();

/** The same of a question, found once for all passages that are compared by it. */
function timeOfQuestion(question: Question): AskedTime {
  const asked = askedTimes.get(question) ?? askedTime(question.text, question.language);
  askedTimes.set(question, asked);
  return asked;
}

/** What it counts that an article is from the year, or the month, that is asked for; the rarest word of the question is 1. */
const datedWeight = 1;
/** What lies between the newest of the passages and the oldest, when nothing of time is asked, and when the newest is. */
const tieWeight = 0.1;
const recentWeight = 2;

/** How well articles fit what a question says of time. */
export class Timeliness {
  readonly #asked: AskedTime;
  readonly #oldest: number;
  readonly #newest: number;

  /** @param times when the articles that are compared were last changed; see `timeOf` */
  constructor(question: Question, times: readonly (number | undefined)[]) {
    this.#asked = timeOfQuestion(question);
    const known = times.filter((time) => time !== undefined);
    this.#oldest = Math.min(...known);
    this.#newest = Math.max(...known);
  }

  /** How well an article fits: 0 without a date. */
  of(article: ArticleMetadata): number {
    const time = timeOf(article);
    if (time === undefined) return 0;
    const { years, months } = this.#asked;
    if (years.size > 0)
      return isFrom(article.published ?? article.updated ?? "", years, months) ? datedWeight : 0;
    return this.#newness(time);
  }

  /** How well an article that was changed at this time fits at most. */
  most(time: number | undefined): number {
    if (time === undefined) return 0;
    return this.#asked.years.size > 0 ? datedWeight : this.#newness(time);
  }

  #newness(time: number): number {
    if (this.#newest === this.#oldest) return 0;
    const newness = (time - this.#oldest) / (this.#newest - this.#oldest) - 0.5;
    return newness * (this.#asked.recent ? recentWeight : tieWeight);
  }
}

/** Folders and names of lists of changes, which do not say how things are. */
const chronicle =
  /(?:^|[/_\s-])(?:change-?_?log|changes|history|release-?_?notes?|releases|what-?s-?new|news|blog|posts?|(?:migrat(?:e|ing|ion)|upgrad(?:e|ing))[-_]?(?:guide[-_]?)?(?:to|from)?[-_]?v?\d[\d.x]*)(?:[/_.\s-]|$)/i;
const dated = /(?:^|\/)(?:19|20)\d\d[-/]\d\d(?:[-/]|$)/;
/** Words of a question that wants to know what changed. */
const asksForChanges =
  /\b(?:change(?:s|d|log)?|releases?d?|versions? v?\d[\d.]*|news?|blog|post|announce\p{L}*|histor\p{L}*|migrat\p{L}*|upgrad\p{L}*)\b/iu;

/** Whether an article is a change log, release notes, of the way to one release or a dated post, by its path. */
export const isChronicle = ({ id }: ArticleMetadata): boolean => chronicle.test(id) || dated.test(id);

/** Whether a question may want such an article. */
export const wantsChronicle = (question: Question): boolean => {
  const { recent, years } = timeOfQuestion(question);
  return recent || years.size > 0 || asksForChanges.test(question.text);
};

/** Whether a date, as ISO 8601, is in one of the years, and one of the months if there are any. */
function isFrom(date: string, years: ReadonlySet<number>, months: ReadonlySet<number>): boolean {
  const [year = "", month = ""] = date.split("-");
  return years.has(Number(year)) && (months.size === 0 || months.has(Number(month)));
}
