import { codeRanges, outsideCode } from "./code-ranges.ts";

/** Tables and lists that are written in HTML, to their end. */
const element = /^[ \t]*<(table|ul|ol|dl)\b[^\n]*\n[\s\S]*?<\/\1>/gm;

/** The first line of what a line is indented in: an item of a list, or what has nothing to do with it. */
function isInList(text: string, at: number): boolean {
  for (let end = at - 1; end > 0; ) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(start, end);
    if (/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line)) return true;
    if (/^[^ \t\n]/.test(line)) return false;
    end = start - 1;
  }
  return false;
}

/** Elements that others and text stand in: a line that is indented in one of them is no code when it is a tag. */
const container =
  /<(\/?)(?:article|aside|center|details|div|figure|footer|header|main|nav|section|[a-z]+(?:-[a-z]+)+)\b[^<>]*(?<!\/)>/g;

/** Takes the indentation off tags that stand in an element which is open. */
function withoutTagIndent(text: string): string {
  if (!/^ {0,3}<[a-z]/m.test(text) || !/^(?:\t| {4})[ \t]*<\/?[a-z]/m.test(text)) return text;
  let depth = 0;
  return outsideCode(text, (prose) =>
    prose
      .split("\n")
      .map((line) => {
        const isTag = /^[ \t]*<\/?[a-z]/.test(line);
        const isIndented = /^(?:\t| {4})/.test(line);
        const made = isTag && isIndented && depth > 0 ? line.trimStart() : line;
        if (isTag && (!isIndented || depth > 0)) {
          for (const [, slash] of line.matchAll(container))
            depth = Math.max(0, depth + (slash === "" ? 1 : -1));
        }
        return made;
      })
      .join("\n"),
  );
}

/**
 * Takes the indentation off the lines of tables and lists in HTML, and off tags within elements: behind a blank line Markdown
 * would take them for code, where Kramdown, for which many of them were written, does not. In an item of a list they stay in
 * it.
 */
export function withoutHtmlIndent(given: string): string {
  const text = withoutTagIndent(given);
  if (!/^[ \t]*<(?:table|ul|ol|dl)\b/m.test(text)) return text;
  const code = codeRanges(text);
  return text.replace(element, (block, _, offset: number) => {
    const end = offset + block.length;
    const isCode = code.some((range) => range.start <= offset && offset < range.end);
    const holdsCode = code.some(
      (range) =>
        range.start > offset && range.start < end && text.slice(range.start, range.end).includes("\n"),
    );
    if (isCode || holdsCode || /<pre\b/.test(block)) return block;
    const indent = isInList(text, offset) ? (/^[ \t]*/.exec(block)?.[0] ?? "") : "";
    return block.replace(/^[ \t]+/gm, indent);
  });
}

/** A tag on one line, and in it a value without quotes that has a slash. */
const tag = /<[a-z][a-z0-9-]*(?:[ \t][^<>\n]*)?>/gi;
const bareValue = /([ \t][\w:-]+[ \t]*=[ \t]*)([^\s"'=<>`]*\/[^\s"'=<>`]*)(?=[ \t>])/g;

/** Puts values of attributes between quotes: one with a slash is valid without, but its parser takes the tag for text. */
export function withQuotedValues(text: string): string {
  if (!/<[a-z][^<>\n]*=[ \t]*[^\s"'=<>`]*\//i.test(text)) return text;
  return outsideCode(text, (prose) => prose.replace(tag, (one) => one.replace(bareValue, '$1"$2"')));
}

/** A line of HTML that is no code, and a heading on the next line: to Markdown it would be text of the element. */
const headingBelowHtml =
  /^([ \t]*<(?!\/?(?:pre|code|script|style|textarea|xmp)\b)\/?[a-z][^\n]*>[ \t]*)\n(?=#{2,6}[ \t]+[^\s#][^\n]*$)/gim;

/** Sets headings apart from the line of HTML above them, as their readers see them. */
export function withHeadingsApart(text: string): string {
  if (!/>[ \t]*\n#{2,6}[ \t]/.test(text)) return text;
  return outsideCode(text, (prose) => prose.replace(headingBelowHtml, "$1\n\n"));
}

/** A tag of an element within a line that stands alone on its own, and text on the next. */
const spanAlone =
  /^( {0,3}<(?:a|abbr|b|cite|em|font|i|ins|mark|small|span|strong|sub|sup|u)(?:[ \t][^<>\n]*)?>)[ \t]*\n[ \t]*(?![-*+][ \t]|`{3}|~{3}|:{3}|[<>#|])(?=\S)/gim;

/**
 * Puts the tag of an element within a line before the text of the next one: alone it would begin a block of HTML, whose Markdown is text.
 * For Kramdown, which many such lines were written for, it does not.
 */
export function withSpansInLine(text: string): string {
  if (!/^ {0,3}<[a-z]+[^<>\n]*>[ \t]*\n[ \t]*[^\s<]/im.test(text)) return text;
  return outsideCode(text, (prose) => prose.replace(spanAlone, "$1"));
}
