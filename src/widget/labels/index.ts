import type { RestingLabels } from "./labels.ts";
import { languages } from "./languages.ts";

export type { Labels, RestingLabels } from "./labels.ts";

/**
 * In bundles, src/build/pack-labels.ts leaves of each language what is seen at first, and in a build's script that of the languages
 * of its articles alone: the rest is loaded when it is needed.
 */
const resting: Readonly<Record<string, Partial<RestingLabels>>> = languages;

/** The first of some tags whose language the widget speaks, as its primary subtag; else English. */
export function chooseLanguage(tags: readonly string[]): string {
  const subtags = tags.map((tag) => tag.toLowerCase().replace(/[-_].*/s, ""));
  // Norwegian has two written forms; the widget speaks one.
  const known = subtags.map((subtag) => (subtag === "nb" || subtag === "nn" ? "no" : subtag));
  return known.find((subtag) => Object.hasOwn(resting, subtag)) ?? "en";
}

/** What is seen before the reader does anything, in a language; in English where the script has no words of it. */
export function restingLabels(lang: string): RestingLabels {
  return { ...languages.en, ...resting[lang] };
}

/** Path of a language's labels below the address of a service or of a static build. */
export const labelsPath = (lang: string): string => `labels/${lang}.json`;
