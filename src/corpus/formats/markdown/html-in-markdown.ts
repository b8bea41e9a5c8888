import { outsideCode } from "./code-ranges.ts";

/** Tables and lists that are written in HTML, to their end. */
const element = /^[ \t]*<(table|ul|ol|dl)\b[^\n]*\n[\s\S]*?<\/\1>/gm;

/**
 * Takes the indentation off the lines of tables and lists in HTML: behind a blank line Markdown would take it for code,
 * where Kramdown, for which many of them were written, does not.
 */
export function withoutHtmlIndent(text: string): string {
  if (!/^[ \t]*<(?:table|ul|ol|dl)\b/m.test(text)) return text;
  return outsideCode(text, (prose) =>
    prose.replace(element, (block) => (/<pre\b/.test(block) ? block : block.replace(/^[ \t]+/gm, ""))),
  );
}
