/** Headings as readers type them: each finds its own section among others that share its words. */
import { describe, expect, test } from "vitest";
import { type Library, libraryOf } from "./library.ts";

/** One library for all questions of a list, each with the heading of the section that it is to find first. */
function leads(
  name: string,
  articles: Readonly<Record<string, string>>,
  questions: readonly (readonly [question: string, heading: string])[],
  lang = "en",
): void {
  describe(name, () => {
    let library: Promise<Library> | undefined;
    test.each(questions)("%s", async (question, heading) => {
      library ??= libraryOf(articles, { lang });
      const [first] = (await (await library).ask(question)).passages;
      const trail = [first?.citation.title, ...(first?.citation.headings ?? [])];
      expect(trail).toContain(heading);
    });
  });
}

/** Sections in each of which the words of a heading stand more often than below it. */
const crowd = Object.fromEntries(
  Array.from({ length: 60 }, (_, index) => [
    `crowd-${index}`,
    `# Blog ${index}\n\n## Making a model for post ${index}\n\nCreate the blog, then create a post in the blog. A blog post that you create needs a blog. Set the environment variables of the blog before you create a post. Plugins and rules of the blog specify posts.`,
  ]),
);

leads(
  "of common words",
  {
    ...crowd,
    guide:
      "# Guide\n\n## Creating a blog post\n\nOpen the editor and press the plus.\n\n## Setting environment variables\n\n### .env files\n\nThey are read when it starts.\n\n### Elsewhere\n\nIn the shell.\n\n## Specify rules and plugins\n\n### --plugin\n\nNames one of them.",
  },
  [
    ["Creating a blog post", "Creating a blog post"],
    ["How do I create a blog post?", "Creating a blog post"],
    ["create blog posts", "Creating a blog post"],
    ["Setting environment variables", ".env files"],
    ["Specify Rules and Plugins", "--plugin"],
  ],
);

const names = [
  "build.outDir",
  "build.assetsDir",
  "build",
  "server.port",
  "--port",
  "--no-color",
  "--color",
  "-p",
  "@scope/pkg",
  "@scope/pkg-extra",
  "pkg",
  "useEffect",
  "useLayoutEffect",
  "$effect",
  "get_or_insert",
  "get",
  "Array.prototype.map()",
  "Map",
  "std::vec::Vec",
  "NODE_ENV",
  "process.env.NODE_ENV",
  "C++",
  "C",
  ".env",
  ".env.local",
  "`<Suspense>`",
  "`<SuspenseList>`",
  "tsconfig.json",
  "X-Request-Id",
  "POST /users",
  "GET /users",
  "E0382",
  "E0383",
  "loader()",
  "glob() loader",
  "--parser",
  "Parser",
];
leads(
  "names of code",
  {
    ...crowd,
    reference: `# Reference\n\n${names
      .map(
        (name, index) =>
          `## ${name}\n\nNumber ${index} of those beside ${names[index - 1] ?? "none"}, as told below.`,
      )
      .join("\n\n")}`,
  },
  names.flatMap((written) => {
    const name = written.replaceAll("`", "");
    return [
      [name, name],
      [`What is ${name}?`, name],
      [`What does ${name} do?`, name],
    ] as const;
  }),
);

leads(
  "numbers of chapters, releases and norms",
  {
    ...crowd,
    manual:
      "# Manual\n\n## 2.4 Cables\n\nCables are blue.\n\n## 2.4.1 Power cables\n\nPower cables are red.\n\n## 2.4.10 Fibre\n\nFibre is yellow.\n\n## 12.4.1 Returns\n\nSend it back, see 2.4.1.\n\n## Chapter 3: Lamps\n\nLamps glow as told in chapter 4.\n\n## Chapter 4: Doors\n\nDoors close.\n\n## Rule 11. Signing\n\nSign it.\n\n## Appendix B\n\nRooms.\n\n## ISO 27001\n\nSecurity.",
    releases:
      "# Releases\n\n## v2.4.3\n\n### Fixes\n\nIt mends the login.\n\n## 2.4.0\n\nIt brings dark colours.\n\n## Version 3\n\nA rewrite.\n\n## 1.0.0-beta.2\n\nThe second try.\n\n## [4.0.0] - 2024-01-02\n\nBreaks much.",
  },
  [
    ["2.4", "2.4 Cables"],
    ["Section 2.4", "2.4 Cables"],
    ["2.4.1", "2.4.1 Power cables"],
    ["2.4.10", "2.4.10 Fibre"],
    ["12.4.1", "12.4.1 Returns"],
    ["chapter 3", "Chapter 3: Lamps"],
    ["What does rule 11 say?", "Rule 11. Signing"],
    ["appendix b", "Appendix B"],
    ["iso 27001", "ISO 27001"],
    ["2.4.3", "v2.4.3"],
    ["version 2.4.3", "v2.4.3"],
    ["v2.4.0", "2.4.0"],
    ["What is new in v3?", "Version 3"],
    ["1.0.0-beta.2", "1.0.0-beta.2"],
    ["4.0.0", "[4.0.0] - 2024-01-02"],
  ],
);

leads(
  "paragraphs and articles of German law",
  {
    bgb: "# BGB\n\n## § 433 Pflichten beim Kaufvertrag\n\nDer Verkäufer übergibt die Sache.\n\n## § 434 Sachmangel\n\nDie Sache ist frei von Mängeln, siehe § 433 und § 433 Absatz 2.\n\n## § 433a Digitale Produkte\n\nFür sie gilt anderes als nach § 433.\n\n## § 1433 Sonstiges\n\nNichts.",
    hgb: "# HGB\n\n## § 433 Lagerhalter\n\nDer Lagerhalter lagert ein.",
    gg: "# Grundgesetz\n\n## Artikel 5\n\nJeder hat das Recht, seine Meinung zu äußern.\n\n## Artikel 15\n\nGrund und Boden nach Artikel 5.\n\n## Artikel 5a\n\nEtwas anderes.",
  },
  [
    ["§ 433 BGB", "§ 433 Pflichten beim Kaufvertrag"],
    ["§433 BGB", "§ 433 Pflichten beim Kaufvertrag"],
    ["§ 433 HGB", "§ 433 Lagerhalter"],
    ["§ 433a BGB", "§ 433a Digitale Produkte"],
    ["Paragraph 434", "§ 434 Sachmangel"],
    ["Artikel 5", "Artikel 5"],
    ["Art. 5 GG", "Artikel 5"],
    ["Was sagt Artikel 5a?", "Artikel 5a"],
  ],
  "de",
);

leads(
  "behind a number that says where they stand",
  {
    law: "# Law of the pier\n\n## § 11 Theft with weapons; theft by a band\n\nTheft is punished with a year of rowing. Theft with weapons is theft, and theft by a band is theft.\n\n## § 12 Theft\n\nWhoever takes what is not his rows for a month.\n\n## § 13 Theft of boats\n\nTheft of a boat is theft, and punished with rowing.",
    book: "# The mill\n\n## 4.1 Setting sails and setting ropes\n\nSetting sails is setting ropes, and setting ropes is setting sails.\n\n## 4.2 Setting sails\n\nPull the rope at the side of the mill until the cloth is flat, and tie it.\n\n## 4.3 Setting sails in a storm\n\nSetting sails in a storm is setting sails in rain.",
  },
  [
    ["Theft", "§ 12 Theft"],
    ["Setting sails", "4.2 Setting sails"],
    ["How do I set sails?", "4.2 Setting sails"],
    ["What does § 13 say of theft?", "§ 13 Theft of boats"],
  ],
);
