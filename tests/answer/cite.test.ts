import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { citationOf } from "../../src/answer/cite.ts";
import type { IndexInfo, StoredPassage } from "../../src/index/store.ts";
import { citationSchema } from "../../src/model/index.ts";

const info: IndexInfo = {
  version: "0",
  articles: 1,
  passages: 1,
  title: "Test",
  baseUrl: "https://example.org/docs",
  languages: ["en"],
  synonyms: {},
};

const text = "R2 was late. Chips were scarce.";

function stored(url: string): StoredPassage {
  return {
    docId: 0,
    article: {
      id: "r2-delay",
      title: "The delay",
      url,
      lang: "en",
      authors: ["Ada Wren"],
      published: "2025-08-14",
      tags: [],
      questions: [],
    },
    passage: {
      id: "r2-delay:1",
      article: "r2-delay",
      headings: ["Background", "Chips"],
      paragraph: 3,
      start: 100,
      end: 100 + text.length,
      text,
      section: 100,
      blocks: [{ kind: "paragraph", start: 0, end: text.length }],
    },
  };
}

const second = { start: 113, end: 131 };

describe("citationOf", () => {
  test("says where the passage stands and links to the sentence", () => {
    const citation = citationOf(stored("/articles/r2-delay/"), info, second);
    expect(z.strictObject(citationSchema.shape).parse(citation)).toEqual({
      article: "r2-delay",
      title: "The delay",
      authors: ["Ada Wren"],
      published: "2025-08-14",
      lang: "en",
      url: "https://example.org/docs/articles/r2-delay/",
      link: "https://example.org/docs/articles/r2-delay/#:~:text=Chips%20were%20scarce.",
      headings: ["Background", "Chips"],
      paragraph: 3,
      start: 100,
      end: 131,
    });
  });

  test.each([
    ["https://other.org/r2?page=1", "https://other.org/r2?page=1#:~:text=Chips%20were%20scarce."],
    ["https://other.org/r2#chips", "https://other.org/r2#chips:~:text=Chips%20were%20scarce."],
    ["/r2#chips", "https://example.org/docs/r2#chips:~:text=Chips%20were%20scarce."],
  ])("links into %s", (url, link) => {
    expect(citationOf(stored(url), info, second).link).toBe(link);
  });

  test("leads to the heading above too, where the author named its place", () => {
    const { passage, ...others } = stored("/r2/");
    const named = { ...others, passage: { ...passage, anchor: "chips & wafers" } };
    expect(citationOf(named, info, second).link).toBe(
      "https://example.org/docs/r2/#chips%20%26%20wafers:~:text=Chips%20were%20scarce.",
    );
  });

  test("gives relative links without a base URL", () => {
    const citation = citationOf(stored("/r2/"), { ...info, baseUrl: "" }, second);
    expect(citation.url).toBe("/r2/");
    expect(citation.link).toBe("/r2/#:~:text=Chips%20were%20scarce.");
  });

  test("takes the passage itself for the sentence", () => {
    const { passage } = stored("/r2/");
    expect(citationOf(stored("/r2/"), info, passage).link).toContain("#:~:text=R2%20was%20late.%20Chips");
  });

  test("links to the page alone when there is no text to land on", () => {
    expect(citationOf(stored("/r2/"), info, { start: 112, end: 113 }).link).toBe(
      "https://example.org/docs/r2/",
    );
  });

  test("links by the directive that the build made for a sentence that its page repeats, and for no other", () => {
    const { passage, ...others } = stored("/r2/");
    const directives = [
      { start: 100, end: 112, directive: "text=late.,Chips" },
      { start: 113, end: 131, directive: "text=late.-,Chips%20were%20scarce." },
      { start: 100, end: 131, directive: "text=R2,scarce." },
    ];
    const linkOf = (range: { start: number; end: number }): string =>
      citationOf({ ...others, passage: { ...passage, directives } }, info, range).link;
    expect(linkOf(second)).toMatch(/#:~:text=late\.-,Chips%20were%20scarce\.$/);
    expect(linkOf({ start: 100, end: 131 })).toMatch(/#:~:text=R2,scarce\.$/);
    expect(linkOf({ start: 113, end: 130 })).toMatch(/#:~:text=Chips%20were%20scarce$/);
    expect(linkOf({ start: 116, end: 131 })).not.toContain("late");
  });

  test("leads to each of several sentences of a passage, however often they are asked for", () => {
    const of = stored("/r2/");
    const first = { start: 100, end: 112 };
    for (const [range, words] of [
      [first, "R2%20was%20late."],
      [second, "Chips%20were%20scarce."],
      [first, "R2%20was%20late."],
    ] as const)
      expect(citationOf(of, info, range).link).toBe(`https://example.org/docs/r2/#:~:text=${words}`);
  });

  test("leads to nothing more than the page where the sentence is empty", () => {
    expect(citationOf(stored("/r2/"), info, { start: 113, end: 113 }).link).toBe(
      "https://example.org/docs/r2/",
    );
  });

  test("says which sentence is outside of which passage", () => {
    expect(() => citationOf(stored("/r2/"), info, { start: 99, end: 112 })).toThrow(
      /^The sentence 99-112 is not inside the passage r2-delay:1, 100-131; give offsets in the article's text\.$/,
    );
  });

  test.each([
    [99, 112],
    [113, 132],
    [120, 113],
  ])("refuses a sentence at %i-%i, outside the passage", (start, end) => {
    expect(() => citationOf(stored("/r2/"), info, { start, end })).toThrow(RangeError);
  });
});
