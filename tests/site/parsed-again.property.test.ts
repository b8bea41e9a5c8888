import fc from "fast-check";
import type { ElementContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { expect, test } from "vitest";
import { layOut } from "../../src/corpus/formats/blocks.ts";
import { htmlBlocks } from "../../src/corpus/formats/html.ts";
import { readsAsParsedAgain } from "../../src/site/parsed-again.ts";

const textOf = (nodes: Parameters<typeof htmlBlocks>[0]): string => layOut(htmlBlocks(nodes, true)).text;

/** Elements that a sanitised page may have, in any order within each other, as no parser of HTML makes them and MDX does. */
const { nodes } = fc.letrec<{ nodes: ElementContent[] }>((tie) => ({
  nodes: fc.array(
    fc.oneof(
      { maxDepth: 5, depthIdentifier: "nodes" },
      fc
        .constantFrom("x", "two words", " ", "\n", "a\nb")
        .map((value): ElementContent => ({ type: "text", value })),
      fc
        .tuple(
          fc.constantFrom(
            ..."a b code br p div h2 pre ul ol li dl dt dd blockquote table tbody tr td caption details summary hr wbr ruby rt".split(
              " ",
            ),
          ),
          tie("nodes"),
        )
        .map(([name, children]): ElementContent => h(name, {}, children)),
    ),
    { maxLength: 4 },
  ),
}));

test("a tree that is taken to read the same does so once a browser has parsed it", () => {
  let same = 0;
  fc.assert(
    fc.property(nodes, (tree) => {
      const text = textOf(tree);
      const html = toHtml({ type: "root", children: tree });
      // A page writes a first line of code that is empty twice, since a parser drops one.
      if (html.includes("<pre>\n") || !readsAsParsedAgain(tree, text)) return;
      same++;
      expect(textOf(fromHtml(html, { fragment: true }).children)).toBe(text);
    }),
    { numRuns: 3000 },
  );
  expect(same).toBeGreaterThan(500);
});

test.each([
  ["an item in an item", h("ul", h("li", "a", h("code", "x", h("li", "b"))))],
  ["a definition in a definition", h("dl", h("dd", "a", h("b", "x", h("dd", "b"))))],
  ["text in a table", h("div", h("p", "a"), h("table", h("tr", h("td", "b")), "c"))],
  ["a line break that holds white space", h("p", "a", h("br", {}, " "), "b")],
  ["a cell in a cell", h("table", h("tr", h("td", "a ", h("b", h("td", "b")))))],
])("%s does not read as it did", (_, element) => {
  expect(readsAsParsedAgain([element], textOf([element]))).toBe(false);
});

test.each([
  ["a list in a list", h("ul", h("li", "a", h("ul", h("li", "b"))))],
  ["a table in a cell", h("table", h("tr", h("td", "a", h("table", h("tr", h("td", "b"))))))],
  ["a block in a link", h("a", h("div", "a"), h("p", "b"))],
])("%s reads as it did", (_, element) => {
  expect(readsAsParsedAgain([element], textOf([element]))).toBe(true);
});
