import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { articleOf, blocksOf } from "../read.ts";

const folder = join(import.meta.dirname, "../../fixtures/exports");
const read = (name: string) => articleOf(`${name}.html`, readFileSync(join(folder, `${name}.html`), "utf8"));

describe("a page that a program exported is read as its author wrote it", () => {
  test("Confluence", () => {
    const article = read("confluence");
    expect(article).toMatchObject({ title: "Oven care", authors: ["Ann Smith"], updated: "2024-03-04" });
    expect(blocksOf(article)).toEqual([
      "paragraph: Wipe the oven with vinegar after every bake.",
      "paragraph: The door stays hot for an hour.",
      "heading2: Racks",
      "table: Rack\tSoak\nSteel\tone night",
      "code: soak --rack steel\nrinse",
    ]);
  });

  test("MediaWiki", () => {
    const article = read("mediawiki");
    expect(article).toMatchObject({ title: "Oven care", tags: ["Ovens"], updated: "2024-03-04" });
    expect(blocksOf(article)).toEqual([
      "paragraph: Wipe the oven with vinegar after every bake.",
      "heading2: Racks",
      "paragraph: Steel racks soak one night.",
      "list: The manual.",
    ]);
  });

  test("Google Docs", () => {
    const article = read("gdocs");
    expect(article.title).toBe("Oven care");
    expect(blocksOf(article)).toEqual([
      "heading1: Cleaning",
      "paragraph: Wipe the oven with vinegar\u00a0after every bake.",
      "list: Racks soak one night.",
      "paragraph: The manual",
    ]);
  });

  test("Word", () => {
    const article = read("word");
    expect(article.title).toBe("Oven care");
    expect(blocksOf(article)).toEqual([
      "heading1: Cleaning",
      "paragraph: Wipe the oven with vinegar",
      "paragraph: Racks soak one night.",
    ]);
  });

  test("Zendesk", () => {
    const article = read("zendesk");
    const published = "2024-03-04T10:00:00Z";
    expect(article).toMatchObject({ title: "How do I clean the oven?", authors: ["Ann Smith"], published });
    expect(blocksOf(article)).toEqual([
      "paragraph: Wipe it with vinegar.",
      "paragraph: Let it dry with the door open for an hour, then bake again.",
    ]);
  });
});

describe("what only looks like it", () => {
  test("stays: a section of a page, a title with a colon, a paragraph that begins with a number", () => {
    const page =
      '<title>Lids : a guide</title><main><h1>Lids : a guide</h1><div class="pageSection"><h2>Care</h2><p>Wipe them.</p></div><p class="title">Steel</p><p><span>1.</span> Lid of steel.</p></main>';
    const article = articleOf("lids.html", page);
    expect(article.title).toBe("Lids : a guide");
    expect(blocksOf(article)).toEqual([
      "heading2: Care",
      "paragraph: Wipe them.",
      "paragraph: Steel",
      "paragraph: 1. Lid of steel.",
    ]);
  });
});
