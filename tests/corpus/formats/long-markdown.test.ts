import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { CrowdedError, checkCrowded } from "../../../src/corpus/formats/markdown/crowded.ts";
import { parseParts, partsOf } from "../../../src/corpus/formats/markdown/parts.ts";
import { loadLanguage } from "../../../src/text/languages/index.ts";
import { termsOf } from "../../../src/text/terms.ts";
import { articleOf, blocksOf, problemsOf } from "../read.ts";

const parse = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** A tree without the places of its nodes. */
function bare(tree: Root): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === "position" ? undefined : value)));
}

const filler = (name: string): string => `${`The ${name} stands here. `.repeat(60)}\n\n`;

describe("a long Markdown text", () => {
  test("is parsed in parts that make the tree of the whole", () => {
    const items = Array.from({ length: 300 }, (_, n) => `${n + 1}. item ${n}\n`);
    const bullets = Array.from({ length: 210 }, (_, n) => `- bullet ${n}\n\n  more of it\n\n`);
    const text = [
      "See [the guide][guide] and a note[^1].\n\n",
      filler("oven"),
      "<!-- hidden\n\n# No heading\n\nend -->\n\n",
      filler("fan"),
      `\`\`\`md\n# Code\n\n${"in code\n\n".repeat(400)}\`\`\`\n\n`,
      filler("door"),
      `${items.join("")}\nAfter the [Guide].\n\n`,
      filler("rack"),
      bullets.join(""),
      "- [ ] open\n- [x] done\n\n",
      `<pre>\n${"a line\n\n".repeat(300)}</pre>\n\n`,
      `${"> quoted\n\n".repeat(210)}Head\n====\n\n`,
      filler("light"),
      "[guide]: https://example.org/guide\n\n[^1]: The note,\n    which goes on.\n\n",
      filler("end"),
    ].join("");
    const parts = partsOf(text);
    expect(parts.join("")).toBe(text);
    expect(parts.length).toBeGreaterThan(4);
    expect(bare(parseParts(text, parse))).toEqual(bare(parse(text)));
  });

  test.each([
    ["headings that are underlined", "Head\n===\n\nText.\n\n"],
    ["quotations", "> a\n\n"],
    ["rules", "---\n\na\n\n"],
    ["items", "- a\n"],
    ["loose items", "1. a\n\n"],
    ["tables", "a | b\n- | -\nc\n\n"],
    ["code", "```\ncode\n```\n\n"],
    ["elements", "<b><i>x</b></i>\n\n"],
  ])("of nothing but %s is cut into parts of one length", (_, unit) => {
    const parts = partsOf(unit.repeat(Math.ceil(200_000 / unit.length)));
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(9_000);
    expect(Math.max(...parts.map((part) => part.split(unit).length))).toBeLessThan(500);
  });

  test("keeps its terms, formulas and short texts whole", () => {
    expect(partsOf("a\n\n".repeat(500))).toHaveLength(1);
    expect(partsOf(`$$\n${"x = 1\n\n".repeat(6_000)}$$\n`)).toHaveLength(1);
    expect(partsOf("Term\n\n: what it is\n\n".repeat(3_000))).toHaveLength(1);
  });
});

describe("a text that its parser would take too long for", () => {
  test.each([
    ["comments that never end", "a <!-- ", "open tags"],
    ["instructions that never end", "a <? ", "open tags"],
    ["declarations that never end", "a <!A ", "open tags"],
  ])("is refused for %s, and told why", (_, unit, reason) => {
    expect(() => checkCrowded(unit.repeat(7_000))).toThrow(reason);
    // One that ends is what its author meant.
    expect(() => checkCrowded("a <!-- b --> <?c?> <!D> ".repeat(7_000))).not.toThrow();
  });

  test("is refused for a table whose rows lack more cells than they have", () => {
    const columns = 1_000;
    const table = `|${" a |".repeat(columns)}\n|${" - |".repeat(columns)}\n${"|b\n".repeat(columns)}`;
    expect(() => checkCrowded(table)).toThrow(CrowdedError);
    const long = `| a | b |\n| - | - |\n${"| c | d |\n".repeat(20_000)}`;
    expect(() => checkCrowded(long)).not.toThrow();
  });

  test("is refused for lines that open lists in lists, line after line", () => {
    expect(() => checkCrowded(`${"- ".repeat(90)}a\n`.repeat(40))).toThrow(RangeError);
    expect(() => checkCrowded(`${"> ".repeat(100)}a\n`)).toThrow(RangeError);
    expect(() => checkCrowded(`${"    - a\n".repeat(2_000)}${"- - -\n".repeat(2_000)}`)).not.toThrow();
    expect(() => checkCrowded(`\`\`\`\n${`${"> ".repeat(90)}a\n`.repeat(400)}\`\`\`\n`)).not.toThrow();
    expect(problemsOf("a.md", `${"- ".repeat(90)}a\n`.repeat(40))).toEqual([
      "a.md:1: warning: is nested too deeply to be read, and is left out; flatten its lists or elements",
    ]);
  });
});

test("A word that no language has is its own term", async () => {
  expect(termsOf("x".repeat(50_000), await loadLanguage("en"))).toEqual([
    { term: "x".repeat(50_000), weight: 1 },
  ]);
});

test("Marks of a box within HTML are not shown", () => {
  const text = '<div>\nText.\n--8<-- "missing.svg"\n:::note\n</div>\n\nMore.';
  expect(blocksOf(articleOf("a.md", text))).toEqual(["paragraph: Text.", "paragraph: More."]);
});
