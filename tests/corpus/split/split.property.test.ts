import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article, Passage } from "../../../src/model/index.ts";
import { document, section } from "../documents.ts";
import { articleOf } from "../read.ts";
import { split, wordsOf } from "./passages.ts";

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

/** Every offset that holds more than white space, in the blocks that are not headings. */
function expectWhole(article: Article, passages: readonly Passage[]): void {
  const held = new Uint8Array(article.text.length);
  for (const { start, end } of passages) for (let i = start; i < end; i++) held[i] = (held[i] ?? 0) + 1;
  const wrong = article.blocks.flatMap(({ kind, start, end }) => {
    const times = kind === "heading" ? 0 : 1;
    return Array.from({ length: end - start }, (_, index) => start + index).filter(
      (place) => held[place] !== times && !/\s/.test(article.text.charAt(place)),
    );
  });
  expect(wrong).toEqual([]);
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
