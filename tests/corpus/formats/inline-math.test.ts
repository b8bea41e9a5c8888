import { describe, expect, test } from "vitest";
import { articleOf, blocksOf } from "../read.ts";

const blocks = (markdown: string, path = "a.md"): string[] => blocksOf(articleOf(path, markdown));

describe("between single dollars", () => {
  test.each([
    ["$p_0 = \\left( 1 - \\frac{1}{m} \\right)^{kn}$", "p_0 = \\left( 1 - \\frac{1}{m} \\right)^{kn}"],
    ["$x_i$ and $\\mathcal{H}_{k}^{*}$", "x_i and \\mathcal{H}_{k}^{*}"],
    ["an x where $keccak(x)=r$ or $f(x, y) < 2$", "an x where keccak(x)=r or f(x, y) < 2"],
    ["$\\sum_{k=1}^{n-1} a_{k} + x^{n=2}$", "\\sum_{k=1}^{n-1} a_{k} + x^{n=2}"],
    ["$\\binom{n}{k=1}$ or $\\underset{x=0}{b}$", "\\binom{n}{k=1} or \\underset{x=0}{b}"],
    ["a chance of $p$, $O(n)$ or $k = 5$", "a chance of p, O(n) or k = 5"],
  ])("a formula is what stands there: %s", (written, shown) => {
    expect(blocks(`It is ${written}.`)).toEqual([`paragraph: It is ${shown}.`]);
  });

  test.each(["It costs $5 and $6_000.", "Set $HOME_DIR and $PATH.", "$a_b is less than $c."])(
    "prices and names of variables are none: %s",
    (text) => {
      expect(blocks(text)).toEqual([`paragraph: ${text}`]);
    },
  );

  test("code stays as it is", () => {
    expect(blocks("Write `$x_i$` or $x_i$.")).toEqual(["paragraph: Write $x_i$ or x_i."]);
  });
});

test("A line below a table that says what it shows is without Pandoc's mark", () => {
  expect(blocks("| Lid |\n|---|\n| Hot |\n\n: Heat of *lids*\n\nText: hot.")).toEqual([
    "table: Lid\nHot",
    "paragraph: Heat of lids",
    "paragraph: Text: hot.",
  ]);
});
