import type { ElementContent } from "hast";
import { h } from "hastscript";

/**
 * Code and links that the parser leaves as they are written, for it knows no signs of other alphabets around them:
 * ``pip``’s, ``name``—a surprise. Docutils takes any punctuation for their end.
 */
const missed =
  /(?<![\w`])``(?!`)([^`\n]+(?:\n[^`\n]+)?)``(?![`\w])|(?<![\w`:])`(?!`)([^`<>\n]+?)(?:\s*<[^`<>\n]*>)?`__?(?![\w`])/g;

/** A text with the code that is marked in it, and links as their labels. */
export function withMarks(text: string): ElementContent[] {
  if (!text.includes("`")) return [{ type: "text", value: text }];
  const content: ElementContent[] = [];
  let end = 0;
  for (const { index, 0: whole, 1: code, 2: label = "" } of text.matchAll(missed)) {
    if (index > end) content.push({ type: "text", value: text.slice(end, index) });
    content.push(code === undefined ? { type: "text", value: label } : h("code", code));
    end = index + whole.length;
  }
  if (end < text.length) content.push({ type: "text", value: text.slice(end) });
  return content;
}
