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
