import fc from "fast-check";
import { fromHtml } from "hast-util-from-html";
import { expect, test } from "vitest";
import { defaultCollection } from "../../src/corpus/collection.ts";
import { layOut } from "../../src/corpus/formats/blocks.ts";
import { htmlBlocks } from "../../src/corpus/formats/html.ts";
import { parseArticle } from "../../src/corpus/formats/read.ts";
import { articleContent } from "../../src/site/content.ts";
import { pageContent, withImages } from "../../src/site/page-content.ts";
import { document } from "../corpus/documents.ts";

/** Documents that a test tries: hundreds each time, and as many as are asked for by hand. */
const numRuns = Number(process.env["DOCUMENTS"] ?? 300);

/** Pieces of Markdown and HTML that meet in any order, well formed or not. */
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "x",
        "word",
        "two words",
        "a  b",
        "\ta",
        "é",
        "再び。",
        "😀",
        "&nbsp;",
        "&#9;",
        "&lt;b>",
        "*a*",
      ),
      fc.constantFrom("\n", "\n\n", "  \n", "\\\n", " ", "   ", "\t"),
      fc.constantFrom(
        "> ",
        "> > ",
        "- ",
        "1. ",
        "  - ",
        "    ",
        "# ",
        "=\n",
        "---\n",
        "| a | b |\n|---|---|\n| c  d | e |\n",
      ),
      fc.constantFrom(
        "```\n",
        "~~~js\n",
        "`a  b`",
        "<!-- c -->",
        "<br>",
        "<hr>",
        "[^1]",
        "[^1]: note\n",
        "$a  b$",
      ),
      fc.constantFrom(
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<ul><li>",
        "</ul>",
        "<blockquote>",
        "</blockquote>",
        "<pre>",
        "</pre>",
      ),
      fc.constantFrom(
        "<table><tr><td>",
        "<th>",
        "</table>",
        "<h2>",
        "</h2>",
        "<b>",
        "</b>",
        "<dl><dt>",
        "<dd>",
        "</dl>",
      ),
      fc.constantFrom(
        "<details><summary>",
        "</summary>",
        "</details>",
        '<p hidden="">',
        "<aside>",
        "</aside>",
        "<code>",
        "</code>",
      ),
      fc.constantFrom(
        "<li>",
        "</li>",
        "<ol>",
        "</ol>",
        "<section>",
        "</section>",
        "<figure>",
        "<figcaption>",
        "<header>",
        "<main>",
      ),
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => parts.join(""));

/** The text that a page reads as. */
function textOf(html: string): string {
  return layOut(htmlBlocks(fromHtml(html, { fragment: true }).children, true)).text;
}

/** Documents that read otherwise once. */
const examples = [
  // What a sanitiser takes away from between an item and an item in it.
  "<ul><li>\\\n<code><main>x<li>> ",
  "<dl><dt>a\\\n<b><main>x<dt>b",
  "<dl><dd>a\\\n<i><header><dd>b",
  "<ul><li>a\\\n<p><code><main>b<li>c",
].map((text): [string] => [text]);

test.each([
  ["a.md", document],
  ["a.md", pieces],
  ["a.html", pieces],
  ["a.txt", pieces],
] as const)(
  "the page of any article in %s reads as the text that answers quote, white space too",
  (path, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { article, layout } = parseArticle({ path, bytes: Buffer.from(text) }, defaultCollection);
        if (article === undefined) return;
        const html = withImages(pageContent(articleContent(article, layout?.())), () => undefined);
        expect(textOf(html)).toBe(article.text);
      }),
      { numRuns, examples },
    );
  },
  // Some milliseconds each.
  60_000 + 100 * numRuns,
);
