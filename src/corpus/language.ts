import { eld } from "eld/small";
import type { Article } from "../model/index.ts";

/** How much of a text is sampled at its start, in its middle and at its end; more costs time and changes nothing. */
const sampleLength = 400;

/** Prose that is shorter than this, in UTF-16 units, does not show for sure what language it is in. */
const surelyTold = 120;

/** The language that a text is written in: an ISO 639-1 code, or `und` (undetermined) when it cannot be told. */
export function detectLanguage(text: string): string {
  const found = samples(text)
    .map((sample) => eld.detect(sample).language)
    .filter((language) => language !== "");
  // Of three that differ the middle decides: a header or a licence is at an end.
  const common = found.find((language, index) => found.indexOf(language) < index);
  return common ?? found[1] ?? found[0] ?? "und";
}

/** Samples from start, middle and end: any of them may be a header or a quotation in another language. */
function samples(text: string): string[] {
  if (text.length <= 3 * sampleLength) return [text];
  const middle = (text.length - sampleLength) >> 1;
  return [text.slice(0, sampleLength), text.slice(middle, middle + sampleLength), text.slice(-sampleLength)];
}

/**
 * The language of most articles whose language is sure: that of an article that does not show its own.
 *
 * @param articles in their order, which decides between languages of as many
 */
export function commonLanguage(articles: readonly { lang: string; isSure: boolean }[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { lang, isSure } of articles) if (isSure) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The language of an article by its prose: what code and tables are written in is no language. */
export function languageOf({ text, blocks }: Pick<Article, "text" | "blocks">): {
  lang: string;
  isSure: boolean;
} {
  const prose = blocks
    .filter(({ kind }) => kind !== "code" && kind !== "table")
    .map(({ start, end }) => text.slice(start, end))
    .join("\n");
  const lang = detectLanguage(prose === "" ? text : prose);
  return { lang, isSure: lang !== "und" && prose.length >= surelyTold };
}
