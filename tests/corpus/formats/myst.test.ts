import { describe, expect, test } from "vitest";
import { articleOf, blocksOf } from "../read.ts";

const blocks = (markdown: string): string[] => blocksOf(articleOf("a.md", markdown));

describe("MyST", () => {
  test.each([
    ["a name of a program", "Use {py:class}`~kitchen.Oven`, {func}`heat`.", "Use Oven, heat."],
    [
      "a reference",
      "See {ref}`the lid <lid>`, {doc}`guide/hot-lids` and {term}`rack`.",
      "See the lid, hot lids and rack.",
    ],
    ["a sign", "{octicon}`flame;1em` Hot {fas}`fire` lids.", "Hot lids."],
    ["a formula", "It is {math}`a + b`.", "It is a + b."],
    ["braces before code that are no role", "Write {x, y} and {a `b`.", "Write {x, y} and {a b."],
  ])("has roles that are %s", (_, markdown, expected) => {
    expect(blocks(markdown)).toEqual([`paragraph: ${expected}`]);
  });

  test.each([
    [
      "between backquotes",
      "```{note} Hot *lid*\n:class: tip\n:name: lid\n\nIt **is** hot.\n```",
      ["paragraph: Hot lid", "paragraph: It is hot."],
    ],
    [
      "between colons",
      ":::{tip} Lids\n:class: x\nThey are hot.\n:::",
      ["paragraph: Lids", "paragraph: They are hot."],
    ],
    [
      "in one another",
      "::::{grid} 1 2\n:gutter: 1\n:::{grid-item-card} Lid\n:link: a\n\nHot.\n+++\nMore.\n:::\n::::",
      ["paragraph: Lid", "paragraph: Hot.", "paragraph: More."],
    ],
    ["that hold code", "```{code-block} python\n---\ncaption: x\n---\nbake()\n```", ["code: bake()"]],
    [
      "that hold a picture's words",
      "```{figure} lid.png\n:name: lid\n\nThe lid.\n```",
      ["paragraph: The lid."],
    ],
    ["that list pages", "Text.\n\n```{toctree}\n:maxdepth: 2\n\nlid\n```", ["paragraph: Text."]],
    [
      "that code shows",
      "````md\n```{note}\n:class: tip\n% comment\n```\n````",
      ["code: ```{note}\n:class: tip\n% comment\n```"],
    ],
  ])("has directives %s", (_, markdown, expected) => {
    expect(blocks(markdown)).toEqual(expected);
  });

  test("keeps comments, breaks, names of places and fields of the page to itself", () => {
    const markdown =
      ':orphan:\n\n(lid)=\n# Lid\n\n% Ask Ann.\n\nSee {ref}`lid`.\n\n+++ { "slide": 1 }\n\nMore.';
    expect(articleOf("a.md", markdown)).toMatchObject({ title: "Lid", text: "See lid.\n\nMore." });
    expect(blocks("(hot-lids)=\n\nText.")).toEqual(["paragraph: Text."]);
    expect(blocks("100\n% of it\n\n:a:")).toEqual(["paragraph: 100 % of it", "paragraph: :a:"]);
  });
});

describe("references that a plugin defines", () => {
  test.each([
    ["[`list`][] and [typing][]", "list and typing"],
    ["the fix ([#1037][])", "the fix (#1037)"],
    ["a[#1][] and `[#2][]`", "a[#1][] and [#2][]"],
    ["[the `dict` type][dict]", "the dict type"],
    ["a[0][] and int[size][]", "a[0][] and int[size][]"],
    ["`[list][]`", "[list][]"],
  ])("%s", (written, shown) => {
    expect(blocks(`Use ${written}.`)).toEqual([`paragraph: Use ${shown}.`]);
  });
});

test.each([
  ["a fence", "```{note}\nSee [it][lid][^hot], [the *rack*][Rack].\n```"],
  ["a table of lists", "```{list-table}\n* - See [it][lid][^hot], [the *rack*][Rack].\n```"],
  ["colons", ":::{note}\nSee [it][lid][^hot], [the *rack*][Rack].\n:::"],
])("A box of %s refers to what the page defines", (_, box) => {
  const page = articleOf("a.md", `${box}\n\n[lid]: /lid\n[rack]: <#rack>\n\n[^hot]: Hot.\n`);
  expect(page.text).toBe("See it, the rack.\n\nHot.");
});

test("The title of a box may hold code", () => {
  expect(blocks('!!! example "`alias` and *more*"\n    Inside.')).toEqual([
    "paragraph: alias and more",
    "paragraph: Inside.",
  ]);
});

test("Tags of a preprocessor end like values", () => {
  expect(blocks("# Day\n\n{{%session outline}}\n\nText.\n\n{{% note %}}\nHot.\n{{% /note %}}")).toEqual([
    "paragraph: Text.",
    "paragraph: Hot.",
  ]);
});

test("Boxes of a domain have their titles, formulas in them too", () => {
  expect(blocks(":::{prf:conjecture} The $\\gamma$ rule\nHot.\n:::")).toEqual([
    "paragraph: The \\gamma rule",
    "paragraph: Hot.",
  ]);
});

test("What MyST puts into an index is shown, and what is cited is named", () => {
  const text =
    "# {index}`Savings <single: Savings>`\n\nThe {index}`path` is that of {cite}`Neal1999`, says {cite:t}`Lee2000`.\n";
  expect(articleOf("a.md", text)).toMatchObject({
    title: "Savings",
    text: "The path is that of (Neal1999), says Lee2000.",
  });
});
