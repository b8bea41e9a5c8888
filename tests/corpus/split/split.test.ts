import { describe, expect, test } from "vitest";
import { plainArticle } from "../../../src/corpus/formats/plain.ts";
import { articleOf } from "../read.ts";
import { split, wordsOf } from "./passages.ts";

/** `count` sentences of `length` words each, no two alike. */
function prose(count: number, length: number, name = "s"): string {
  return Array.from({ length: count }, (_, i) => `The ${name}${i}${" word".repeat(length - 2)}.`).join(" ");
}

const lengths = (markdown: string): number[] =>
  split(articleOf("a.md", markdown)).map(({ text }) => wordsOf(text));

describe("splitting", () => {
  test("keeps a paragraph that is neither short nor long", () => {
    expect(lengths(`${prose(8, 10, "a")}\n\n${prose(9, 10, "b")}`)).toEqual([80, 90]);
  });

  test("joins short neighbours", () => {
    expect(
      lengths([prose(3, 10, "a"), prose(4, 10, "b"), prose(3, 10, "c"), prose(4, 10, "d")].join("\n\n")),
    ).toEqual([140]);
  });

  test("cuts a long paragraph at sentence ends, in even parts", () => {
    const article = articleOf("a.md", prose(30, 10));
    const passages = split(article);
    expect(passages.map(({ text }) => wordsOf(text))).toEqual([150, 150]);
    for (const { text } of passages) expect(text).toMatch(/^The .*\.$/s);
  });

  test("shares a short tail out with the passage before", () => {
    expect(lengths(`${prose(19, 10, "a")}\n\n${prose(3, 10, "b")}`).every((words) => words >= 60)).toBe(true);
    expect(lengths(`${prose(14, 10, "a")}\n\n${prose(3, 10, "b")}`)).toEqual([170]);
  });

  test("never crosses a heading and keeps the trail without the title", () => {
    const article = articleOf(
      "a.md",
      "# T\n\nIntro.\n\n## A\n\nOne.\n\n### B\n\nTwo.\n\n## C\n\nThree.\n\nFour.",
    );
    expect(split(article).map(({ headings, paragraph, text }) => ({ headings, paragraph, text }))).toEqual([
      { headings: [], paragraph: 1, text: "Intro." },
      { headings: ["A"], paragraph: 2, text: "One." },
      { headings: ["A", "B"], paragraph: 3, text: "Two." },
      { headings: ["C"], paragraph: 4, text: "Three.\n\nFour." },
    ]);
  });

  test("leaves the title out of the trail where it is a heading of the text", () => {
    expect(split(articleOf("a.md", "## A\n\nOne.\n\n### B\n\nTwo.")).map(({ headings }) => headings)).toEqual(
      [[], ["B"]],
    );
  });

  test("keeps what leads to a list or code with it, and code whole", () => {
    const code = Array.from({ length: 12 }, (_, i) => `    step(${i}, "of", "the", "way", "there");`).join(
      "\n",
    );
    const markdown = `${prose(16, 10)}\n\nAdd this to your file, then run it:\n\n${code}\n\nThen see it run.`;
    const [first, second] = split(articleOf("a.md", markdown));
    expect(first?.blocks.map(({ kind }) => kind)).toEqual(["paragraph"]);
    expect(second?.text).toMatch(/^Add this to your file/);
    expect(second?.blocks.map(({ kind }) => kind)).toEqual(["paragraph", "code", "paragraph"]);
  });

  test("keeps the header of a table, and what leads to a list, for the passages that go on with them", () => {
    const rows = Array.from(
      { length: 40 },
      (_, i) => `| Plan ${i} | costs ${i} crowns each and every month |`,
    );
    const article = articleOf("a.md", `The plans:\n\n| Plan | Price |\n|---|---|\n${rows.join("\n")}`);
    const [first, second] = split(article);
    expect(first?.blocks.map(({ kind, lead }) => [kind, lead])).toEqual([
      ["paragraph", undefined],
      ["table", undefined],
    ]);
    const [block] = second?.blocks ?? [];
    expect(block?.lead).toEqual({ text: "Plan\tPrice", start: 12, end: 22 });
    expect(second?.section).toBe(0);
  });

  test("cuts tables and lists at rows and items", () => {
    const rows = Array.from({ length: 40 }, (_, i) => `Row ${i} has. Two sentences in each of its ten`);
    const passages = split(articleOf("a.md", rows.map((row) => `- ${row}`).join("\n")));
    expect(passages.length).toBeGreaterThan(1);
    expect(passages.flatMap(({ text }) => text.split("\n"))).toEqual(rows);
  });

  test("does not cut a sentence of up to 400 words, and cuts a longer one at white space", () => {
    expect(lengths(prose(1, 390))).toEqual([390]);
    const parts = lengths(prose(1, 410));
    expect(parts.reduce((sum, words) => sum + words)).toBe(410);
    expect(parts.every((words) => words >= 60 && words <= 200)).toBe(true);
  });

  test("measures scripts without spaces by their characters", () => {
    const passages = split(articleOf("a.md", "深度求索推迟了新模型的发布。".repeat(40)));
    expect(passages.length).toBeGreaterThan(1);
    for (const { text } of passages) expect(text).toMatch(/^深.*。$/);
  });

  test("names passages by the hash of their text, and tells equal ones apart", () => {
    const article = articleOf("a.md", "## A\n\nSame.\n\n## B\n\nSame.\n\n## C\n\nOther.");
    // sha256sum of "Same." and of "Other."
    expect(split(article).map(({ id }) => id)).toEqual(["a:30b506", "a:30b506-2", "a:053a32"]);
  });

  test("gives no passage for no text", () => {
    expect(split(plainArticle({ id: "a", title: "A" }, ""))).toEqual([]);
  });
});
