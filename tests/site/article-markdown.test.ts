import { expect, test } from "vitest";
import type { Article, BlockKind } from "../../src/model/index.ts";
import { articleMarkdown, WholeCollection } from "../../src/site/article-markdown.ts";

/** An article of these blocks. */
function article(parts: readonly (readonly [BlockKind, string])[], more: Partial<Article> = {}): Article {
  let text = "";
  const blocks = parts.map(([kind, words]) => {
    const start = text.length === 0 ? 0 : text.length + 2;
    text = text.length === 0 ? words : `${text}\n\n${words}`;
    return { kind, start, end: text.length, ...(kind === "heading" && { level: 2 }) };
  });
  return {
    id: "bees/dance",
    title: "Why bees dance",
    url: "/articles/bees/dance/",
    lang: "en",
    authors: ["Ada Wren"],
    published: "2026-01-02",
    tags: [],
    questions: [],
    text,
    blocks: blocks as Article["blocks"],
    ...more,
  };
}

test("an article as Markdown says where it is, and has its words for what they are", () => {
  const parts = [
    ["paragraph", "They show the way."],
    ["heading", "Steps"],
    ["list", "turn\nwag"],
    ["quote", "Bees\nspeak."],
    ["table", "angle\tway\n0\tto the | sun"],
    ["code", "const way = `sun`;\n```"],
  ] as const;
  expect(
    articleMarkdown({ baseUrl: "https://bees.example" }, article(parts, { summary: "Of bees." })),
  ).toBe(`# Why bees dance

> Of bees.

Address: https://bees.example/articles/bees/dance/
By: Ada Wren
Published: 2026-01-02

They show the way.

## Steps

- turn
- wag

> Bees
> speak.

| angle | way |
| --- | --- |
| 0 | to the \\| sun |

\`\`\`\`
const way = \`sun\`;
\`\`\`
\`\`\`\`
`);
});

test("a title that begins the text stands once", () => {
  const markdown = articleMarkdown(
    { baseUrl: "" },
    article([
      ["heading", "Why bees dance"],
      ["paragraph", "So."],
    ]),
  );
  expect(markdown.match(/Why bees dance/g)).toHaveLength(1);
});

test("the file of all articles ends before a host would refuse it, and says how many are left", () => {
  const whole = new WholeCollection();
  const long = "é".repeat(5_000_000);
  for (const _ of [1, 2, 3, 4]) whole.add(long);
  const text = whole.text();
  expect(Buffer.byteLength(text)).toBeLessThan(25 * 1024 * 1024);
  expect(text).toMatch(/2 more articles are listed in \/llms\.txt\.\n$/);
});
