import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultCollection } from "../../src/corpus/collection.ts";
import { parseArticle } from "../../src/corpus/formats/read.ts";
import type { Article } from "../../src/model/index.ts";
import { anyText } from "../any-text.ts";
import { document } from "./documents.ts";

function expectSoundBlocks({ text, blocks }: Article): void {
  expect(text).toBe(text.normalize("NFC"));
  let end = 0;
  for (const block of blocks) {
    const part = text.slice(block.start, block.end);
    expect(text.slice(end, block.start)).toMatch(/^\s*$/);
    expect(part).not.toBe("");
    expect(part).toBe(part.trim());
    end = block.end;
  }
  expect(end).toBe(text.length);
}

test("the blocks of any Markdown are in order, apart, trimmed, and hold all of a normalised text", () => {
  fc.assert(
    fc.property(document, fc.boolean(), (markdown, windows) => {
      const bytes = Buffer.from(windows ? `\uFEFF${markdown.replaceAll("\n", "\r\n")}` : markdown);
      const { article, problems } = parseArticle({ path: "a.md", bytes }, defaultCollection);
      expect(problems).toEqual([]);
      if (article !== undefined) expectSoundBlocks(article);
      expect(article).toBeDefined();
    }),
    { numRuns: 150 },
  );
});

const noise = fc
  .array(
    fc.oneof(
      anyText(),
      fc.constantFrom(
        "<p>",
        "</p>",
        "<ul><li>",
        "<table>",
        "<td>",
        "<pre>",
        "<br>",
        "\n\n",
        "> ",
        "# ",
        "- ",
        "```\n",
        "---\n",
        "\r",
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

test("nothing that a file may hold makes a reader throw, and what is read is sound", () => {
  fc.assert(
    fc.property(noise, fc.constantFrom("a.md", "a.html", "a.txt"), (text, path) => {
      const { article, problems } = parseArticle({ path, bytes: Buffer.from(text) }, defaultCollection);
      // What is left out is told of, and an error publishes nothing.
      if (article === undefined) expect(problems).not.toEqual([]);
      else expect(problems.every(({ severity }) => severity !== "error")).toBe(true);
      if (article !== undefined) expectSoundBlocks(article);
    }),
    { numRuns: 600 },
  );
});
