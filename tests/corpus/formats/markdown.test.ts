import { describe, expect, test } from "vitest";
import { articleOf, blocksOf } from "../read.ts";

const blocks = (markdown: string): string[] => blocksOf(articleOf("a.md", markdown));

describe("Markdown", () => {
  test("keeps what a reader sees and drops the marks", () => {
    expect(
      blocks("Some **bold** _and_ `code`, a [link](https://example.com), &amp; caf&eacute; ~~gone~~."),
    ).toEqual(["paragraph: Some bold and code, a link, & café gone."]);
  });

  test("gives nothing for images, comments and tags in running text", () => {
    expect(blocks("Before ![an image](a.png)<!-- note --> <b>after</b>.")).toEqual([
      "paragraph: Before after.",
    ]);
  });

  test("makes a soft line break a space and keeps a hard one", () => {
    expect(blocks("one\ntwo  \nthree\\\nfour<br>five")).toEqual(["paragraph: one two\nthree\nfour\nfive"]);
  });

  test("keeps a list, nested ones included, as one block of lines without bullets", () => {
    expect(blocks("1. one\n   - inner\n\n     more\n2. two\n   > quoted\n- [x] done")).toEqual([
      "list: one\ninner\nmore\ntwo\nquoted",
      "list: done",
    ]);
  });

  test("keeps a table as lines with tabs", () => {
    expect(blocks("| a | **b** |\n|---|---|\n| 1 | x<br>y |\n")).toEqual(["table: a\tb\n1\tx y"]);
  });

  test("keeps code as written", () => {
    expect(blocks("Text.\n\n```js\n  if (a  <  b) {\n\n\tc();\n  }\n```")).toEqual([
      "paragraph: Text.",
      "code: if (a  <  b) {\n\n\tc();\n  }",
    ]);
    expect(articleOf("a.md", "Text.\n\n```\n\n  indented\n```").text).toBe("Text.\n\n  indented");
  });

  test("keeps a quotation whole unless it holds headings", () => {
    expect(blocks("> one\n>\n> two\n> - three")).toEqual(["quote: one\n\ntwo\n\nthree"]);
    expect(blocks("> ## Part\n> one\n\nAfter.")).toEqual([
      "heading2: Part",
      "paragraph: one",
      "paragraph: After.",
    ]);
  });

  test("leaves out a list of links to its own headings, which is drawn from them", () => {
    const contents = "- [One](#one)\n- [Two](#two)\n  - [In two](#in-two)\n";
    expect(blocks(`${contents}\nText.`)).toEqual(["paragraph: Text."]);
    expect(blocks("- [One](#one) is the first\n- [Two](#two)\n- [Three](#three)")).toHaveLength(1);
    expect(blocks("- [One](one.md)\n- [Two](two.md)\n- [Three](three.md)")).toHaveLength(1);
    expect(blocks("- [One](#one)\n- [Two](#two)")).toHaveLength(1);
  });

  test("leaves out the source of a drawing, and keeps other code", () => {
    expect(blocks("Text.\n\n```mermaid\nflowchart LR\n```\n\n```js\nflow();\n```")).toEqual([
      "paragraph: Text.",
      "code: flow();",
    ]);
  });

  test("reads a link whose label a plugin defines as its text", () => {
    expect(
      blocks("Call [`run`][tool.run] or [the loop][the-loop]; see [docs][d-1].\n\n[d-1]: https://a.example"),
    ).toEqual(["paragraph: Call run or the loop; see docs."]);
    expect(blocks("The cell row[0][100], the notes[^a][^b] and `a[b][cde]`.")).toEqual([
      "paragraph: The cell row[0][100], the notes[^a][^b] and a[b][cde].",
    ]);
  });

  test("leaves out a line that only labels the rule below it", () => {
    expect(blocks("r[items.type.intro]\nA type has a name.\n\nr[items.type]\n\nIt is `r[a.b]`.")).toEqual([
      "paragraph: A type has a name.",
      "paragraph: It is r[a.b].",
    ]);
  });

  test("leaves out imports, however many stand on a line", () => {
    const line = "import Tabs from '@theme/Tabs'; import {Item} from '@theme/Item'; import c from '@site/c';";
    expect(blocks(`${line}\n\nText.\n\nimport A from './a'; import B from "./b"\n\nMore.`)).toEqual([
      "paragraph: Text.",
      "paragraph: More.",
    ]);
  });

  test("puts footnotes at the end and their marks nowhere", () => {
    expect(blocks("First.[^a]\n\n[^a]: The note.\n\nSecond.")).toEqual([
      "paragraph: First.",
      "paragraph: Second.",
      "paragraph: The note.",
    ]);
  });

  test("reads a block of HTML as the page shows it", () => {
    expect(
      blocks("<details><summary>More</summary>\n<p>Hidden <b>no</b> more.</p></details>\n\nEnd."),
    ).toEqual(["heading2: More", "paragraph: Hidden no more.", "paragraph: End."]);
    expect(blocks("<script>alert(1)</script>\n\n<!-- note -->\n\nEnd.")).toEqual(["paragraph: End."]);
  });

  test("composes characters across marks", () => {
    expect(articleOf("a.md", "cafe<b>&#x301;</b> e&#x301;").text).toBe("café é");
  });

  test("drops characters that nobody sees", () => {
    expect(articleOf("a.md", "re&shy;lease\u200Bd a\u00A0b").text).toBe("released a\u00A0b");
  });
});

describe("the title of Markdown", () => {
  test("is the first heading, which is then left out", () => {
    const article = articleOf("a.md", "# The *title* &amp; more\n\nText.\n\n## Part\n\nText.");
    expect(article.title).toBe("The title & more");
    expect(blocksOf(article)).toEqual(["paragraph: Text.", "heading2: Part", "paragraph: Text."]);
  });

  test("leaves a first heading in that says something else", () => {
    const article = articleOf("a.md", "---\ntitle: Given\n---\n# Other\n\nText.");
    expect(article.title).toBe("Given");
    expect(blocksOf(article)).toEqual(["heading1: Other", "paragraph: Text."]);
  });

  test("leaves a heading of a lower level in", () => {
    const article = articleOf("a.md", "## Part\n\nText.");
    expect(article.title).toBe("Part");
    expect(blocksOf(article)).toEqual(["heading2: Part", "paragraph: Text."]);
  });

  test("falls back to the name of the file", () => {
    expect(articleOf("2026/why-r2_is late.md", "Text.").title).toBe("Why r2 is late");
  });
});

test("boxes with names in other letters, or none, and marks of references made from programs leave no mark", () => {
  const text =
    ":::注意[共有]\n一。\n:::\n\n:::[Colours]\nTwo.\n:::\n\n::: mkdocs.plugins.event_priority\n    options:\n      heading: 3\n\nThree.";
  const { text: read } = articleOf("a.md", text);
  expect(read).not.toContain(":::");
  expect(read).toContain("共有");
  expect(read).toContain("Colours\n\nTwo.");
  expect(read).toContain("Three.");
});

test("code has the language of its fence", () => {
  const article = articleOf("a.md", "```ts {1,3}\na();\n```\n\n```\nb\n```");
  expect(article.blocks.map(({ language }) => language)).toEqual(["ts", undefined]);
});

test("An alert whose sentence begins on the line of its name keeps it whole", () => {
  const text =
    "> [!NOTE] If you can use `css`, do so.\n\n> [!TIP] Racks\n> Soak `them`.\n\n> [!WARNING] Hot\n\n> [!note]- See [more](/b)\n> and less.\n";
  expect(blocksOf(articleOf("a.md", text))).toEqual([
    "paragraph: If you can use css, do so.",
    "paragraph: Racks",
    "paragraph: Soak them.",
    "paragraph: Hot",
    "paragraph: See more and less.",
  ]);
});

test("Several alerts in one quotation are boxes each", () => {
  const text = "> [!NOTE]\n> Heat it.\n>\n> [!TIP]\n> Wait.\n\n> Said.";
  expect(articleOf("a.md", text).text).not.toContain("[!");
  expect(blocksOf(articleOf("a.md", text)).map((block) => block.replace(/^\w+: /, ""))).toEqual([
    "Heat it.",
    "Wait.",
    "Said.",
  ]);
});

test("The language of code in a line, which its highlighter is told, is no text", () => {
  const text = "Set `true{:js}` or `hot{:.oven-mode}`, `{:js}` itself and `a{b}`.";
  for (const path of ["a.md", "a.mdx"])
    expect(articleOf(path, text).text).toBe("Set true or hot, {:js} itself and a{b}.");
});

test("What DocFX keeps from translators is text", () => {
  expect(articleOf("a.md", 'Press the :::no-loc text="Win + X"::: keys.').text).toBe(
    "Press the Win + X keys.",
  );
});

test("Cells of Quarto and R Markdown are code, without what tells the program of them", () => {
  const text = [
    "```{r}",
    "#| label: fig-oven",
    "#| fig-alt: |",
    "#|   A hot oven.",
    "",
    "bake(x) # *hot*",
    "y",
    "```",
    "",
    "```{python, echo=TRUE}",
    "bake()",
    "```",
    "",
    "```{r}",
    "#| include: false",
    "secret()",
    "```",
    "",
    "```{r setup, include=FALSE}",
    "secret()",
    "```",
  ].join("\n");
  for (const path of ["a.qmd", "a.Rmd", "a.md"]) {
    const article = articleOf(path, text);
    expect(blocksOf(article)).toEqual(["code: bake(x) # *hot*\ny", "code: bake()"]);
    expect(article.blocks.map(({ language }) => language)).toEqual(["r", "python"]);
  }
});

test("A fence in an item with a letter is code to what reads such lists, and an example elsewhere", () => {
  const text =
    "1. Bake:\n\n    a.  Write it.\n\n        ```{r}\n        #| eval: false\n        bake(x)\n        ```\n";
  expect(articleOf("a.qmd", text).text).toBe("Bake:\na. Write it.\nbake(x)");
  expect(articleOf("a.md", text).text).toContain("```{r}");
});

test("The name of a file between angle brackets is no tag, and components are none of the text", () => {
  expect(
    articleOf("a.md", "Defined in [<SDL3/SDL_init.h>](x.h), <SDL3/a.h>.<Badge/> <Foo /> Hot.").text,
  ).toBe("Defined in <SDL3/SDL_init.h>, <SDL3/a.h>. Hot.");
});

test("A definition whose address a template fills in is one all the same", () => {
  const text = "See the [oven][] and [racks][r].\n\n[oven]: {{site.oven}}\n[r]: {% link racks.md %}\n";
  expect(articleOf("a.md", text).text).toBe("See the oven and racks.");
});

test("A file of Writerside has the title of the line that is no text", () => {
  expect(articleOf("oven-tour.md", "[//]: # (title: A tour of `ovens`)\n\nHot.")).toMatchObject({
    title: "A tour of ovens",
    text: "Hot.",
  });
});
