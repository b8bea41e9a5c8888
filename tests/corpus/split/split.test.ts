import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainArticle } from "../../../src/corpus/formats/plain.ts";
import { splitArticle } from "../../../src/corpus/split/split.ts";
import type { Article, Passage } from "../../../src/model/index.ts";
import { countWords } from "../../../src/text/count-words.ts";
import { sentences } from "../../../src/text/sentences.ts";
import { document, section } from "../documents.ts";
import { articleOf } from "../read.ts";

const english = { abbreviations: new Set(["dr"]), stopWords: new Set<string>() };

const split = (article: Article): Passage[] =>
  splitArticle(article, (range) => sentences(article.text, range, english));

const wordsOf = (text: string): number => countWords(text, { start: 0, end: text.length });

/** `count` sentences of `length` words each, no two alike. */
function prose(count: number, length: number, name = "s"): string {
  return Array.from({ length: count }, (_, i) => `The ${name}${i}${" word".repeat(length - 2)}.`).join(" ");
}

const lengths = (markdown: string): number[] =>
  split(articleOf("a.md", markdown)).map(({ text }) => wordsOf(text));

/** The blocks of a passage hold all of its text but white space, in order, and are blocks of the article or parts of them. */
function expectBlocks(article: Article, { start, text, blocks }: Passage): void {
  let before = 0;
  for (const block of blocks) {
    expect(text.slice(before, block.start).trim()).toBe("");
    const whole = article.blocks.find(
      (one) => one.kind === block.kind && one.start <= start + block.start && one.end >= start + block.end,
    );
    expect(whole).toBeDefined();
    if (block.lead !== undefined) {
      expect(article.text.slice(block.lead.start, block.lead.end)).toBe(block.lead.text);
    }
    before = block.end;
  }
  expect(before).toBe(text.length);
}

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

/** Every offset that holds more than white space, in the blocks that are not headings. */
function expectWhole(article: Article, passages: readonly Passage[]): void {
  const held = new Uint8Array(article.text.length);
  for (const { start, end } of passages) for (let i = start; i < end; i++) held[i] = (held[i] ?? 0) + 1;
  for (const { kind, start, end } of article.blocks) {
    for (let i = start; i < end; i++) {
      if (/\s/.test(article.text.charAt(i))) continue;
      expect(held[i]).toBe(kind === "heading" ? 0 : 1);
    }
  }
}

/** The passages by section: what stands between two headings. */
function bySection(article: Article, passages: readonly Passage[]): Passage[][] {
  const starts = article.blocks.filter(({ kind }) => kind === "heading").map(({ start }) => start);
  const groups = new Map<number, Passage[]>();
  for (const passage of passages) {
    const number = starts.filter((start) => start < passage.start).length;
    groups.set(number, [...(groups.get(number) ?? []), passage]);
  }
  return [...groups.values()];
}

describe("the passages of any article", () => {
  test("are its text, hold each word once, keep to their section, and have ids of their own", () => {
    fc.assert(
      fc.property(document, (markdown) => {
        const article = articleOf("a.md", markdown);
        const passages = split(article);
        const paragraphs = article.blocks.filter(({ kind }) => kind !== "heading");
        let end = 0;
        for (const passage of passages) {
          expect(passage.text).toBe(article.text.slice(passage.start, passage.end));
          expect(passage.text).toBe(passage.text.trim());
          expect(passage.start).toBeGreaterThanOrEqual(end);
          expectBlocks(article, passage);
          const block = paragraphs[passage.paragraph - 1];
          expect(block?.start).toBeLessThanOrEqual(passage.start);
          expect(block?.end).toBeGreaterThan(passage.start);
          end = passage.end;
        }
        expectWhole(article, passages);
        expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
      }),
      { numRuns: 150 },
    );
  });

  test("have 60 to 200 words where sentences and sections let them", () => {
    fc.assert(
      fc.property(document, (markdown) => {
        const article = articleOf("a.md", markdown);
        for (const group of bySection(article, split(article))) {
          for (const [i, passage] of group.entries()) {
            const words = wordsOf(passage.text);
            // All generated sentences are shorter than 200 words.
            expect(words).toBeLessThanOrEqual(200);
            const after = group[i + 1];
            // Two neighbours that fit into one passage are not kept apart when one of them is short.
            if (after === undefined || Math.min(words, wordsOf(after.text)) >= 60) continue;
            expect(words + wordsOf(after.text)).toBeGreaterThan(200);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test("keep their ids when another section is edited", () => {
    fc.assert(
      fc.property(section, section, section, (kept, before, after) => {
        const idsOf = (edited: string): string[] => {
          const article = articleOf("a.md", `---\ntitle: T\n---\n# One\n\n${edited}\n\n# Two\n\n${kept}`);
          return split(article)
            .filter(({ headings }) => headings[0] === "Two")
            .map(({ id }) => id.replace(/-\d+$/, ""));
        };
        expect(idsOf(after)).toEqual(idsOf(before));
      }),
      { numRuns: 60 },
    );
  });
});
