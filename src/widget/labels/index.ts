import en from "./en.ts";
import type { Labels, RestingLabels } from "./labels.ts";
import { languages } from "./languages.ts";

export type { Labels } from "./labels.ts";

/** In bundles, src/build/pack-labels.ts leaves of each language what is seen at first: the rest is loaded when it is needed. */
const resting: Readonly<Record<string, RestingLabels>> = languages;

/** The first of some tags whose language the widget speaks, as its primary subtag; else English. */
export function chooseLanguage(tags: readonly string[]): string {
  const subtags = tags.map((tag) => tag.toLowerCase().replace(/[-_].*/s, ""));
  // Norwegian is written in two ways, of which the widget speaks one.
  const known = subtags.map((subtag) => (subtag === "nb" || subtag === "nn" ? "no" : subtag));
  return known.find((subtag) => Object.hasOwn(resting, subtag)) ?? "en";
}

/** English, with what is seen at first in another language: until the rest of it is loaded. */
export const restingLabels = (lang: string): Labels => ({ ...en, ...resting[lang] });

/** Path of a language's labels below the address of a service or of a static build. */
export const labelsPath = (lang: string): string => `labels/${lang}.json`;

/** All labels of a language; undefined when they cannot be loaded. @param url where they are, as JSON */
export async function loadLabels(lang: string, url: string): Promise<Labels | undefined> {
  if (lang === "en") return en;
  try {
    const response = await fetch(url);
    if (!response.ok) return undefined;
    // A label that is missing there is said in English.
    return { ...en, ...((await response.json()) as Partial<Labels>) };
  } catch {
    return undefined;
  }
}
