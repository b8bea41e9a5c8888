import type { RestingLabels } from "./labels.ts";
import { languages } from "./languages.ts";

export type { Labels, RestingLabels } from "./labels.ts";

/** In bundles, src/build/pack-labels.ts leaves of each language what is seen at first: the rest is loaded when it is needed. */
const resting: Readonly<Record<string, RestingLabels>> = languages;

/** The first of some tags whose language the widget speaks, as its primary subtag; else English. */
export function chooseLanguage(tags: readonly string[]): string {
  const subtags = tags.map((tag) => tag.toLowerCase().replace(/[-_].*/s, ""));
  // Norwegian has two written forms; the widget speaks one.
  const known = subtags.map((subtag) => (subtag === "nb" || subtag === "nn" ? "no" : subtag));
  return known.find((subtag) => Object.hasOwn(resting, subtag)) ?? "en";
}

/** What is seen before the reader does anything, in a language that `chooseLanguage` returned. */
export function restingLabels(lang: string): RestingLabels {
  const found = resting[lang];
  if (found === undefined) throw new Error(`The widget does not speak ${lang}.`);
  return found;
}

/** Path of a language's labels below the address of a service or of a static build. */
export const labelsPath = (lang: string): string => `labels/${lang}.json`;
