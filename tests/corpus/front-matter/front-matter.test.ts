import { describe, expect, test } from "vitest";
import { defaultCollection } from "../../../src/corpus/collection.ts";
import { parseArticle } from "../../../src/corpus/formats/read.ts";
import { articleOf, problemsOf } from "../read.ts";

const withFrontMatter = (yaml: string): string => `---\n${yaml}\n---\nText.\n`;

describe("front matter", () => {
  test("says all there is to say", () => {
    const yaml = [
      "title: Why R2 is late",
      "url: https://example.com/r2",
      "lang: pt-BR",
      "authors: [Ann, Bo]",
      "published: 2026-02-28",
      "updated: 2026-03-01T09:30:00+01:00",
      "tags: [chips]",
      "summary: >\n  Two\n  lines",
      "questions:\n  - Why was R2 delayed?",
    ].join("\n");
    expect(articleOf("r2.md", withFrontMatter(yaml))).toEqual({
      id: "r2",
      title: "Why R2 is late",
      url: "https://example.com/r2",
      lang: "pt",
      authors: ["Ann", "Bo"],
      published: "2026-02-28",
      updated: "2026-03-01T09:30:00+01:00",
      tags: ["chips"],
      summary: "Two lines",
      questions: ["Why was R2 delayed?"],
      text: "Text.",
      blocks: [{ kind: "paragraph", start: 0, end: 5 }],
    });
  });

  test("is optional, and so is each key", () => {
    const expected = { url: "/articles/a/b%20c/", lang: "en", authors: [], tags: [], questions: [] };
    expect(articleOf("a/b c.md", "This is the text of an article.")).toMatchObject(expected);
    const empty = articleOf("a/b c.md", "---\ntitle:\npublished:\n---\nThis is the text of an article.");
    expect(empty).toMatchObject({ ...expected, title: "B c" });
    expect(empty).not.toHaveProperty("published");
    expect(articleOf("a.md", "---\n---\nText.").text).toBe("Text.");
  });

  test("takes one text for a list of one", () => {
    const article = articleOf("a.md", withFrontMatter("authors: Ann\ntags: chips\nquestions: Why?"));
    expect(article).toMatchObject({ authors: ["Ann"], tags: ["chips"], questions: ["Why?"] });
  });

  test("is read alike with a byte order mark and with CRLF", () => {
    const text = "---\ntitle: T\n---\n# T\n\none\ntwo\n\n```\na\nb\n```\n";
    const expected = articleOf("a.md", text);
    expect(articleOf("a.md", `\uFEFF${text}`)).toEqual(expected);
    expect(articleOf("a.md", text.replaceAll("\n", "\r\n"))).toEqual(expected);
    expect(expected.text).toBe("one two\n\na\nb");
  });

  test("works for plain text too", () => {
    const article = articleOf("a.txt", withFrontMatter("authors: Ann"));
    expect(article).toMatchObject({ authors: ["Ann"], text: "Text." });
  });

  test("leaves a draft out", () => {
    const bytes = Buffer.from("---\ndraft: true\n---\n");
    expect(parseArticle({ path: "a.md", bytes }, defaultCollection)).toEqual({ problems: [] });
  });

  test("takes the language from the collection, else from the text", () => {
    const german = "Der Text ist auf Deutsch geschrieben, und das ist leicht zu erkennen.";
    expect(articleOf("a.md", german).lang).toBe("de");
    expect(articleOf("a.md", german, { ...defaultCollection, lang: "nl" }).lang).toBe("nl");
    expect(
      articleOf("a.md", `---\nlang: fr\n---\n${german}`, { ...defaultCollection, lang: "nl" }).lang,
    ).toBe("fr");
    expect(articleOf("a.md", "12 + 13").lang).toBe("und");
  });
});

describe("wrong front matter", () => {
  const isText = "must be text; if it looks like a number or a list, put it in quotes";
  const isUrl = "must start with https://, http:// or /";
  test.each([
    ["title: [a]", `a.md:2: title ${isText}`],
    ["authors: Ann\ntitle: 1984", `a.md:3: title ${isText}`],
    ["authors: {first: Ann}", "a.md:2: authors must be text or a list of texts"],
    ["draft: maybe", "a.md:2: draft must be true or false"],
    ["lang: English language", "a.md:2: lang must be a language code such as en or pt-BR"],
    ["url: javascript:alert(1)", `a.md:2: url ${isUrl}`],
    ["url: ftp://example.com/a", `a.md:2: url ${isUrl}`],
    ["url: //example.com/a", `a.md:2: url ${isUrl}`],
    ["url: a/b", `a.md:2: url ${isUrl}`],
    [
      "title: a\npublished: 2026-02-30",
      'a.md:3: published is not a date that exists: "2026-02-30"; write YYYY-MM-DD, or a date and time such as 2026-02-28T09:30:00Z',
    ],
    [
      "updated: yesterday",
      'a.md:2: updated is not a date that exists: "yesterday"; write YYYY-MM-DD, or a date and time such as 2026-02-28T09:30:00Z',
    ],
    ["just text", 'a.md:2: is not a list of "key: value" lines; write one key a line'],
    [
      "titel: a",
      'a.md:2: warning: unknown key "titel" is ignored; known keys are title, url, lang, authors, published, updated, tags, summary, questions, draft',
    ],
  ])("%j", (yaml, problem) => {
    expect(problemsOf("a.md", withFrontMatter(yaml))).toEqual([problem]);
  });

  test("tells all that is wrong, not only the first", () => {
    expect(problemsOf("a.md", withFrontMatter("draft: 1\n\ntitle: 2"))).toEqual([
      `a.md:4: title ${isText}`,
      "a.md:2: draft must be true or false",
    ]);
  });

  test.each([
    ["title: a: b", "a.md:2: is not valid YAML: "],
    ["title: a\ntitle: b", "a.md:3: is not valid YAML: "],
    ["title: a\ntags: [a", "a.md:3: is not valid YAML: "],
    ["title: *nothing", "a.md:2: is not valid YAML: "],
  ])("broken YAML %j", (yaml, problem) => {
    expect(problemsOf("a.md", withFrontMatter(yaml))[0]).toContain(problem);
  });

  test("front matter that is never closed", () => {
    const problem =
      'a.md:1: front matter is never closed; write "---" on a line of its own after its last key';
    expect(problemsOf("a.md", "---\ntitle: a\n\nText.")).toEqual([problem]);
    expect(problemsOf("a.md", "---")).toEqual([problem]);
  });
});

describe("wrong files", () => {
  test("not UTF-8, with the line of the byte", () => {
    const message = "holds bytes that are not UTF-8; save the file in the encoding UTF-8";
    expect(problemsOf("a.txt", Buffer.from([0x61, 0x0a, 0x62, 0x0a, 0xe9, 0x0a]))).toEqual([
      `a.txt:3: ${message}`,
    ]);
    expect(problemsOf("a.txt", Buffer.from([0xff, 0xfe, 0x61, 0x00]))).toEqual([`a.txt:1: ${message}`]);
    expect(problemsOf("a.txt", Buffer.from([0x61, 0x0a, 0xe2, 0x82]))).toEqual([`a.txt:2: ${message}`]);
  });

  test.each(["", " \n\n", "# Only a title\n", "---\ntitle: a\n---\n", "<!-- nothing -->"])(
    "empty: %j",
    (text) => {
      expect(problemsOf("a.md", text)).toEqual([
        "a.md:1: holds no text besides its headings; write some, or set draft: true",
      ]);
    },
  );

  test.each([
    ["a.md", "> ".repeat(20_000)],
    ["a.md", "- ".repeat(20_000)],
    ["a.html", "<div>".repeat(50_000)],
    ["a.html", "<b>".repeat(50_000)],
  ])("nested without end: %s", (path, text) => {
    expect(problemsOf(path, `${text}text`)).toEqual([
      `${path}:1: is nested too deeply to be read; flatten its lists or elements`,
    ]);
  });
});
