import type { Nodes, Root } from "hast";
import { raw } from "hast-util-raw";
import type { Root as MarkdownRoot } from "mdast";
import { toHast } from "mdast-util-to-hast";

/**
 * A Markdown text as its author laid it out, a tree of HTML. It is what the author wrote: sanitise it before it goes into
 * a page.
 */
export function markdownLayout(markdown: MarkdownRoot): Root {
  const tree = toHast(markdown, {
    allowDangerousHtml: true,
    footnoteBackContent: "",
    handlers: {
      // The number is drawn by the page's style sheet, so that it does not stand in the middle of a quoted sentence.
      footnoteReference: (state, { identifier }: { identifier: string }) => {
        const id = identifier.toUpperCase();
        if (!state.footnoteOrder.includes(id)) state.footnoteOrder.push(id);
        const number = state.footnoteOrder.indexOf(id) + 1;
        state.footnoteCounts.set(id, (state.footnoteCounts.get(id) ?? 0) + 1);
        return { type: "element", tagName: "sup", properties: { dataFootnote: `${number}` }, children: [] };
      },
    },
  });
  // Parsing the tree again as a browser would takes longer than everything else, and most texts contain no HTML.
  const read = holdsHtml(tree) ? raw(tree) : tree;
  return read.type === "root" ? read : { type: "root", children: read.type === "doctype" ? [] : [read] };
}

function holdsHtml(node: Nodes): boolean {
  return node.type === "raw" || ("children" in node && node.children.some(holdsHtml));
}
