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
