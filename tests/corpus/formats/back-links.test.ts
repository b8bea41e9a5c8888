import { expect, test } from "vitest";
import { articleOf, blocksOf } from "../read.ts";

const section = (n: number, back: string): string => `## Part ${n}\n\nText ${n}.\n\n${back}\n\n`;

test.each([
  ["Markdown", "**[`^        back to top        ^`](#top)**"],
  ["HTML", '<p align="right">(<a href="#readme-top">back to top</a>)</p>'],
  ["another language", "[⬆ Nach oben](#inhalt)"],
])("A link back to the top below each section is no text: %s", (_, back) => {
  const text = [1, 2, 3].map((n) => section(n, back)).join("");
  expect(blocksOf(articleOf("a.md", text)).filter((block) => block.startsWith("paragraph"))).toEqual([
    "paragraph: Text 1.",
    "paragraph: Text 2.",
    "paragraph: Text 3.",
  ]);
});

test("Links to other pages, and those to the page that stand once, are text", () => {
  const text =
    [1, 2, 3].map((n) => section(n, "[The docs](/docs)")).join("") + section(4, "[See below](#part-1)");
  const blocks = blocksOf(articleOf("a.md", text));
  expect(blocks.filter((block) => block === "paragraph: The docs")).toHaveLength(3);
  expect(blocks.at(-1)).toBe("paragraph: See below");
});
