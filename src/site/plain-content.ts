import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { layOut } from "../corpus/formats/blocks.ts";
import { htmlBlocks } from "../corpus/formats/html.ts";
import type { Article, Block } from "../model/index.ts";

/** Whether some nodes of a page read as a text, white space included. */
export function readsAs(nodes: readonly ElementContent[], text: string): boolean {
  return layOut(htmlBlocks(nodes, true)).text === text;
}

/** An article's canonical text as the content of a page: plain, and word for word, line for line and space for space. */
export function plainContent({ blocks, text }: Article): Element[] {
  return blocks.map((block, index) => {
    // The indentation of a first line stands before its block.
    const before = text.slice(blocks[index - 1]?.end ?? 0, block.start);
    const indentation = before.slice(before.lastIndexOf("\n") + 1);
    return blockContent(block, indentation + text.slice(block.start, block.end));
  });
}

function blockContent({ kind, level = 2 }: Block, text: string): Element {
  switch (kind) {
    case "heading":
      return h(`h${level}`, text);
    case "paragraph":
      return readsAs([paragraph(text)], text) ? paragraph(text) : asWritten(text);
    case "list":
      return h(
        "ul",
        ...parts(
          text,
          "\n",
          (line) => h("li", line),
          (lines) => h("li", asWritten(lines)),
        ),
      );
    case "table":
      return h(
        "table",
        h(
          "tbody",
          ...text.split("\n").map((row) => h("tr", ...row.split("\t").map((cell) => h("td", cell)))),
        ),
      );
    case "code":
      return h("pre", h("code", text));
    case "quote":
      return h("blockquote", ...parts(text, "\n\n", paragraph, asWritten));
  }
}

function paragraph(text: string): Element {
  return h("p", ...text.split("\n").flatMap((line, index) => (index === 0 ? [line] : [h("br"), line])));
}

/** Text in which white space means something, such as code in an item of a list. */
const asWritten = (text: string): Element => h("pre", text);

/**
 * The parts of a text between separators, each as `plain` shows it when nothing of its white space is lost there, or else, with
 * all such parts beside it, as `written` does.
 */
function parts(
  text: string,
  separator: string,
  plain: (part: string) => Element,
  written: (parts: string) => Element,
): Element[] {
  const shown: Element[] = [];
  let kept: string[] = [];
  const end = (): void => {
    if (kept.length > 0) shown.push(written(kept.join(separator)));
    kept = [];
  };
  const all = text.split(separator);
  for (const [index, part] of all.entries()) {
    const element = plain(part);
    // White space at the start of a part is kept after the one before it alone: HTML drops a first line that is empty.
    if (readsAs([element], part) && part !== "" && !/^(?:\n|$)/.test(all[index + 1] ?? "-")) {
      end();
      shown.push(element);
    } else kept.push(part);
  }
  end();
  return shown;
}
