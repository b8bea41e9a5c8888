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
      text: "Two lines\n\nText.",
      blocks: [
        { kind: "paragraph", start: 0, end: 9 },
        { kind: "paragraph", start: 11, end: 16 },
      ],
    });
  });

  test("has both dates of a post in one, as Material for MkDocs writes them", () => {
    const dates = (yaml: string) => {
      const { published, updated } = articleOf("r2.md", withFrontMatter(yaml));
      return [published, updated];
    };
    expect(dates("date:\n  created: 2026-02-18\n  updated: 2026-04-13")).toEqual([
      "2026-02-18",
      "2026-04-13",
    ]);
    expect(dates("date:\n  created: 2026-02-18")).toEqual(["2026-02-18", undefined]);
    expect(dates("date:\n  created: 2026-02-18\n  updated: 2026-04-13\nlastmod: 2026-05-01")).toEqual([
      "2026-02-18",
      "2026-04-13",
    ]);
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

  test("may be the header of a proposal or a message, until a blank line", () => {
    const proposal = [
      "PEP: 12",
      "Title: Ovens: a sample",
      "Author: Ann Lee <ann@example.com>, Bo Ng <bo@example.com>,",
      "        Cy Orr <cy@example.com>",
      "Status: Draft",
      "Created: 20-Jun-2018",
      "",
      "",
      "Heat it.",
    ].join("\n");
    for (const path of ["pep-0012.rst", "a.txt", "a.md"])
      expect(articleOf(path, proposal)).toMatchObject({
        title: "Ovens: a sample",
        authors: ["Ann Lee", "Bo Ng", "Cy Orr"],
        published: "2018-06-20",
        text: "Heat it.",
      });
    const message =
      "From: Ann <ann@example.com>\nDate: Mon, 06 May 2024 09:30:00 +0200\nSubject: Ovens\n\nHeat it.";
    expect(articleOf("a.txt", message)).toMatchObject({
      title: "Ovens",
      authors: ["Ann"],
      published: "2024-05-06T09:30:00+02:00",
      text: "Heat it.",
    });
    expect(articleOf("a.txt", "Note: Heat it.\nFan: Off.\nDoor: Shut.\n\nWait.").text).toContain("Fan: Off.");
  });

  test("a draft among numbered proposals is open to all", () => {
    expect(articleOf("eip-7.md", withFrontMatter("eip: 7\ntitle: Ovens\nstatus: Draft")).title).toBe("Ovens");
    const draft = parseArticle(
      { path: "a.md", bytes: Buffer.from(withFrontMatter("step: one\nstatus: Draft")) },
      defaultCollection,
    );
    expect(draft.article).toBeUndefined();
  });

  test("has the words of titles and summaries without elements of HTML", () => {
    const yaml = `title: "Ovens <em>and</em> fans"\nsummary: 'Set <host> with <a href="https://a.example">any</a> tool.'`;
    expect(articleOf("a.md", withFrontMatter(yaml))).toMatchObject({
      title: "Ovens and fans",
      summary: "Set <host> with any tool.",
    });
  });

  test("gives other names of an article, which are asked for as its questions are", () => {
    const read = (yaml: string) => articleOf("notes/oven.md", withFrontMatter(yaml)).questions;
    expect(read("aliases: [Stove, E-Mail, What bakes?]\nquestions: Is it hot?")).toEqual([
      "Is it hot?",
      "Stove",
      "E-Mail",
      "What bakes?",
    ]);
    expect(read("aliases: Stove, AC/DC cooker")).toEqual(["Stove", "AC/DC cooker"]);
    expect(read("aliases:\n  - Stove\n  - oven\nalias: Range")).toEqual(["Stove", "Range"]);
    expect(articleOf("a.md", "alias:: Stove, [[Range]]\ntype:: tool\n\nText.").questions).toContain("Stove");
  });

  test("takes old addresses for none of its names", () => {
    const yaml = "aliases: [/old/oven/, old/oven, ../oven, oven.html, https://example.com/, how-to-bake]";
    expect(articleOf("a.md", withFrontMatter(yaml)).questions).toEqual([]);
    expect(problemsOf("a.md", withFrontMatter(yaml))).toEqual([]);
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

describe("front matter of the usual generators", () => {
  const yaml = [
    "title: Oven",
    "description: How the oven works.",
    "author: Ann Smith",
    "date: 2024-05-03",
    "lastmod: 2024-06-01",
    "keywords: [heat, bake]",
    "categories: kitchen",
    "permalink: /kitchen/oven/",
    "slug: oven",
    "locale: pt_BR",
  ].join("\n");
  const toml = [
    'title = "Oven"',
    'description = "How the oven works."',
    "date = 2024-05-03",
    "updated = 2024-06-01",
    "[taxonomies]",
    'tags = ["heat", "bake"]',
    'categories = ["kitchen"]',
    "[extra]",
    'authors = ["Ann Smith"]',
    'lang = "pt"',
  ].join("\n");
  const json = JSON.stringify(
    {
      title: "Oven",
      description: "How the oven works.",
      author: { name: "Ann Smith", url: "https://ann.example" },
      pubDate: "2024-05-03",
      updatedDate: "2024-06-01",
      tags: ["heat", "bake", "kitchen"],
      language: "Portuguese",
    },
    undefined,
    2,
  );
  const expected = {
    title: "Oven",
    lang: "pt",
    authors: ["Ann Smith"],
    published: "2024-05-03",
    updated: "2024-06-01",
    summary: "How the oven works.",
    text: "How the oven works.\n\nIt heats.",
  };

  test.each([
    ["YAML", `---\n${yaml}\n---\nIt heats.`],
    ["YAML that dots close", `---\n${yaml}\n...\nIt heats.`],
    ["TOML", `+++\n${toml}\n+++\nIt heats.`],
    ["TOML as Eleventy marks it", `---toml\n${toml}\n---\nIt heats.`],
    ["JSON", `${json}\n\nIt heats.`],
    ["JSON as Eleventy marks it", `---json\n${json}\n---\nIt heats.`],
    ["JSON as Hexo ends it", `${json}\n;;;\nIt heats.`],
    ["Hexo's, which nothing opens", `${yaml}\n---\nIt heats.`],
    ["MkDocs' and Pelican's", `${yaml}\n\nIt heats.`],
    ["behind a byte order mark", `\uFEFF---\n${yaml}\n---\nIt heats.`],
    ["behind blank lines", `\n\n---\n${yaml}\n---\nIt heats.`],
    ["behind a comment", `<!-- licence: MIT -->\n---\n${yaml}\n---\nIt heats.`],
    ["that is indented by a tab", `---\n\t${yaml.replaceAll("\n", "\n\t")}\n---\nIt heats.`],
    ["with CRLF", `---\n${yaml}\n---\nIt heats.`.replaceAll("\n", "\r\n")],
  ])("%s", (_, text) => {
    expect(articleOf("a.md", text)).toMatchObject(expected);
    expect(articleOf("a.md", text).tags.toSorted()).toEqual(["bake", "heat", "kitchen"]);
  });

  test("stands above HTML and plain text too", () => {
    expect(articleOf("a.html", `---\n${yaml}\n---\n<p>It heats.</p>`)).toMatchObject(expected);
    expect(articleOf("a.html", `+++\n${toml}\n+++\n<p>It heats.</p>`)).toMatchObject(expected);
    expect(articleOf("a.txt", `+++\n${toml}\n+++\nIt heats.`)).toMatchObject(expected);
  });

  test.each([
    ["title: 404", { title: "404" }],
    ["title: 1.10", { title: "1.10" }],
    ["title: @html", { title: "@html" }],
    ["title: {#if ...}", { title: "{#if ...}" }],
    ["title: One: two", { title: "One: two" }],
    ["title: *args and **kwargs", { title: "*args and **kwargs" }],
    ["title: a\ntitle: b", { title: "b" }],
    ['title: {{ replace .Name "-" " " }}', { title: "A" }],
    ["title: Tu C&oacute;digo", { title: "Tu Código" }],
    ["Title: Capital", { title: "Capital" }],
    ['excerpt: "Text that\ngoes on: here"\ntitle: T', { title: "T", summary: "Text that goes on: here" }],
    ["summary: Not: quoted", { summary: "Not: quoted" }],
    ["tags: [2024, 5.1]", { tags: ["2024", "5.1"] }],
    ["tags: heat, bake", { tags: ["heat", "bake"] }],
    ["authors:\n  - name: Ann\n    url: https://a.example\n  - Bo", { authors: ["Ann", "Bo"] }],
    ["authors: {name: Ann}", { authors: ["Ann"] }],
    ["author: Ann Smith <ann@example.com>", { authors: ["Ann Smith"] }],
    ["lang: english", { lang: "en" }],
    ["published: true\ndate: 2024-05-06", { published: "2024-05-06" }],
    ["date: 2024-05-06\npublished: 2024-05-07", { published: "2024-05-07" }],
    ["last_update:\n  date: 5/31/2024\n  author: Bo", { updated: "2024-05-31" }],
    ["lastUpdated: true", {}],
    ["url: kitchen/slugged", { url: "/kitchen/slugged" }],
    ["url: //example.com/a", { url: "https://example.com/a" }],
    ["questions:\n  - help-desk\n  - Who helps me", { questions: ["Who helps me"] }],
    ["questions:\n  - question: Why?\n    answer: So.", { questions: ["Why?"] }],
    ["draft: 'false'", {}],
    ["sitemap:\n  priority: 0.5", {}],
    ["search:\n  boost: 2", {}],
  ])("%j", (frontMatter, given) => {
    expect(articleOf("a.md", withFrontMatter(frontMatter))).toMatchObject(given);
  });

  test("is not what stands between two rules, or below one", () => {
    expect(articleOf("a.md", "---\nA rule at the top, not front matter: yes\n\nText.").text).toBe(
      "A rule at the top, not front matter: yes\n\nText.",
    );
    expect(articleOf("a.md", "---\njust text\n---\n\nText.").blocks.map(({ kind }) => kind)).toEqual([
      "heading",
      "paragraph",
    ]);
    expect(articleOf("a.md", "Note: this is a heading\n---\n\nText.").title).toBe("Note: this is a heading");
    expect(articleOf("a.md", "{not: json}\n\nText.").text).toBe("{not: json}\n\nText.");
  });

  test.each([
    "draft: true",
    "draft: 'true'",
    "draft: yes",
    "draft: 1",
    "Draft: TRUE",
    "published: false",
    "publish: no",
    "status: draft",
    "private: true",
    "hidden: true",
    "noindex: true",
    "robots: noindex, nofollow",
    "search: false",
    "search:\n  exclude: true",
    "sitemap: false",
    "pagefind: false",
    "unlisted: true",
    "permalink: false",
    "params:\n  draft: true",
    "title: a: b\ndraft: true",
    "draft: true\ntitle: [never closed",
  ])("keeps out what is not to be published or found: %j", (frontMatter) => {
    const { article } = parseArticle(
      { path: "a.md", bytes: Buffer.from(withFrontMatter(frontMatter)) },
      defaultCollection,
    );
    expect(article).toBeUndefined();
  });

  test.each([
    ['+++\ntitle = "T"\ndraft = true\n+++\nText.', "a.md"],
    ['{"draft": true}\n\nText.', "a.md"],
    ["<!-- note -->\n---\ndraft: true\n---\n<p>Text.", "a.html"],
    ["title: T\nstatus: draft\n\nText.", "a.md"],
  ])("keeps a draft out in every syntax: %j", (text, path) => {
    expect(parseArticle({ path, bytes: Buffer.from(text) }, defaultCollection)).toEqual({ problems: [] });
  });
});

describe("dates", () => {
  test.each([
    ["2024-05-06", "2024-05-06"],
    ["2024-5-3", "2024-05-03"],
    ["2024/05/06", "2024-05-06"],
    ["20240506", "2024-05-06"],
    ["2024-05-06T09:30:00Z", "2024-05-06T09:30:00Z"],
    ["2024-05-06 09:30:00 -0500", "2024-05-06T09:30:00-05:00"],
    ["2016-02-01 01:28:49", "2016-02-01T01:28:49"],
    ["2024-05-06 9:05 PM", "2024-05-06T21:05:00"],
    ["2024-05-06 09:30:00 +02:00", "2024-05-06T09:30:00+02:00"],
    ["2024-05-06 09:30 UTC", "2024-05-06T09:30:00Z"],
    ["May 6, 2024", "2024-05-06"],
    ["6 May 2024", "2024-05-06"],
    ["Sept. 6th, 2024", "2024-09-06"],
    ["12 March 2024", "2024-03-12"],
    ["Mon, 06 May 2024 09:30:00 +0200", "2024-05-06T09:30:00+02:00"],
    ["Monday, May 6, 2024 at 9:30 am", "2024-05-06T09:30:00"],
    ["6. Mai 2024", "2024-05-06"],
    ["6 mai 2024", "2024-05-06"],
    ["6 de mayo de 2024", "2024-05-06"],
    ["6.5.2024", "2024-05-06"],
    ["31/12/2024", "2024-12-31"],
    ["2024年5月6日", "2024-05-06"],
    ["1714953600", "2024-05-06T00:00:00.000Z"],
    // As exactly as they are given, and no more.
    ["2021-05", "2021-05"],
    ["2021/5", "2021-05"],
    ["05.2021", "2021-05"],
    ["May 2021", "2021-05"],
    ["Sept., 2021", "2021-09"],
    ["mayo de 2021", "2021-05"],
    ["2021年5月", "2021-05"],
    ["2021", "2021"],
    ["'2021'", "2021"],
    ["2021年", "2021"],
    ["2021-Q3", "2021"],
    ["Q3 2021", "2021"],
  ])("%s", (written, date) => {
    expect(articleOf("a.md", withFrontMatter(`date: ${written}`)).published).toBe(date);
  });

  test.each([
    "2026-02-30",
    "yesterday",
    "05/06/2024",
    "2024-13",
    "Foo 2024",
    "0204",
    "v2024",
    "31 June 2024",
  ])("%s is none", (written) => {
    expect(problemsOf("a.md", withFrontMatter(`date: ${written}`))).toEqual([
      `a.md:2: warning: date is not a date such as 2026-02-28 or 2026-02-28T09:30:00Z, one that exists; it is left out: "${written}"`,
    ]);
  });

  test.each([
    ["_posts/2024-05-06-why-it-is-late.md", "2024-05-06", "Why it is late"],
    ["2024/05/06/why.md", "2024-05-06", "Why"],
    ["blog/20240506_why.md", "2024-05-06", "Why"],
    ["blog/2024-05-06-why/index.md", "2024-05-06", "Why"],
  ])("stand in the path %s", (path, published, title) => {
    expect(articleOf(path, "Text that goes on.")).toMatchObject({ published, title });
    expect(articleOf(path, withFrontMatter("date: 2020-01-01")).published).toBe("2020-01-01");
  });

  test("stand in an address that front matter gives", () => {
    expect(articleOf("a.md", '+++\npath = "2019/09/30/async"\n+++\nText.').published).toBe("2019-09-30");
  });

  test("do not stand in other numbers of a path", () => {
    expect(articleOf("releases/2024-13-45-x.md", "Text.")).not.toHaveProperty("published");
    expect(articleOf("v2024050612/x.md", "Text.")).not.toHaveProperty("published");
  });
});

describe("a summary", () => {
  test("is the first paragraph unless the text says it, or it is cut off", () => {
    const text = (summary: string, body: string): string =>
      articleOf("a.md", `---\nsummary: ${summary}\n---\n${body}`).text;
    expect(text("What it does.", "# T\n\nBody.")).toBe("What it does.\n\nBody.");
    expect(text("What it does.", "Intro.\n\nWhat it **does**. More.")).toBe("Intro.\n\nWhat it does. More.");
    expect(text("What it does …", "Body.")).toBe("Body.");
  });

  test("makes an article of a page without text", () => {
    expect(articleOf("a/_index.md", "---\ntitle: Guide\ndescription: All about it.\n---\n").text).toBe(
      "All about it.",
    );
  });
});

describe("wrong front matter", () => {
  test.each([
    ["title: [a]", 'a.md:2: warning: title is not a text; it is left out: ["a"]'],
    [
      "authors: {first: Ann}",
      'a.md:2: warning: authors is not a name or a list of names; it is left out: {"first":"Ann"}',
    ],
    ["draft: maybe", "a.md:2: draft must be true or false"],
    [
      "a: b\nlang: Klingon",
      'a.md:3: warning: lang is not a language code such as en or pt-BR; it is left out: "Klingon"',
    ],
    [
      "url: javascript:alert(1)",
      'a.md:2: warning: url is not a URL or a path from the root of the site; it is left out: "javascript:alert(1)"',
    ],
    ["noindex: true", "a.md:2: note: asks not to be found, and is left out: noindex"],
    ["titel: a", "a.md:2: note: has keys that are not read: titel"],
    [
      "title: ok\ntags: [a, &b",
      "a.md:3: warning: has keys whose value is not valid YAML, and which are left out: put text with marks in quotes: tags",
    ],
    [
      "title: ok\ndraft: &b\n  - [",
      "a.md:3: has keys whose value is not valid YAML, and which are left out: put text with marks in quotes: draft",
    ],
  ])("%j", (yaml, problem) => {
    expect(problemsOf("a.md", withFrontMatter(yaml))).toContain(problem);
  });

  test("TOML and JSON that cannot be read", () => {
    expect(problemsOf("a.md", "+++\ntitle = \n+++\nText.")[0]).toMatch(
      /^a\.md:2: warning: front matter is not valid TOML, and is left out: /,
    );
    expect(problemsOf("a.md", "+++\ntitle = \ndraft = true\n+++\nText.")[0]).toMatch(
      /^a\.md:2: front matter is not valid TOML, and is left out: /,
    );
  });

  test("front matter that is never closed", () => {
    const problem =
      'a.md:1: front matter is never closed; write "---" on a line of its own after its last key';
    expect(problemsOf("a.md", "---\ntitle: a\n\nText.")).toEqual([problem]);
    expect(problemsOf("a.md", "+++\ntitle = 1\n\nText.")).toEqual([problem.replace("---", "+++")]);
  });
});

describe("wrong files", () => {
  test("not UTF-8, with the line of the byte", () => {
    const message =
      "warning: holds bytes that are not UTF-8, and is left out; save the file in the encoding UTF-8";
    expect(problemsOf("a.txt", Buffer.from([0x61, 0x0a, 0x62, 0x0a, 0xe9, 0x0a]))).toEqual([
      `a.txt:3: ${message}`,
    ]);
    expect(problemsOf("a.txt", Buffer.from([0xfe, 0x61, 0x00]))).toEqual([`a.txt:1: ${message}`]);
    expect(problemsOf("a.txt", Buffer.from([0x61, 0x0a, 0xe2, 0x82]))).toEqual([`a.txt:2: ${message}`]);
  });

  test("with a few bytes or zeros that are wrong are read, and those bytes are told of", () => {
    const prose = "Die Öfen für Brötchen stehen über den Türen. ".repeat(4);
    const broken = Buffer.concat([
      Buffer.from(`${prose}Gr\n`),
      Buffer.from([0xfc]),
      Buffer.from("n ist er."),
    ]);
    const { article, problems } = parseArticle({ path: "a.txt", bytes: broken }, defaultCollection);
    expect(article?.text).toMatch(/\ufffdn ist er\.$/);
    expect(problems).toMatchObject([{ severity: "warning", line: 2 }]);
    expect(articleOf("b.txt", `${prose.repeat(10)}\0Ende.`).text).toMatch(/Türen\. Ende\.$/);
  });

  test("that name their encoding behind their scripts are read by it", () => {
    const page = `<html><head><script>${"x();".repeat(4_000)}</script><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"></head><body><p>Öfen für alle.</p></body></html>`;
    const { article } = parseArticle(
      { path: "a.html", bytes: Buffer.from(page, "latin1") },
      defaultCollection,
    );
    expect(article?.text).toBe("Öfen für alle.");
  });

  test("in another encoding are read when they say so", () => {
    const latin = (text: string): string => {
      const { article } = parseArticle(
        { path: text.startsWith("<") ? "a.html" : "a.txt", bytes: Buffer.from(text, "latin1") },
        defaultCollection,
      );
      return article?.text ?? "";
    };
    expect(latin('<meta charset="iso-8859-1"><p>Le café est chaud.')).toBe("Le café est chaud.");
    expect(
      latin('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>caf\xe9 \x93x\x94'),
    ).toBe("café “x”");
    expect(latin("Character set encoding: ISO-8859-1\n\nLe café est chaud.")).toContain("café");
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Un café.", "utf16le")]);
    expect(parseArticle({ path: "a.txt", bytes: utf16 }, defaultCollection).article?.text).toBe("Un café.");
  });

  test("with a wide table of ASCII, or many marks in code, are not nested deeply", () => {
    const wide = `\`\`\`\n+${"-".repeat(60)}+${"-".repeat(60)}|\n\`\`\``;
    expect(articleOf("a.md", `Text.\n\n${wide}`).blocks.map(({ kind }) => kind)).toEqual([
      "paragraph",
      "code",
    ]);
  });

  test.each(["", " \n\n", "# Only a title\n", "---\ntitle: a\n---\n", "<!-- nothing -->"])(
    "empty: %j",
    (text) => {
      expect(problemsOf("a.md", text)).toEqual([
        "a.md:1: warning: holds no text besides its headings, and is left out",
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
      `${path}:1: warning: is nested too deeply to be read, and is left out; flatten its lists or elements`,
    ]);
  });
});

describe("a title or summary in Markdown", () => {
  test.each([
    ["code", "The `oven.heat` option", "The oven.heat option"],
    ["code with marks in it", "Sets `a[0](b)` and ``x`y``", "Sets a[0](b) and x`y"],
    ["emphasis", "**Bold** and *very* hot", "Bold and very hot"],
    ["stars that are none", "Takes *args, **kwargs and 2 * 3 * 4", "Takes *args, **kwargs and 2 * 3 * 4"],
    ["links", "See [the lid](https://example.com/lid) and [[Lids|lids]]", "See the lid and lids"],
    [
      "a link and emphasis that hold code",
      "In [`x.json`](#x), **the `*a*` file**",
      "In x.json, the *a* file",
    ],
    ["a picture", "Hot ![flame](a.png) lids", "Hot lids"],
    ["brackets that are no link", "The [draft] of a[0]", "The [draft] of a[0]"],
  ])("is what readers see of it: %s", (_, written, shown) => {
    const article = articleOf(
      "a.md",
      `---\ntitle: ${JSON.stringify(written)}\ndescription: ${JSON.stringify(written)}\n---\nText.`,
    );
    expect(article).toMatchObject({ title: shown, summary: shown });
    expect(article.text).toBe(`${shown}\n\nText.`);
  });
});

test("Authors and tags may be links of Obsidian", () => {
  const article = articleOf(
    "a.md",
    '---\nauthor: ["[[Ann Smith]]", "[Bob](https://example.com)"]\ntags: "[[Heat]], oven"\n---\nText.',
  );
  expect(article).toMatchObject({ authors: ["Ann Smith", "Bob"], tags: ["Heat", "oven"] });
});
