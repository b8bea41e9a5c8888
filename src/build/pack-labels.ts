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
  return `const unpacked = (text) => Object.fromEntries(text.split(";").map((row) => {
    const [code, placeholder, ask, close] = row.split("|");
    return [code, ask ? { placeholder, ask, close } : {}];
  }));
  export const languages = /* @__PURE__ */ unpacked(${JSON.stringify(rows.join(";"))});`;
}

/** A language in that text, wherever a bundler has put it and however it has written its letters. */
const packedRow = /(?<=["'`;])([a-z]{2})\|[^|;`"]+\|[^|;`"]+\|[^|;`"']+/g;

/**
 * The widget's first script with what is seen at first in the languages of a build alone, and in English: a page of another one says
 * it in English until its words are loaded, with a reader's first step.
 *
 * @throws Error when the script does not have all languages
 */
export function withLanguages(script: Uint8Array, codes: readonly string[]): Uint8Array {
  let found = 0;
  const text = Buffer.from(script)
    .toString()
    .replace(packedRow, (row: string, code: string) => {
      found++;
      return code === "en" || codes.includes(code) ? row : code;
    });
  const wanted = Object.keys(languages).length;
  if (found !== wanted)
    throw new Error(`The widget's script has labels of ${found} languages, not of ${wanted}.`);
  return Buffer.from(text);
}

/** What the widget says in each language but English, which it has with it, as files by their paths. */
export function labelFiles(): [path: string, content: string][] {
  return Object.entries(languages)
    .filter(([code]) => code !== "en")
    .map(([code, labels]) => [labelsPath(code), JSON.stringify(labels)]);
}
