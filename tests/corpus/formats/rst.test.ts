import { describe, expect, test } from "vitest";
import { defaultCollection } from "../../../src/corpus/collection.ts";
import { parseArticle } from "../../../src/corpus/formats/read.ts";
import { articleOf, blocksOf } from "../read.ts";

const blocks = (...lines: string[]): string[] => blocksOf(articleOf("notes/a.rst", lines.join("\n")));

describe("reStructuredText", () => {
  test("has code and links that end at any punctuation", () => {
    expect(blocks("The cache is ``oven``’s, not ``fan``—a surprise. See `the manual`_…")).toEqual([
      "paragraph: The cache is oven’s, not fan—a surprise. See the manual…",
    ]);
  });

  test("loses marks of notes with the space before them, where the sentence goes on with a sign", () => {
    expect(blocks("Wipe it [1]_ , then wait [#]_.", "", ".. [1] Daily.", "", ".. [#] An hour.")[0]).toBe(
      "paragraph: Wipe it, then wait.",
    );
    expect(blocks("Wipe [1]_ it.", "", ".. [1] Daily.")[0]).toBe("paragraph: Wipe it.");
  });

  test("has directives that stand further in than their text", () => {
    expect(
      blocks(
        "Chat",
        "====",
        "",
        "1. First step.",
        "",
        "     .. container:: left",
        "",
        "        .. figure:: /b.png",
        "           :alt: Screen",
        "",
        "           The login screen.",
        "",
        "2. Last step.",
        "",
        "- A",
        "    - B",
        "",
        "    .. note:: Wait.",
      ).filter((block) => /\.\.|:alt:/.test(block)),
    ).toEqual([]);
  });

  test.each(["*a ", "**a ", "``a ", "`a ", ":ref:`a "])(
    "of marks that open and never close is read as text: %s",
    (unit) => {
      const before = process.cpuUsage();
      expect(blocks(`It is *hot*.\n\n${unit.repeat(50_000 / unit.length)}`).slice(0, 2)).toEqual([
        "paragraph: It is hot.",
        expect.stringContaining(`paragraph: ${unit.repeat(3)}`),
      ]);
      expect(process.cpuUsage(before).user / 1_000).toBeLessThan(3_000);
    },
  );

  test("of many marks that close is read as ever", () => {
    expect(blocks("*a* ``b`` ".repeat(1_000))).toEqual([`paragraph: ${"a b ".repeat(1_000).trim()}`]);
  });

  test("that names a place twice, but for its signs, is read", () => {
    expect(blocks(".. _.heat:", ".. _.heat():", "", "`.heat`_\\ ()", "    Ten minutes.")).toEqual([
      "list: .heat()\nTen minutes.",
    ]);
  });

  test("does not show the names that extensions make something of, and the texts of boxes", () => {
    expect(
      blocks(
        "Oven",
        "====",
        "",
        ".. oven-options:: bake",
        "",
        ".. tip:: Wait.",
        "",
        ".. best-practice:: Open the door.",
        "",
        ".. tab:: Gas",
        "",
        "   Light it.",
      ),
    ).toEqual(["paragraph: Wait.", "paragraph: Open the door.", "paragraph: Gas", "paragraph: Light it."]);
  });

  test("has tables between commas whose values go on over lines", () => {
    expect(
      blocks(
        ".. csv-table::",
        '   :header: "Name", "Meaning"',
        "",
        '   ``heat``, "How hot,',
        '   in degrees"',
        '   fan, "A ""loud"" one"',
      ),
    ).toEqual(['table: Name\tMeaning\nheat\tHow hot, in degrees\nfan\tA "loud" one']);
  });

  test("has the headings of what it includes below its own", () => {
    const text = "Oven\n====\n\nOptions\n-------\n\n.. include:: heat.rst.inc\n\nfan\n~~~\n\nOn or off.\n";
    const { article } = parseArticle(
      {
        path: "a.rst",
        bytes: Buffer.from(text),
        included: new Map([["heat.rst.inc", "heat\n~~~~\n\nIn degrees.\n"]]),
      },
      defaultCollection,
    );
    expect(article && blocksOf(article)).toEqual([
      "heading2: Options",
      "heading3: heat",
      "paragraph: In degrees.",
      "heading3: fan",
      "paragraph: On or off.",
    ]);
  });
});

describe("fields below the title of reStructuredText", () => {
  const page = (...fields: string[]) =>
    ["Oven |release|", "====", "", ...fields, "", "It is hot.", ""].join("\n");

  test("say what Pelican and Nikola read there, and what only the site knows is left out", () => {
    const fields = [":date: 2010-12-02 10:14", ":modified: 2013-11-17 23:29", ":author: Ann Smith"];
    const text = `.. _top:\n\n${page(...fields, ":summary:", "    How *hot*", "    it is.")}`;
    const { title, published, updated, authors, summary, text: said } = articleOf("a.rst", text);
    expect({ title, published, updated, authors, summary, said }).toEqual({
      title: "Oven",
      published: "2010-12-02T10:14:00",
      updated: "2013-11-17T23:29:00",
      authors: ["Ann Smith"],
      summary: "How hot it is.",
      said: "It is hot.",
    });
  });

  test("keep a draft from being published", () => {
    const draft = parseArticle(
      { path: "a.rst", bytes: Buffer.from(page(":status: draft")) },
      defaultCollection,
    );
    expect(draft).toEqual({ problems: [] });
  });

  test("are text where something stands before them", () => {
    expect(blocks("Oven", "====", "", "It has:", "", ":status: a lamp", "")).toEqual([
      "paragraph: It has:",
      "list: status\na lamp",
    ]);
  });
});
