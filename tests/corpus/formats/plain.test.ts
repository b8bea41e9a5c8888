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

describe("the lines of plain text", () => {
  const prose = [
    "The boats go out before the light, and what they bring is sold on the",
    "quay before the town has had its breakfast; the rest is for the gulls,",
    "who wait in rows along the wall and know the hour better than we do.",
  ];

  test("are joined though an address among them is long", () => {
    const address = `https://example.com/${"a".repeat(220)}`;
    const text = `No title.\n\n${prose.join("\n")}\n\n${prose.join("\n")}\n${address}\n${prose.join("\n")}`;
    expect(blocksOf(articleOf("a.txt", text))).toEqual([
      "paragraph: No title.",
      `paragraph: ${prose.join(" ")}`,
      `paragraph: ${[...prose, address, ...prose].join(" ")}`,
    ]);
  });

  test("stay lines in verse, in lists and in speeches", () => {
    const verse = ["The boats go out,", "The boats come home,", "And some do not."];
    const speech = [
      "ANN: Where is the boat?",
      "BO: It left before the light, and what it brings will be sold on the quay",
      "before the town has had its breakfast.",
    ];
    const list = ["- one thing", "- another"];
    const notes = [
      "o Added the detection of ovens to the class that looks for what is hot, so that no",
      "  fan starts. Thanks to Ann.",
      "o Removed what bakes. Thanks to somebody who found out in the night what was in the",
      "  way of it.",
    ];
    const parts = [["No title."], prose, verse, speech, list, notes];
    expect(
      blocksOf(articleOf("a.txt", parts.map((lines) => lines.join("\n")).join("\n\n"))).slice(2),
    ).toEqual([
      `paragraph: ${verse.join("\n")}`,
      `paragraph: ${speech[0]}\n${speech[1]} ${speech[2]}`,
      `list: ${list.join("\n")}`,
      `list: ${notes[0]} ${notes[1]?.trim()}\n${notes[2]} ${notes[3]?.trim()}`,
    ]);
  });

  test("that head a part, a chapter or a section are headings", () => {
    const text = [
      "BOOK ONE",
      "THE COMING OF THE SEA",
      "CHAPTER I.\nDown the Quay",
      prose.join("\n"),
      "Chapter 2: The Gulls",
      prose.join("\n"),
      "WHAT THEY EAT",
      prose.join("\n"),
      "Kapitel 3",
      prose.join("\n"),
      "What is left?",
      prose.join("\n"),
    ].join("\n\n");
    const headings = blocksOf(articleOf("a.txt", `Of boats.\n\n${text}`)).filter((block) =>
      block.startsWith("heading"),
    );
    expect(headings).toEqual([
      "heading2: BOOK ONE THE COMING OF THE SEA",
      "heading3: CHAPTER I. Down the Quay",
      "heading3: Chapter 2: The Gulls",
      "heading4: WHAT THEY EAT",
      "heading3: Kapitel 3",
      "heading5: What is left?",
    ]);
  });

  const headingsOf = (parts: readonly string[]): string[] =>
    blocksOf(articleOf("a.txt", ["Of boats, a text.", ...parts].join("\n\n")))
      .filter((block) => block.startsWith("heading"))
      .map((block) => block.slice("heading".length));
  const text = prose.join("\n");

  test("that tell over several lines what happens in a chapter are its title", () => {
    const title = [
      "Capítulo VIII. Del buen suceso que el valeroso hidalgo tuvo en la espantable y",
      "jamás imaginada aventura de los molinos de viento, con otros sucesos dignos de",
      "felice recordación",
    ];
    const ordinal = "Capítulo primero. Que trata de la condición del hidalgo";
    expect(headingsOf([ordinal, text, title.join("\n"), text])).toEqual([
      `2: ${ordinal}`,
      `2: ${title.join(" ")}`,
    ]);
    const sentence =
      "Chapter 3. The tide tables below are those of the last year, and hold\nfor the quay alone.";
    expect(headingsOf([sentence, text])).toEqual([]);
  });

  test.each([
    [["Chapter Twenty-One", "CHAPTER XL. OF GULLS"]],
    [["第一回 甄士隐梦幻识通灵", "第二回 贾夫人仙逝扬州城"]],
    [["第1章 海へ", "第2章 港で"]],
    [["제1장 바다", "제2장 항구"]],
    [["Глава первая", "Глава XII. Чайки"]],
    [["الفصل الأول", "الفصل الثاني"]],
    [["Erstes Kapitel", "Zweites Kapitel"]],
    [["Chapitre premier", "Chapitre deuxième"]],
  ])("that number chapters as in %j are headings", (chapters) => {
    expect(headingsOf(chapters.flatMap((chapter) => [chapter, text]))).toEqual(
      chapters.map((chapter) => `2: ${chapter}`),
    );
  });

  test("below the numbers of most chapters are their titles", () => {
    const chapters = ["I", "II", "III"].flatMap((number) => [
      `CHAPITRE ${number}.`,
      `Comment le bateau revint pour la fois ${number}.`,
      text,
    ]);
    expect(headingsOf(chapters)).toEqual([
      "2: CHAPITRE I. Comment le bateau revint pour la fois I.",
      "2: CHAPITRE II. Comment le bateau revint pour la fois II.",
      "2: CHAPITRE III. Comment le bateau revint pour la fois III.",
    ]);
    expect(
      headingsOf(["Chapter 1", "The boat was late.", text, "Chapter 2", text, "Chapter 3", text]),
    ).toEqual(["2: Chapter 1", "2: Chapter 2", "2: Chapter 3"]);
  });

  test("that go on numbering the chapters are chapters, and others below them are not", () => {
    expect(
      headingsOf([
        ...["CHAPTER I. THE QUAY", text, "I. THE WALL", text, "II. THE STEPS", text],
        ...["CHAPTER II. THE SEA", text, "III. THE GULLS", text],
      ]),
    ).toEqual([
      "2: CHAPTER I. THE QUAY",
      "3: I. THE WALL",
      "3: II. THE STEPS",
      "2: CHAPTER II. THE SEA",
      "2: III. THE GULLS",
    ]);
  });

  test.each([
    ["headings", (chapters: string[]) => chapters.join("\n\n")],
    ["lines", (chapters: string[]) => chapters.map((line) => `  ${line}`).join("\n")],
    [
      "titles with the numbers of their pages",
      (chapters: string[]) =>
        chapters.map((line, page) => `  ${line.replace(/^CHAPTER \w+\. /, "")} .... ${page + 3}`).join("\n"),
    ],
    [
      "chapters with what they tell and their pages",
      (chapters: string[]) =>
        chapters
          .map(
            (line, page) => `${/^CHAPTER \w+/.exec(line)?.[0] ?? ""}\n\nThe diary of a gull      ${page + 3}`,
          )
          .join("\n\n"),
    ],
  ])("of a table of contents say nothing more: %s", (_, contents) => {
    const chapters = [
      "CHAPTER I. THE QUAY",
      "CHAPTER II. THE SEA",
      "CHAPTER III. THE GULLS",
      "CHAPTER IV. THE MOLE",
    ];
    const blocks = blocksOf(
      articleOf(
        "a.txt",
        ["A book.", contents(chapters), ...chapters.flatMap((one) => [one, text])].join("\n\n"),
      ),
    );
    expect(blocks.slice(1)).toEqual(
      chapters.flatMap((chapter) => [`heading2: ${chapter}`, `paragraph: ${text.replace(/\n/g, " ")}`]),
    );
  });

  test.each([
    ["Article 1", "Article 2", "Article 3"],
    ["§ 1", "§ 2a", "§ 3"],
    ["第一条", "第二条", "第三条"],
    ["Art. 1.", "Art. 2.", "Art. 3."],
  ])("that number the articles of a law as %s head them", (...marks) => {
    const run = marks.map((mark) => `${mark} The quay is open to all boats of the town.`);
    expect(headingsOf(["Chapter 1", ...run])).toEqual(["2: Chapter 1", ...marks.map((mark) => `3: ${mark}`)]);
    const titled = marks.flatMap((mark) => [`${mark} Use of the quay`, text]);
    expect(headingsOf(titled)).toEqual(marks.map((mark) => `2: ${mark} Use of the quay`));
  });

  test("that only begin with the number of an article are text", () => {
    expect(headingsOf(["Article 5 of the law applies to all boats, as the town has said.", text])).toEqual(
      [],
    );
  });

  test("that ask stand over their answers", () => {
    expect(
      blocksOf(articleOf("a.txt", "Help\n\nQ: Where is it?\nA: In the\nharbour.\n\nQ: When?\nA: At nine.")),
    ).toEqual([
      "heading3: Q: Where is it?",
      "paragraph: In the harbour.",
      "heading3: Q: When?",
      "paragraph: At nine.",
    ]);
  });

  test("of Project Gutenberg are no part of the book", () => {
    const file = [
      "The Project Gutenberg EBook of Boats, by Ann Smith",
      "This eBook is for the use of anyone anywhere at no cost.",
      "Title: Boats\n       And Gulls\n\nAuthor: Ann Smith\n\nLanguage: French",
      "*** START OF THIS PROJECT GUTENBERG EBOOK BOATS ***",
      "Produced by Bo and\nthe readers of the quay",
      "BOATS AND GULLS\n\nby Ann Smith",
      "CHAPTER I",
      prose.join("\n"),
      "*** END OF THIS PROJECT GUTENBERG EBOOK BOATS ***",
      "The licence.",
    ].join("\n\n");
    const article = articleOf("a.txt", file);
    expect(article).toMatchObject({ title: "Boats And Gulls", authors: ["Ann Smith"], lang: "fr" });
    expect(blocksOf(article)).toEqual(["heading2: CHAPTER I", `paragraph: ${prose.join(" ")}`]);
  });
});

test("A file of text that is Markdown is read as that", () => {
  const markdown =
    "# Oven\n\nHeat it, as [the manual](https://example.com/manual) says.\n\n~~~\nbake()\n~~~\n";
  expect(blocksOf(articleOf("oven.txt", markdown))).toEqual([
    "paragraph: Heat it, as the manual says.",
    "code: bake()",
  ]);
  expect(
    blocksOf(
      articleOf("oven.txt", "Oven\n\nSee [1](2) and a # sign.\n\n# 1 Not a heading of anything\nbut text.\n"),
    ),
  ).toContain("paragraph: See [1](2) and a # sign.");
});
