import { expect, test } from "vitest";
import { articleOf, blocksOf } from "../read.ts";

test("A value with a slash needs no quotes", () => {
  const text =
    "It grows.<sup><a href=https://example.org/2006/a_word.html>1</a></sup> See <a class=x href=/b/>here</a>.\n\n`<a href=/b>` is code, and 1 <a/b> 2.\n";
  expect(articleOf("a.md", text).text).toBe("It grows.1 See here.\n\n<a href=/b> is code, and 1 <a/b> 2.");
});

test("A list in HTML within an item is in it, and what follows is Markdown", () => {
  const text =
    "1. Parts of `1`:\n   - These:\n      <ol>\n        <li>The *door*</li>\n        <li>The <code>fan</code></li>\n      </ol>\n   - **Note:** see [more](/b).\n1. The end.\n";
  expect(blocksOf(articleOf("a.md", text))).toEqual([
    "list: Parts of 1:\nThese:\nThe *door*\nThe fan\nNote: see more.\nThe end.",
  ]);
});

test("An indented tag in an open element is no code", () => {
  const text =
    '<div>\n\t<div>\n\nOne.\n\n\t</div>\n\t<div id="b">\n\nTwo.\n\n\t\t<p>Three.</p>\n\n\t</div>\n</div>\n\nAfter:\n\n    <div>code</div>\n';
  expect(blocksOf(articleOf("a.md", text))).toEqual([
    "paragraph: One.",
    "paragraph: Two.",
    "paragraph: Three.",
    "paragraph: After:",
    "code: <div>code</div>",
  ]);
});

test("A heading right below a line of HTML is a heading, but in code", () => {
  expect(blocksOf(articleOf("a.md", '<div class="pre">Approach</div>\n### Make *it* hot\n\nText.'))).toEqual([
    "paragraph: Approach",
    "heading3: Make it hot",
    "paragraph: Text.",
  ]);
  expect(blocksOf(articleOf("a.md", "<pre>\n## a\n</pre>\n\n```\n<div>\n## b\n```"))).toEqual([
    "code: ## a",
    "code: <div>\n## b",
  ]);
});

const blocks = (markdown: string): string[] => blocksOf(articleOf("a.md", markdown));

test.each([
  [
    "Kramdown",
    '<aside markdown="1" class="q">\n  <img src="a.png">\n  Ask [any](b.md) *cook*.\n  <p markdown="1">\n— Ann, ["Ovens"](https://e.com)\n  </p>\n</aside>\n\nEnd.',
    ["paragraph: Ask any cook.", 'paragraph: — Ann, "Ovens"', "paragraph: End."],
  ],
  [
    "Python-Markdown",
    '<div class="grid cards" markdown>\n\n-   :material-clock:{ .lg } __Set up__\n\n    ---\n\n    Install [it](a.md).\n\n-   Two\n\n</div>',
    ["list: Set up\nInstall it.\nTwo"],
  ],
  [
    "elements in one another, indented",
    '<div markdown="1">\n    <div>\n    **In** both.\n    </div>\n\n    ```\n    <div markdown>\n    ```\n</div>',
    ["paragraph: In both.", "code: <div markdown>"],
  ],
  ["one line", "<p markdown='span'>**Hot** lids</p>", ["paragraph: Hot lids"]],
])("Markdown in elements that say so is read as that: %s", (_, markdown, expected) => {
  expect(blocks(markdown).map((block) => block.replace(/\n+/g, "\n"))).toEqual(
    expected.map((block) => block.replace(/\n+/g, "\n")),
  );
});

test("Text in elements that say nothing of it, and code about them, stay", () => {
  expect(blocks('<div>**Hot**</div>\n\n<div markdown="0">**Hot**</div>')).toEqual([
    "paragraph: **Hot**",
    "paragraph: **Hot**",
  ]);
  expect(blocks("```\n<div markdown>\n**Hot**\n</div>\n```")).toEqual([
    "code: <div markdown>\n**Hot**\n</div>",
  ]);
});

test("Text below a tag of an element within a line is Markdown", () => {
  expect(blocks("<em>\n  Not for [posts](/posts/), which\n  are *dated*.\n</em>\n\nEnd.")).toEqual([
    "paragraph: Not for posts, which are dated.",
    "paragraph: End.",
  ]);
  expect(blocks('<span class="lead">\n**Hot** lids\n</span>')).toEqual(["paragraph: Hot lids"]);
  expect(blocks("```\n<em>\n*a*\n</em>\n```")).toEqual(["code: <em>\n*a*\n</em>"]);
});
