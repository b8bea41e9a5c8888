import { describe, expect, test, vi } from "vitest";
import { defaultCollection } from "../../../src/corpus/collection.ts";
import { plain } from "../../../src/corpus/formats/plain.ts";
import { parseArticle } from "../../../src/corpus/formats/read.ts";
import { articleOf, blocksOf } from "../read.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test.each([
  [".. _quay: https://a.example\n.. _Quay: https://b.example", "quay_"],
  [".. _`the quay`: https://a.example\n.. _the-quay: https://b.example", "the-quay_"],
  [".. _quay: https://a.example\n\n.. _quay: https://b.example\n.. _quay: https://c.example", "quay_"],
])("reStructuredText that names two addresses alike is read: %j", (targets, reference) => {
  const text = `Boats\n=====\n\nThey lie at the ${reference} all day.\n\n${targets}\n`;
  const article = articleOf("a.rst", text);
  expect(article.title).toBe("Boats");
  expect(blocksOf(article).at(-1)).toMatch(/^paragraph: They lie at the (?:the-)?quay all day\.$/);
});

test("a file that its parser throws at is left out, and told by its name", () => {
  const read = vi.spyOn(plain, "read").mockImplementationOnce(() => {
    throw new TypeError("no such node\nat line 3");
  });
  const { article, problems } = parseArticle({ path: "a.txt", bytes: bytes("Boats.") }, defaultCollection);
  expect(article).toBeUndefined();
  expect(problems).toEqual([
    expect.objectContaining({ path: "a.txt", severity: "warning", detail: "no such node" }),
  ]);
  expect(problems[0]?.message).toContain("could not be read");
  read.mockRestore();
});

test.each([
  ["*a_ ", 2_500],
  ["~~a~b", 2_000],
  ["a]", 5_000],
  ["[a\\", 3_200],
  ["| a\n", 2_500],
])("10 kB of %j in one paragraph are read", (unit, times) => {
  const source = { path: "a.md", bytes: bytes(`# A\n\n${unit.repeat(times)}\n`) };
  const { article, problems } = parseArticle(source, defaultCollection);
  expect(problems).toEqual([]);
  expect(article?.text.match(/a/g)).toHaveLength(times * (unit.match(/a/g)?.length ?? 0));
});

test.each([
  ["a table of 1,000 rows", `| a | b |\n|---|---|\n${"| *c* | [d](e) |\n".repeat(1_000)}`],
  ["code", `\`\`\`js\n${"a[0][1] *= _;\n".repeat(2_000)}\`\`\``],
  ["many paragraphs", "*a* [b](c) _d_\n\n".repeat(300)],
])("%s may have as many marks", (_, text) => {
  const { article } = parseArticle({ path: "a.md", bytes: bytes(`# A\n\n${text}\n`) }, defaultCollection);
  expect(article).toBeDefined();
});

describe("a page of questions is not called by the first of them", () => {
  const details = (question: string, answer: string) =>
    `<details><summary>${question}</summary>\n\n${answer}\n\n</details>\n`;
  const boxes = details("Where is the shop?", "In the harbour.") + details("When is it open?", "At nine.");
  test.each([
    ["help/faq.md", boxes, "FAQ"],
    ["help/faq.html", `<body>${boxes}</body>`, "FAQ"],
    ["help/our-shop.md", "**Where is it?**\n\nHere.\n\n**When is it open?**\n\nAt nine.\n", "Our shop"],
    ["help/our-shop.md", "## Where is it?\n\nHere.\n\n## When is it open?\n\nAt nine.\n", "Our shop"],
    ["help/our-shop.md", "# Where is it?\n\nHere.\n\n# When is it open?\n\nAt nine.\n", "Our shop"],
    ["help/our-shop.txt", "Q: Where is it?\nA: Here.\n\nQ: When?\nA: At nine.\n", "Our shop"],
    ["help/index.md", boxes, "Help"],
    ["000_7e06a4b7.md", boxes, "Where is the shop?"],
    ["shop.md", `# The shop\n\n${boxes}`, "The shop"],
    ["shop.md", `---\ntitle: The shop\n---\n${boxes}`, "The shop"],
    ["where.md", "# Where is it?\n\nHere.\n\n## When is it open?\n\nAt nine.\n", "Where is it?"],
  ])("%s: %j", (path, text, title) => {
    const article = articleOf(path, text);
    expect(article.title).toBe(title);
    const asked = blocksOf(article).filter((block) => /^heading.*\?$/.test(block));
    expect(asked).toHaveLength(path === "where.md" ? 1 : 2);
  });
});
