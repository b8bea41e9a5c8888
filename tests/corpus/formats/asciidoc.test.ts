import { expect, test } from "vitest";
import { articleOf, blocksOf } from "../read.ts";

test("An abstract is what the page says, and quotations are others' words", () => {
  const text = "= Oven\n\n[abstract]\nHow to heat it.\n\n[quote, Ann]\nIt was hot.\n\nWait.\n";
  expect(blocksOf(articleOf("a.adoc", text))).toEqual([
    "paragraph: How to heat it.",
    "quote: It was hot.",
    "paragraph: — Ann",
    "paragraph: Wait.",
  ]);
});
