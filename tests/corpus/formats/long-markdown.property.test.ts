import type { Root } from "mdast";
import { defListFromMarkdown } from "mdast-util-definition-list";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { defList } from "micromark-extension-definition-list";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, test, vi } from "vitest";
import { CrowdedError, checkCrowded } from "../../../src/corpus/formats/markdown/crowded.ts";
import { withoutCrowds } from "../../../src/corpus/formats/markdown/crowds.ts";
import { runsOf } from "../../../src/corpus/formats/markdown/line-runs.ts";
import { parseParts, partsOf } from "../../../src/corpus/formats/markdown/parts.ts";
import { gfmWithPlainAddresses } from "../../../src/corpus/formats/markdown/plain-addresses.ts";
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
      `| Name | Value |\n|:--|--|\n${Array.from({ length: 900 }, (_, n) => `| *row* ${n} | [v](/${n}) | \n`).join("")}\n`,
      `a | b\n--|--\n${"c | d\n".repeat(450)}> quote\n\n`,
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
    ["rows", "a|b\n-|-\n"],
    ["code", "```\ncode\n```\n\n"],
    ["elements", "<b><i>x</b></i>\n\n"],
    ["addresses", "[a]: /b\n"],
    ["notes", "[^a]: b\n"],
    ["lists of one item", "- a\n* b\n+ c\n"],
    ["lists of one item or number", "- a\n1. b\n* c\n2) d\n"],
    ["items that go on in lines of text", "- a\nb\n* c\nd\n"],
  ])("of nothing but %s is cut into parts of one length", (_, unit) => {
    const parts = partsOf(unit.repeat(Math.ceil(200_000 / unit.length)));
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(9_000);
    expect(Math.max(...parts.map((part) => part.split(unit).length))).toBeLessThan(500);
  });

  test.each([
    ["below their terms", "Term\n: is *one*\n\n"],
    ["apart from their terms", "Term\n\n: is one\n\n    and goes on\n\n"],
    ["of two terms", "Term\nOther\n: is one\n: or two\n\n"],
    ["without blank lines", "Term\n: is one\n"],
    ["of one term", ": is one\n"],
    ["among paragraphs", "Term\n: is one\n\nText of it.\n\n"],
  ])("has one list of terms for explanations %s", (_, unit) => {
    const text = `Term\n: is the first\n${unit.startsWith("T") ? "\n" : ""}${unit.repeat(400)}\nThe end.\n`;
    const whole = (one: string): Root =>
      fromMarkdown(one, {
        extensions: [gfm(), defList],
        mdastExtensions: [gfmFromMarkdown(), defListFromMarkdown],
      });
    const parts = partsOf(text);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(2_000);
    expect(bare(parseParts(text, whole))).toEqual(bare(whole(text)));
  });

  test("keeps its formulas and short texts whole", () => {
    expect(partsOf("a\n\n".repeat(150))).toHaveLength(1);
    expect(partsOf(`$$\n${"x = 1\n\n".repeat(6_000)}$$\n`)).toHaveLength(1);
  });
});

const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe("what holds much of what is read", () => {
  const link = (n: number): string => `[name ${n}](https://example.org/${n})`;
  const lines = (count: number, line: (n: number) => string): string =>
    Array.from({ length: count }, (_, n) => `${line(n)}\n`).join("");

  test.each([
    ["list", "list", (n: number) => `- ${link(n)} - does *thing* ${n}.`],
    ["list in a list", "list", (n: number) => (n % 10 === 0 ? `- part ${n}` : `  - ${link(n)} does it`)],
    ["ordered list", "list", (n: number) => `${n + 1}. ${link(n)} does it`],
    ["list of tasks", "list", (n: number) => `- [ ] ${link(n)} is open`],
    ["list in a quotation", "quote", (n: number) => `> - ${link(n)} does it`],
  ])("is one %s where it was one", (_, kind, line) => {
    const blocks = blocksOf(articleOf("a.md", lines(500, line)));
    expect(blocks).toHaveLength(kind === "quote" ? 3 : 1);
    expect(blocks[0]).toMatch(new RegExp(`^${kind}: `));
    expect(blocks.join("\n").split("\n")).toHaveLength(500);
  });

  test("is a table of hundreds of rows with links", () => {
    const rows = lines(900, (n) => `| ${link(n)} | *a* | [b](c) |`);
    const blocks = blocksOf(articleOf("a.md", `| Name | A | B |\n| --- | --- | --- |\n${rows}`));
    expect(blocks).toHaveLength(1);
    expect(blocks[0]?.split("\n").at(-1)).toBe("name 899\ta\tb");
  });

  test("is a list of terms", () => {
    const terms = lines(800, (n) => `Term ${n}\n\n: is [explained](b) *here*, ${n}\n`);
    expect(articleOf("a.md", terms).text.match(/is explained here/g)).toHaveLength(800);
  });

  test("are addresses that are defined below", () => {
    const uses = lines(1_500, (n) => `See [the one][ref-${n}].\n`);
    const text = articleOf(
      "a.md",
      `${uses}${lines(1_500, (n) => `[ref-${n}]: https://example.org/${n}`)}`,
    ).text;
    expect(text.match(/See the one\./g)).toHaveLength(1_500);
    expect(text).not.toContain("ref-");
  });

  test("is a paragraph of links, of lines, or within a list or quotation", () => {
    const links = Array.from({ length: 700 }, (_, n) => link(n)).join(" and ");
    const names = Array.from({ length: 700 }, (_, n) => `name ${n}`).join(" and ");
    for (const [before, kind] of [
      ["", "paragraph"],
      ["> ", "quote"],
      ["- ", "list"],
    ]) {
      const blocks = blocksOf(articleOf("a.md", `${before}${links}\n`));
      expect(blocks.every((block) => block.startsWith(`${kind}: `))).toBe(true);
      expect(words(blocks.map((block) => block.slice(block.indexOf(":"))).join(" "))).toEqual(words(names));
    }
    const verse = lines(2_000, (n) => `line ${n} of it`);
    expect(words(articleOf("a.md", verse).text)).toEqual(words(verse));
  });

  test("has code as it stands in it", () => {
    const code = lines(3_000, (n) => `a[${n}] = *b_c * _d;`);
    for (const text of [
      `Text.\n\n\`\`\`c\n${code}\`\`\`\n`,
      `Text.\n\n${code.replace(/^/gm, "    ").trimEnd()}\n`,
    ]) {
      expect(blocksOf(articleOf("a.md", text))[1]).toContain(code.trim());
    }
  });
});

describe("marks that crowd a text", () => {
  test.each(["*a_ ", "a]", "[a\\", "~~a~b", "a <!-- ", "a <? ", "a <!A ", "![", "[a", "*a_"])(
    "are read in time and stand in it: %s",
    (unit) => {
      const text = unit.repeat(Math.ceil(20_000 / unit.length));
      const made = withoutCrowds(text);
      // What the parser sees at once is bounded: pieces between blank lines, or marks behind backslashes.
      const crowds = made.split(/\n[ \t]*\n/).map((piece) => piece.match(/(?<!\\)[*_~[\]<]/g)?.length ?? 0);
      expect(Math.max(...crowds)).toBeLessThan(700);
      const lengths = made.split(/\n[ \t]*\n/).map((piece) => piece.match(/[*_~[\]<]/g)?.length ?? 0);
      if (/\s/.test(unit)) expect(Math.max(...lengths)).toBeLessThan(700);
      expect(made.replace(/\\(?=[*_~[\]<])|\s+/g, "")).toBe(text.replace(/\\(?=[*_~[\]<])|\s+/g, ""));
    },
  );

  test("do not make other blocks of what is cut", () => {
    const unit = "see *a* [b](c) 1. no list - no bullet # no heading > no quote [d]: no address ";
    const blocks = blocksOf(articleOf("a.md", unit.repeat(300)));
    expect(blocks.length).toBeGreaterThan(1);
    expect(new Set(blocks.map((block) => block.split(":", 1)[0]))).toEqual(new Set(["paragraph"]));
    expect(articleOf("a.md", unit.repeat(300)).text.match(/\[d\]:/g)).toHaveLength(300);
  });

  test("leave HTML and usual texts alone", () => {
    const html = `<table>\n${"<tr><td>[a] *b* _c_ ~d~</td></tr>\n".repeat(300)}</table>\n`;
    for (const text of [html, `${"*a* ".repeat(250)}\n\n`.repeat(5)]) expect(withoutCrowds(text)).toBe(text);
  });

  test("an address that is long and used often is not repeated", () => {
    const text = `[a]: /${"x".repeat(10_000)}\n\n${"[a] text. ".repeat(100)}`;
    expect(articleOf("a.md", text).text).toContain("a text. a text.");
  });

  test("lines are parted into what is parsed as one", () => {
    const text =
      "Head\n===\nText\n2. goes on\n- item\n  more\n2. item\n> quote\nlazy\n# End\n***\na | b\n- | -\nc | d";
    expect(
      runsOf(text, { start: 0, end: text.length }).map((run) => [run.kind, text.slice(run.start, run.end)]),
    ).toEqual([
      ["paragraph", "Head\n==="],
      ["paragraph", "Text\n2. goes on"],
      ["item", "- item\n  more"],
      ["item", "2. item"],
      ["paragraph", "> quote\nlazy"],
      ["heading", "# End"],
      ["rule", "***"],
      ["row", "a | b"],
      ["row", "- | -"],
      ["row", "c | d"],
    ]);
  });
});

describe("addresses that stand in running text", () => {
  const trees = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));
  const treeOf = (text: string, extension = gfmWithPlainAddresses()): Root =>
    fromMarkdown(text, { extensions: [extension], mdastExtensions: [trees] });

  /** How many tokens were looked at for an open bracket before an address. */
  function looksAt(text: string): number {
    const looked = "_gfmAutolinkLiteralWalkedInto";
    let looks = 0;
    Object.defineProperty(Object.prototype, looked, {
      configurable: true,
      get: () => {
        looks += 1;
        return undefined;
      },
      set(value: unknown) {
        Object.defineProperty(this, looked, { value, writable: true, configurable: true });
      },
    });
    try {
      treeOf(text);
    } finally {
      Reflect.deleteProperty(Object.prototype, looked);
    }
    return looks;
  }

  test.each(["org ", "how ", "was ", "http ", "www ", "a.b-c ", "HTTPS "])(
    "are not looked for before each word behind an open bracket: %s",
    (word) => {
      expect(looksAt(`**[[Setting ${word.repeat(2_000)}`)).toBeLessThan(10);
    },
  );

  test.each(["a+b-c.d_", "a_", "h*a_"])("are looked for once in a long word: %s", (unit) => {
    const text = unit.repeat(1_000);
    const read = vi.spyOn(String, "fromCharCode");
    try {
      treeOf(text);
      expect(read.mock.calls.length).toBeLessThan(5 * text.length);
    } finally {
      read.mockRestore();
    }
  });

  test.each([
    "a@b.co",
    "see a.b+c@d.e.fr.",
    "HTTP://x.y a",
    "https://a.b/c_d_e hhttp://a.b",
    "(www.a.b)",
    "WWW.a.b ww.a.b wwww.a.b",
    "http http: https:/ https://",
    "[http://a.b](c) [a@b.c",
    "\u00e9@b.co ab@ @b.c -a@b.c",
    "*a@b.co* _a@b.co_",
    "whwww.x.com@y.com http://a.b@c.d",
    "h\n@b.co",
  ])("are found as the extension finds them: %s", (text) => {
    expect(treeOf(text)).toEqual(treeOf(text, gfm()));
  });
});

test("Marks on one letter beyond those that a language has are left out", () => {
  expect(articleOf("a.md", `a${"\u0301\u0323".repeat(5_000)} b.`).text.normalize("NFD").length).toBeLessThan(
    40,
  );
});

describe("a text that its parser would take too long for", () => {
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
