import { describe, expect, test } from "vitest";
import { plainArticle } from "../../../src/corpus/formats/plain.ts";
import { articleOf, blocksOf } from "../read.ts";

describe("plain text", () => {
  test("is made of paragraphs between blank lines, with wrapped lines joined", () => {
    expect(blocksOf(articleOf("a.txt", "One line\nand more.\n \n\n  Two\tlines\nhere.\n"))).toEqual([
      "paragraph: One line and more.",
      "paragraph: Two lines here.",
    ]);
  });

  test("has a paragraph a line where lines are too long to be wrapped", () => {
    const long = "All that is known. ".repeat(20).trim();
    expect(blocksOf(articleOf("a.txt", `${long}\nShort.\n\n${long}`))).toEqual([
      `paragraph: ${long}`,
      "paragraph: Short.",
      `paragraph: ${long}`,
    ]);
  });

  test("takes Markdown and HTML literally", () => {
    expect(articleOf("a.txt", "*a* <b>b</b> &amp; _c_.").text).toBe("*a* <b>b</b> &amp; _c_.");
  });
});

describe("the title of plain text", () => {
  test.each([
    ["A title\n\nText.", "A title", "Text."],
    ["\n\nA title\nText.", "A title", "Text."],
    ["Why was R2 delayed?\n\nText.", "Why was R2 delayed?", "Text."],
    ["No title.\n\nText.", "My file", "No title.\n\nText."],
    ["これは文です。\n\n本文", "My file", "これは文です。\n\n本文"],
    ["Only one line", "My file", "Only one line"],
    ["Dear all,\n\nText.", "My file", "Dear all,\n\nText."],
    [
      "This is the first of some lines that were wrapped by hand at a\nwidth of sixty or more.",
      "My file",
      "This is the first of some lines that were wrapped by hand at a width of sixty or more.",
    ],
  ])("%j", (file, title, text) => {
    expect(articleOf("my-file.txt", file)).toMatchObject({ title, text });
  });
});

test("a title and a text given apart make an article", () => {
  expect(plainArticle({ id: "d 1", title: "Hello" }, "First line\n\nThe second paragraph is here.")).toEqual({
    id: "d 1",
    title: "Hello",
    url: "/articles/d%201/",
    lang: "en",
    authors: [],
    tags: [],
    questions: [],
    text: "First line\n\nThe second paragraph is here.",
    blocks: [
      { kind: "paragraph", start: 0, end: 10 },
      { kind: "paragraph", start: 12, end: 41 },
    ],
  });
  expect(plainArticle({ id: "d", title: "Hello", lang: "de" }, "").blocks).toEqual([]);
});
