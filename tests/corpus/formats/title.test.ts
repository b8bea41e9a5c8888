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
