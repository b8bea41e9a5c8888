import { labelsPath } from "../widget/labels/index.ts";
import type { RestingLabels } from "../widget/labels/labels.ts";
import { languages } from "../widget/labels/languages.ts";

/**
 * src/widget/labels/languages.ts as a module that has of each language only what is seen before the reader does anything: a
 * reader needs one of them.
 */
export function packLabels(): string {
  const resting = Object.entries(languages).map(
    ([code, { placeholder, ask, close }]): [string, RestingLabels] => [code, { placeholder, ask, close }],
  );
  return `export const languages = ${JSON.stringify(Object.fromEntries(resting))};`;
}

/** What the widget says in each language but English, which it has with it, as files by their paths. */
export function labelFiles(): [path: string, content: string][] {
  return Object.entries(languages)
    .filter(([code]) => code !== "en")
    .map(([code, labels]) => [labelsPath(code), JSON.stringify(labels)]);
}
