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

test("A sentence right below the title is text; a name is the author", () => {
  const given = (line: string) => {
    const { authors, text } = articleOf(
      "a.adoc",
      `[[top]]\n= Oven\n:page-x: y\n${line}\nIt is hot.\n\nMore.\n`,
    );
    return [authors, text];
  };
  const sentences = [
    "The oven heats ten kinds of bread in an hour.",
    "See xref:door.adoc[the door] first:",
    "Open it slowly and wait.",
  ];
  for (const line of sentences) expect(given(line)[0]).toEqual([]);
  expect(given(sentences[0] ?? "")[1]).toBe(
    "The oven heats ten kinds of bread in an hour. It is hot.\n\nMore.",
  );
  const named = "[[top]]\n= Oven\nAnn Marie Smith <ann@example.com>; Bo Jr.\n2024-05-03\n\nIt is hot.\n";
  const { authors, published, text } = articleOf("a.adoc", named);
  expect([authors, published, text]).toEqual([["Ann Marie Smith", "Bo Jr."], "2024-05-03", "It is hot."]);
});

test("A macro that only an extension knows shows nothing, and the notes on it are read; in code it stays", () => {
  const text =
    "= Oven\n\nHeat it:\n\ninclude-code::./Oven[tag=heat,indent=0]\n<1> Opens the valve\n<2> Lights it\n\n----\ninclude-code::./Oven[]\n----\n\nimage::oven.png[]\n\nDone.\n";
  expect(blocksOf(articleOf("a.adoc", text))).toEqual([
    "paragraph: Heat it:",
    "list: Opens the valve\nLights it",
    "code: include-code::./Oven[]",
    "paragraph: Done.",
  ]);
});
