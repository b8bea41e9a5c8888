import { labelsPath } from "../widget/labels/index.ts";
import { languages } from "../widget/labels/languages.ts";

/**
 * src/widget/labels/languages.ts as a module that has of each language only what is seen before the reader does anything: a
 * reader needs one of them. The labels are one text: a name for each of sixty-nine would be a sixth of a script for every page.
 */
export function packLabels(): string {
  const rows = Object.entries(languages).map(([code, { placeholder, ask, close }]) =>
    [code, placeholder, ask, close].join("|"),
  );
  // Marked as pure: a script that needs none of them leaves them out.
  return `const unpacked = (text) => Object.fromEntries(text.split("\\n").map((row) => {
    const [code, placeholder, ask, close] = row.split("|");
    return [code, { placeholder, ask, close }];
  }));
  export const languages = /* @__PURE__ */ unpacked(${JSON.stringify(rows.join("\n"))});`;
}

/** What the widget says in each language but English, which it has with it, as files by their paths. */
export function labelFiles(): [path: string, content: string][] {
  return Object.entries(languages)
    .filter(([code]) => code !== "en")
    .map(([code, labels]) => [labelsPath(code), JSON.stringify(labels)]);
}
