import { memoizeByObject } from "../shared/memoize.ts";
import type { Language } from "./language.ts";

/** A number as it is found: 1,250.00 and 1 250 are found by 1250, and version v2.4.1 by 2.4.1. */
export interface NumberForms {
  /** The number itself. */
  readonly whole: string;
  /** The same amount in other figures: 9.9 for $9.90. */
  readonly others: readonly string[];
  /** Numbers within it that lead to it and are not asked for with it: the year of a date. */
  readonly parts: readonly string[];
}

/** Whether people who write a language put a comma before decimals. */
const hasDecimalComma = memoizeByObject(({ code }: Language): boolean =>
  new Intl.NumberFormat(code)
    .formatToParts(0.5)
    .some(({ type, value }) => type === "decimal" && value === ","),
);

const version = /^v(\d+(?:\.\d+)+.*)$/;
const bareVersion = /^v(\d+)$/;
const dotted = /^\d+(?:\.\d+){2,}$/;
const year = /^\d{4}$/;
const decade = /^(\d{4})s$/;
const groupMarks = /[ \u00a0\u2009\u202f'’]/;
const decimalPoint = /^\d+\.\d+$/;
const decimalComma = /^\d+,\d{1,2}$/;
const groupedByCommas = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const groupedByStops = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;

/** An amount without zeros at the end of its decimals. */
const amount = (number: string): string =>
  number.includes(".") ? number.replace(/0+$/, "").replace(/\.$/, "") : number;

const only = (whole: string, others: readonly string[] = [], parts: readonly string[] = []): NumberForms => ({
  whole,
  others: others.filter((other) => other !== whole),
  parts,
});

/**
 * The forms of a number with separators, or of a version; undefined when a lower-case word is neither. Zeros at the end of
 * decimals are kept where they may tell versions apart, 3.10 and 3.1, and mean nothing where an amount is written.
 *
 * @param isMoney whether a currency stands beside it
 */
export function numberForms(word: string, language: Language, isMoney: boolean): NumberForms | undefined {
  const versionNumber = version.exec(word)?.[1];
  if (versionNumber !== undefined) return only(versionNumber);
  const bare = bareVersion.exec(word)?.[1];
  if (bare !== undefined) return only(word, [], [bare]);
  const decadeYear = decade.exec(word)?.[1];
  if (decadeYear !== undefined) return only(word, [], [decadeYear]);
  const isGrouped = groupMarks.test(word);
  if (isGrouped) {
    const parts = word.includes(" ") ? word.split(/[ .,]/) : [];
    return only(amount(word.replace(/[ \u00a0\u2009\u202f'’]/g, "").replace(",", ".")), [], parts);
  }
  if (groupedByCommas.test(word)) return only(amount(word.replaceAll(",", "")));
  const commas = hasDecimalComma(language);
  if (groupedByStops.test(word) && (commas || word.includes(","))) {
    const plain = amount(word.replaceAll(".", "").replace(",", "."));
    return only(plain, word.includes(",") ? [] : [word]);
  }
  if (dotted.test(word))
    return only(
      word,
      [],
      word.split(".").filter((part) => year.test(part)),
    );
  if (decimalPoint.test(word)) return only(word, isMoney || word.endsWith(".00") ? [amount(word)] : []);
  if (decimalComma.test(word)) {
    const parts = word.split(",");
    const plain = amount(word.replace(",", "."));
    return commas ? only(plain, [], parts) : { whole: plain, others: [], parts };
  }
  return undefined;
}
