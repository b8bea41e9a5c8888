import { codeRanges, isWithin, outsideCode } from "./code-ranges.ts";

/** Braces of a formula stand there, not a list: `\sum_{k=1}^{n=2}`, `\underset{x=0}`, `\binom{n}{k=1}`. */
const inFormula = String.raw`(?<!\\|\\[A-Za-z]{1,30}|\^|[_}](?=\{[ \t]?[\w-]+=))`;

/** One attribute as kramdown, Pandoc and MkDocs write it. */
const attribute = String.raw`(?:[#.][^\s{}"'=|]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s}"']+))`;
/** `{#id}`, `{ .class #id }`, `{: .class key="value" }`, `{:/nomarkdown}`. */
const list = new RegExp(
  String.raw`[ \t]?${inFormula}(?:\{:(?!\s*toc)[^{}\n]*\}|\{[ \t]?${attribute}(?:[ \t]+(?:${attribute}|[\w-]+))*[ \t]?\})`,
  "g",
);
/** At the end of a heading: an attribute list, or the comment that React and Docusaurus write ids in. */
const headingEnd = new RegExp(
  String.raw`^([ \t>]*#{1,6}[ \t]+[^\s{].*?|[^\n#|].*?(?=[^\n]*\n[ \t]*(?:=+|-+)[ \t]*$))[ \t]*(\{[ \t]?/\*[ \t]*#?([\w.:-]+)[ \t]*\*/[ \t]?\}|\{:?[ \t]?${attribute}(?:[ \t]+(?:${attribute}|[\w-]+))*[ \t]?\})[ \t]*#*[ \t]*$`,
  "gm",
);

const lineWithList = /^[^\n{]*\{[^\n]*\}[ \t]*#*[ \t]*$/gm;
/** A line below that makes a heading of one. */
const underline = /^\n[ \t]*(?:=+|-+)[ \t]*(?:\n|$)/;
const longestUnderline = 400;

const bracket = "\u{F0001}";
const idMarks = new RegExp(`${bracket}([^${bracket}]*)${bracket}`, "gu");
const idMark = new RegExp(`[ \\t]*${bracket}([^${bracket}]*)${bracket}$`, "u");

/** Takes the id off a heading's text that `withHeadingIds` has put there. */
export function takeId(text: string): { text: string; id?: string } {
  const match = idMark.exec(text);
  const id = match?.[1];
  return match === null || id === undefined ? { text } : { text: text.slice(0, match.index), id };
}

/** Code that is no fence, in which an id was taken for that of a heading, as it was written. */
export const withWrittenIds = (code: string): string => code.replace(idMarks, "{#$1}");

/**
 * Drops attribute lists behind headings. The id that one holds stays at the heading's end, in private characters. To be
 * done first of all: such ids stand in comments of JSX too.
 */
export function withHeadingIds(text: string): string {
  if (!/\{[ \t]?[:#./]/.test(text)) return text;
  // The pattern looks at each line for long, and most have no list.
  const code = codeRanges(text);
  let next = 0;
  return text.replace(lineWithList, (line, offset: number) => {
    while ((code[next]?.end ?? Infinity) <= offset) next += 1;
    // Code that shows how they are written has them too.
    if ((code[next]?.start ?? Infinity) < offset) return line;
    const isUnderlined = underline.test(
      text.slice(offset + line.length, offset + line.length + longestUnderline),
    );
    const given = isUnderlined ? `${line}\n===` : line;
    const made = given.replace(
      headingEnd,
      (_, heading: string, attributes: string, comment: string | undefined) => {
        const id = comment ?? /#([^\s{}]+)/.exec(attributes)?.[1];
        return id === undefined ? heading : `${heading} ${bracket}${id}${bracket}`;
      },
    );
    return isUnderlined ? made.slice(0, -"\n===".length) : made;
  });
}

/** An attribute list behind a link or an image, with code in what it says. */
const listWithCode = new RegExp(
  String.raw`(?<=\]\([^()\n]{0,500}\))\{[ \t]?${attribute}(?:[ \t]+(?:${attribute}|[\w-]+))*[ \t]?\}`,
  "g",
);

/** Drops lists that code stands in; code that shows how they are written has them too. */
function withoutListsOverCode(text: string): string {
  if (!/\)\{[^}\n]*`/.test(text)) return text;
  const isCode = isWithin(codeRanges(text));
  return text.replace(listWithCode, (list, offset: number) => (isCode(offset) ? list : ""));
}

/** Drops attribute lists, which name and style what they follow. */
export function withoutAttributeLists(given: string): string {
  if (!/\{[ \t]?[:#./\w]/.test(given)) return given;
  return outsideCode(withoutListsOverCode(given), (prose) =>
    prose
      .replace(/\{::comment[^}]*\}[\s\S]*?\{:\/(?:comment)?\}/g, (hidden) => hidden.replace(/[^\n]/g, ""))
      .replace(/\{::[^}\n]*\}|\{:\/[^}\n]*\}/g, "")
      .replace(list, ""),
  );
}
