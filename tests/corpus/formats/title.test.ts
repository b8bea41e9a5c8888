import { expect, test } from "vitest";
import { articleOf, blocksOf } from "../read.ts";

const boxes =
  "<details><summary>Installation</summary><p>Run it.</p></details><details><summary>Removal</summary><p>Delete it.</p></details>";

test.each(["ovens.html", "ovens.md"])("%s is not named by the first of its boxes that open", (path) => {
  const article = articleOf(path, boxes);
  expect(article.title).toBe("Ovens");
  expect(blocksOf(article)).toEqual([
    "heading2: Installation",
    "paragraph: Run it.",
    "heading2: Removal",
    "paragraph: Delete it.",
  ]);
});

test("A heading of level 1 below a box names the page", () => {
  expect(articleOf("a.md", `${boxes}\n\n# Ovens and fans\n\nText.`).title).toBe("Ovens and fans");
});

test("A heading that no box holds names the page, of whatever level", () => {
  expect(articleOf("a.md", `## Baking\n\nText.\n\n${boxes}`).title).toBe("Baking");
});

test.each([
  ["ovens-and-fans.md", "## Introduction\n\nText.\n\n## Fans\n\nText.", "Ovens and fans"],
  ["oven(3).md", "# NAME\n\noven\n\n# SYNOPSIS\n\noven(int)", "Oven(3)"],
  ["Rye bread.md", "# Dough\n\nText.\n\n# Oven\n\nText.", "Rye bread"],
  ["introduction.md", "## Introduction\n\nText.\n\n## Fans\n\nText.", "Introduction"],
  ["ovens.md", "# Introduction\n\nText.\n\n## Fans\n\nText.", "Introduction"],
  ["rye-bread.md", "## Dough of rye\n\nText.\n\n## Oven\n\nText.", "Dough of rye"],
])("%s is not named by the first of its sections", (path, text, title) => {
  expect(articleOf(path, text).title).toBe(title);
});

test.each(["Rye bread 8c1c7fdb8efa4dee956440eba060e013.md", "Rye-bread-8c1c7fdb8efa4dee956440eba060e013.md"])(
  "%s is named without what its exporter put there",
  (path) => {
    expect(articleOf(path, "Text of it.").title).toBe("Rye bread");
  },
);

test.each([
  [
    "Making ovens — Kitchen 3.2.25 documentation",
    "<h1><a href=a>Kitchen 3.2.25 documentation</a></h1>",
    "Making ovens",
  ],
  ["Kitchen · Making ovens", "<h1>Kitchen</h1>", "Making ovens"],
])("A page of a site whose name is a heading of level 1 is not called by it: %s", (title, site, own) => {
  const page = `<html><head><title>${title}</title><meta property="og:site_name" content="Kitchen"></head><body><div>${site}</div><div><h1>${own}</h1><p>Text of it.</p></div></body></html>`;
  expect(articleOf("a.html", page).title).toBe(own);
});

test.each([
  ["68 bits of advice.md", "68 bits of advice"],
  ["01 Rye bread.md", "Rye bread"],
  ["1. Rye bread.md", "Rye bread"],
  ["12-rye-bread.md", "Rye bread"],
  ["3 - Rye bread.md", "Rye bread"],
])("%s is named without the number that orders it, and with one that counts", (path, title) => {
  expect(articleOf(path, "Text of it.").title).toBe(title);
});

test("The page of a class is called by it, without the library that Javadoc names in brackets", () => {
  const page =
    "<html><head><title>Oven (kitchen 3.9 API)</title></head><body><main><h1>Class Oven</h1><p>Heats.</p></main></body></html>";
  expect(articleOf("a.html", page).title).toBe("Oven");
});
