import { fromHtml } from "hast-util-from-html";
import { isoDate, partialDate } from "./dates.ts";
import { isAbsolutePath, isWebUrl } from "./schema.ts";

/** The object with keys that a value is; undefined for all others. */
function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Date)
    return undefined;
  return Object.fromEntries(Object.entries(value));
}

/** What a character reference stands for: authors write `&oacute;` in YAML as they do in HTML. */
function withoutReferences(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});/gi, (reference) => {
    const [node] = fromHtml(reference, { fragment: true }).children;
    return node?.type === "text" ? node.value : reference;
  });
}

/** Control characters, halves of characters, and marks that turn the direction of what follows. */
const unseen = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/** A line of text: numbers as written, white space runs as one space. Undefined for what is no text or is empty. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "bigint") return undefined;
  const line = withoutReferences(String(value))
    .replace(unseen, " ")
    .replace(/\s+/g, " ")
    .trim()
    .normalize("NFC");
  return line === "" ? undefined : line;
}

/** Code in a text, which stays as it is between its marks. */
const codeSpan = /(`+)(?!`)([^\n]*?[^`])\1(?!`)/g;

/** What code is while marks are looked for around it. */
const placeholder = /\0(\d+)\0/g;

/** Elements of HTML that mark words: `<strong>`, `<br>`. Names between angle brackets are text. */
const elements =
  /<\/?(?:a|abbr|b|bdi|big|br|cite|code|del|em|font|i|img|ins|kbd|mark|nobr|p|q|s|small|span|strong|sub|sup|tt|u|wbr)(?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*\s*\/?>/gi;

/** Marks of Markdown in a line of text: a link and a picture are what they say, strong and marked text are text. */
const withoutMarks = (text: string): string =>
  text
    .replace(/!\[[^[\]]*\]\([^()\s]*\)/g, "")
    .replace(/!?\[\[(?:[^[\]|]*\|)?([^[\]|]+)\]\]/g, "$1")
    .replace(/\[([^[\]]+)\]\([^()\s]+(?:\s+"[^"]*")?\)/g, "$1")
    .replace(elements, "")
    .replace(/(?<![\w*])(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1(?![\w*])/g, "$2");

/** A text that people write Markdown in, such as a title or a summary, as readers see it. */
export function proseOf(value: unknown): string | undefined {
  const text = textOf(value);
  if (text === undefined || !/[`*[<]/.test(text)) return text;
  const codes: string[] = [];
  // Marks may stand around code. A text of one line has no control characters.
  const marked = text.replace(codeSpan, (_, __, code: string) => `\0${codes.push(code.trim()) - 1}\0`);
  const plain = withoutMarks(marked).replace(placeholder, (_, index: string) => codes[Number(index)] ?? "");
  return textOf(plain) ?? text;
}

/** Keys of an object that names something, such as an author, best first. */
const nameKeys = ["name", "title", "label", "question", "value", "slug", "id"];

/** The text, or the name that an object has in it. */
export function nameOf(value: unknown): string | undefined {
  const object = record(value);
  if (object === undefined) return proseOf(value);
  return nameKeys.map((key) => proseOf(object[key])).find((name) => name !== undefined);
}

/** All names in a value: it may be one, a list of them, or an object with one in it. Undefined when there is none. */
export function namesOf(value: unknown): string[] | undefined {
  const all = Array.isArray(value) ? value : [value];
  const names = all.map(nameOf).filter((name) => name !== undefined);
  return names.length === 0 && all.length > 0 ? undefined : [...new Set(names)];
}

/** As `namesOf`, without names of things, such as of a channel to ask in: a question has more than one word. */
export function questionsOf(value: unknown): string[] | undefined {
  return namesOf(value)?.filter((text) => !/^[\w#@&./:-]+$/.test(text));
}

/** As `namesOf`; text with commas is a list. */
export function tagsOf(value: unknown): string[] | undefined {
  return namesOf(typeof value === "string" ? value.split(",") : value);
}

/** A path or the last part of one: what Hugo and others call an alias is an old address of the page. */
const oldAddress = /^[a-z]+:\/\/|^\.{0,2}\/|^\S*\/\S*$|\.html?$|^[a-z\d]+(?:[-_][a-z\d]+){2,}$/;

/** As `tagsOf`, without addresses. None is no fault: a page that has moved says where it was. */
export function otherNamesOf(value: unknown): string[] | undefined {
  return tagsOf(value)?.filter((name) => !oldAddress.test(name));
}

/** Without the address that stands behind some names, which tells several in a text apart: `Ann <ann@example.com>, Bo <…>`. */
export function authorsOf(value: unknown): string[] | undefined {
  const all = typeof value === "string" && value.includes("@") ? value.split(/(?<=[>\w)])\s*,\s*/) : value;
  return namesOf(all)?.map((name) => name.replace(/\s*<[^<>]*@[^<>]*>$/, ""));
}

/** Numbers from here on are seconds since 1970; numbers below are years, or nothing that is known. */
const firstSecond = 100_000_000;
/** Numbers from here on are milliseconds. */
const firstMillisecond = 100_000_000_000;

/** An ISO 8601 date, or date and time; a year, or a month of one, where no more is said. */
export function dateOf(value: unknown): string | undefined {
  // What the TOML parser returns shows how it was written.
  if (value instanceof Date) return isoDate(value.toISOString());
  if (typeof value === "number" && value >= firstSecond && value < 1e14) {
    return new Date(value < firstMillisecond ? value * 1000 : value).toISOString();
  }
  const object = record(value);
  if (object !== undefined)
    return dateOf(object["date"] ?? object["iso"] ?? object["value"] ?? object["created"]);
  const text = textOf(value) ?? "";
  return partialDate(text) ?? (/^\d{9,13}$/.test(text) ? dateOf(Number(text)) : undefined);
}

/** A date that says the day. */
export function dayOf(value: unknown): string | undefined {
  const date = dateOf(value);
  return date !== undefined && date.length > "2026-02".length ? date : undefined;
}

/** Languages by their names in English, in lower case. */
const languageNames: ReadonlyMap<string, string> = (() => {
  const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return new Map(
    codes.flatMap((code) => {
      const name = names.of(code)?.toLowerCase();
      return name === undefined ? [] : [[name, code] as const];
    }),
  );
})();

/** The primary subtag of a BCP 47 tag, in lower case; of a language's English name its code. */
export function langOf(value: unknown): string | undefined {
  const text = (nameOf(value) ?? "").toLowerCase();
  if (/^[a-z]{2,3}(?:[-_.@][a-z0-9]+)*$/.test(text)) return text.replace(/[-_.@].*$/, "");
  return languageNames.get(text);
}

/** What stands before a path to parse it as a URL. */
const anyOrigin = "https://any.invalid";

/**
 * A URL or an absolute path as browsers send it: with what may not stand in one percent-encoded. Undefined for one that no
 * page has: with a user's name and password, or with a `%` that encodes nothing.
 */
function normalUrl(text: string): string | undefined {
  const url = URL.parse(text, anyOrigin);
  if (url === null || url.username !== "" || url.password !== "") return undefined;
  if (!/^https?:$/.test(url.protocol) || /%(?![\da-f]{2})/i.test(url.href)) return undefined;
  return url.origin === anyOrigin ? url.href.slice(anyOrigin.length) : url.href;
}

/** A URL, or a path from the root of the site. Without a scheme it is one of https, without a slash it begins at the root. */
export function urlOf(value: unknown): string | undefined {
  const text = textOf(value);
  if (text === undefined || /[{}<>\s]/.test(text)) return undefined;
  if (text.startsWith("//")) return normalUrl(`https:${text}`);
  if (isWebUrl(text) || isAbsolutePath(text)) return normalUrl(text);
  return /^\.{0,2}[\w%~][\w%~.-]*(?:\/[\w%~.-]+)*\/?$/.test(text) ? `/${text}` : undefined;
}

const yes = new Set(["true", "yes", "y", "on", "1"]);
const no = new Set(["false", "no", "n", "off", "0", ""]);

/** A yes or no, in words and numbers too; undefined for all others. */
export function booleanOf(value: unknown): boolean | undefined {
  if (value === null || value === undefined) return false;
  // Tables of TOML have no way to be a text.
  if (typeof value === "object") return undefined;
  const text = String(value).trim().toLowerCase();
  return yes.has(text) ? true : no.has(text) ? false : undefined;
}

/** Whether an object, such as `sitemap: {exclude: true}`, or a plain value says that a page is left out. */
export function isLeftOut(value: unknown): boolean {
  const object = record(value);
  if (object === undefined) return booleanOf(value) === false && value !== null && value !== "";
  return ["exclude", "disable", "disabled", "ignore"].some(
    (key) => booleanOf(object[key]) === true && key in object,
  );
}
