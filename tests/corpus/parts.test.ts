import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadCorpus } from "../../src/corpus/load.ts";
import { formatProblem } from "../../src/corpus/problem.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "corpus-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function read(files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const { articles, problems } = await loadCorpus(folder);
  return {
    articles: Object.fromEntries(articles.map(({ id, text }) => [id, text])),
    problems: problems.map(formatProblem),
  };
}

const door = "=== Door\n\nThe door is heavy.\n";
const fan = "=== Fan\n\nThe fan is loud.\n";
const partOf = (path: string, whole: string) =>
  `${path}:1: note: is part of another article, and is none of its own: of ${whole}`;

describe("a file that another shows whole is no article", () => {
  test("of AsciiDoc, in a chapter with text of its own and in one that only includes", async () => {
    const files = { "sections/door.adoc": door, "sections/fan.adoc": fan };
    const includes = "include::sections/door.adoc[]\n\ninclude::sections/fan.adoc[leveloffset=+1]\n";
    for (const own of ["This is on ovens.\n\n", ""]) {
      const { articles, problems } = await read({ ...files, "oven.adoc": `== Oven\n\n${own}${includes}` });
      expect(articles).toEqual({
        oven: `Oven\n\n${own}Door\n\nThe door is heavy.\n\nFan\n\nThe fan is loud.`,
      });
      expect(problems).toEqual([
        partOf("sections/door.adoc", "oven.adoc"),
        partOf("sections/fan.adoc", "oven.adoc"),
      ]);
    }
  });

  test.each([
    ["mdBook", "{{#include door.md}}"],
    ["PyMdown", '--8<-- "door.md"'],
    ["markdown-include", "{!door.md!}"],
    ["VitePress", "<!--@include: ./door.md-->"],
    ["DocFX", "[!INCLUDE [Door](door.md)]"],
    ["MyST", "```{include} door.md\n```"],
    ["Hugo", '{{% readfile "door.md" %}}'],
    ["Jekyll", "{% include_relative door.md %}"],
  ])("of Markdown, by the include of %s", async (_, include) => {
    const { articles, problems } = await read({
      "door.md": "## Door\n\nThe door is heavy.\n",
      "oven.md": `# Oven\n\nThis is on ovens.\n\n${include}\n`,
    });
    expect(articles).toEqual({ oven: "This is on ovens.\n\nDoor\n\nThe door is heavy." });
    expect(problems).toEqual([partOf("door.md", "oven.md")]);
  });

  test("of MDX, where its module stands as a component", async () => {
    const { articles } = await read({
      "door.mdx": "## Door\n\nThe door is heavy.\n",
      "oven.mdx": 'import Door from "./door.mdx";\n\n# Oven\n\nThis is on ovens.\n\n<Door />\n',
    });
    expect(articles).toEqual({ oven: "This is on ovens.\n\nDoor\n\nThe door is heavy." });
  });

  test("of reStructuredText", async () => {
    const { articles } = await read({
      "CHANGES.rst": "Changes\n=======\n\nThe fan is loud.\n",
      "docs/changes.rst": ".. include:: ../CHANGES.rst\n",
    });
    expect(articles).toEqual({ "docs/changes": "The fan is loud." });
  });

  test("however deep it stands in others", async () => {
    const { articles } = await read({
      "a.adoc": "= A\n\nOne.\n\ninclude::b.adoc[]\n",
      "b.adoc": "== B\n\ninclude::c.adoc[]\n",
      "c.adoc": "=== C\n\nThree.\n",
    });
    expect(articles).toEqual({ a: "One.\n\nB\n\nC\n\nThree." });
  });
});

describe("a file that another shows stays an article", () => {
  const oven = "# Oven\n\nThis is on ovens.\n\n{{#include door.md}}\n";
  const text = "## Door\n\nThe door is heavy.\n";

  test.each([
    ["a link", { "index.md": "# Home\n\nSee [the door](./door.md#top).\n" }],
    ["a link without extension", { "index.md": "# Home\n\nSee [the door](/door/).\n" }],
    ["a list of pages", { "SUMMARY.md": "- [Door](door.md)\n" }],
    ["front matter of its own", { "door.md": `---\ntags: [a]\n---\n${text}` }],
  ])("where %s makes it a page", async (_, more) => {
    const { articles } = await read({ "door.md": text, "oven.md": oven, ...more });
    expect(Object.keys(articles)).toEqual(expect.arrayContaining(["door", "oven"]));
  });

  test("where only a part of it is shown, or it is shown as code", async () => {
    const { articles } = await read({
      "door.adoc": door,
      "fan.adoc": `// tag::a[]\n${fan}// end::a[]\n`,
      "oven.adoc": "= Oven\n\nOne.\n\n----\ninclude::door.adoc[]\n----\n\ninclude::fan.adoc[tag=a]\n",
      "a.md": "# A\n\n```md\n{{#include b.md}}\n```\n\nText.\n",
      "b.md": "# B\n\nMore.\n",
      "c.rst": "C\n=\n\nText.\n\n.. include:: d.rst\n   :start-line: 2\n",
      "d.rst": "D\n=\n\nMore.\n",
    });
    expect(Object.keys(articles)).toEqual(["a", "b", "c", "d", "door", "fan", "oven"]);
  });

  test("where it is a page of Antora, or two include each other", async () => {
    const { articles } = await read({
      "antora.yml": "name: a\n",
      "modules/ROOT/pages/door.adoc": door,
      "modules/ROOT/pages/oven.adoc": "= Oven\n\nOne.\n\ninclude::page$door.adoc[]\n",
      "x.md": "# X\n\nOne.\n\n{{#include y.md}}\n",
      "y.md": "# Y\n\nTwo.\n\n{{#include x.md}}\n",
    });
    expect(Object.keys(articles)).toEqual(["modules/ROOT/pages/door", "modules/ROOT/pages/oven", "x", "y"]);
  });
});

describe("a file that only puts others together", () => {
  const long = (name: string) => `== ${name}\n\n${`The ${name} is heavy. `.repeat(3_000)}\n`;
  const includes = "include::door.adoc[]\n\ninclude::fan.adoc[]\n";

  test("is a book, and its chapters are articles, where they are long together", async () => {
    const files = { "door.adoc": long("door"), "fan.adoc": long("fan") };
    const book = `// all of it\n= Ovens\nAnn Smith\n:toc:\n\n[[all]]\n${includes}\nifdef::backend-pdf[include::none.adoc[]]\n`;
    const { articles, problems } = await read({ ...files, "book.adoc": book });
    expect(Object.keys(articles)).toEqual(["door", "fan"]);
    expect(problems).toEqual([
      "book.adoc:1: note: only puts other files together, and is left out; they are articles",
    ]);
    const { articles: kept } = await read({ "book.adoc": `= Ovens\n\nA preface.\n\n${includes}` });
    expect(Object.keys(kept)).toEqual(["book"]);
  });

  test("repeats pages, where others lead to each of them", async () => {
    const { articles } = await read({
      "all.md": "# All\n\n{{#include door.md}}\n\n{{#include fan.md}}\n",
      "door.md": "# Door\n\nThe door is heavy. See [the fan](fan.md).\n",
      "fan.md": "# Fan\n\nThe fan is loud. See [the door](door.md).\n",
    });
    expect(Object.keys(articles)).toEqual(["door", "fan"]);
  });
});

test("files that are too long together are read one by one, whatever stands between them", async () => {
  const long = (name: string) => `== ${name}\n\n${`The ${name} is heavy. `.repeat(14_000)}\n`;
  const { articles } = await read({
    "book.adoc": "= Ovens\n\nA preface.\n\ninclude::door.adoc[]\n\ninclude::fan.adoc[]\n",
    "door.adoc": long("door"),
    "fan.adoc": long("fan"),
  });
  expect(Object.keys(articles)).toEqual(expect.arrayContaining(["door", "fan"]));
});
