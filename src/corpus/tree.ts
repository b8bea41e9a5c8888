import type { Root } from "hast";
import { raw } from "hast-util-raw";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toHast } from "mdast-util-to-hast";
import { pageContent } from "./html-page.ts";
import { markdownOptions } from "./markdown.ts";
import { takeFrontMatter } from "./metadata.ts";
import { articleFormat, decode, type Source } from "./source.ts";

/**
 * The content of an article as its author laid it out, a tree of HTML. It is what the author wrote: sanitise it before
 * it goes into a page. Plain text, and a file that cannot be read, have no layout.
 */
export function articleTree(source: Source): Root | undefined {
  const format = articleFormat(source.path);
  const { text } = decode(source);
  if (text === undefined) return undefined;
  if (format === "html")
    return { type: "root", children: pageContent(text).filter((node) => node.type !== "root") };
  if (format !== "markdown") return undefined;
  const { body } = takeFrontMatter(source.path, text);
  const tree = raw(
    toHast(fromMarkdown(body, markdownOptions), {
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
    }),
  );
  return tree.type === "root" ? tree : { type: "root", children: [tree] };
}
