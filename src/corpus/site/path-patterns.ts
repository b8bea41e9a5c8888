import { langOf } from "../front-matter/values.ts";

/** Whether a text is a pattern of paths: a part of a path with one name in braces in it, such as `/v{n}/`. */
export const isPathPattern = (text: string): boolean => /^[^{}]*\{\w+\}[^{}]*$/.test(text);

/**
 * What may stand in a path where the pattern has its name, never more than one part of the path. Right behind a letter it
 * is a number: `/v{n}/` does not mean `/values/`.
 */
function* valuesIn(path: string, pattern: string): Generator<string> {
  const [before = "", after = ""] = pattern.split(/\{\w+\}/);
  const isNumber = /\p{L}$/u.test(before);
  const whole = `/${path}`;
  for (let at = whole.indexOf(before); at !== -1; at = whole.indexOf(before, at + 1)) {
    const start = at + before.length;
    const end = whole.indexOf(after === "" ? "/" : after, start);
    const value = whole.slice(start, end === -1 ? undefined : end);
    const isPart = value !== "" && !value.includes("/") && (end !== -1 || after === "");
    if (isPart && (!isNumber || /^\p{N}/u.test(value))) yield value;
  }
}

/** What stands in a path where the pattern has its name; undefined when the path does not hold such a part. */
export function valueInPath(path: string, pattern: string): string | undefined {
  return valuesIn(path, pattern).next().value ?? undefined;
}

/** Tags of languages as sites name folders: `en`, `pt-BR`, `zh_Hans`. Longer words and three letters are names of other things. */
const tag = /^[a-z]{2}(?:[-_][a-z0-9]{2,8})*$/i;

/** The language of all articles, or that which a pattern finds in the path of one. */
export function langOfPath(path: string, lang: string | undefined): string | undefined {
  if (lang === undefined || !isPathPattern(lang)) return lang;
  for (const value of valuesIn(path, lang)) if (tag.test(value)) return langOf(value);
  return undefined;
}
