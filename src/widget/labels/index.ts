import type { Labels } from "./labels.ts";
import { languages } from "./languages.ts";

export type { Labels } from "./labels.ts";

/** The labels of the first tag that the widget speaks, else English, and the language that they are in. */
export function labelsFor(tags: readonly string[]): { lang: string; labels: Labels } {
  const subtags = tags.map((tag) => tag.toLowerCase().replace(/[-_].*/, ""));
  const lang = subtags.find((subtag) => Object.hasOwn(languages, subtag)) ?? "en";
  return { lang, labels: languages[lang] as Labels };
}
