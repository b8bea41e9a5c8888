import { describe, expect, test } from "vitest";
import { articleOf, blocksOf } from "../read.ts";

const blocks = (markdown: string): string[] => blocksOf(articleOf("a.md", markdown));

describe("comments of Obsidian", () => {
  test.each([
    ["within a line", "The lid %% or the door %% is hot.", ["paragraph: The lid is hot."]],
    ["within a line, without spaces", "The lid %%or the door%% is hot.", ["paragraph: The lid is hot."]],
    ["of one line", "One.\n\n%% The code is 1234. %%\n\nTwo.", ["paragraph: One.", "paragraph: Two."]],
    [
      "over lines, with code in them",
      "One.\n\n%%\na `b` c\n\n```\nd\n```\n%%\n\nTwo.",
      ["paragraph: One.", "paragraph: Two."],
    ],
    [
      "with text on their first line",
      "One.\n\n%% To do:\nask Ann\n%%\n\nTwo.",
      ["paragraph: One.", "paragraph: Two."],
    ],
  ])("%s are gone for good", (_, markdown, expected) => {
    expect(blocks(markdown)).toEqual(expected);
  });

  test.each([
    [
      "in code",
      "Run `%%time%%` or:\n\n```\n%% cell %%\n```",
      ["paragraph: Run %%time%% or:", "code: %% cell %%"],
    ],
    [
      "twice as a sign",
      "It is 100%% sure, or 50%% at least.",
      ["paragraph: It is 100%% sure, or 50%% at least."],
    ],
    ["that nothing closes", "%% One.\n\nTwo.", ["paragraph: %% One.", "paragraph: Two."]],
  ])("a percent sign %s is none", (_, markdown, expected) => {
    expect(blocks(markdown)).toEqual(expected);
  });
});

describe("marks of notes", () => {
  test.each([
    ["text that is marked", "It is ==very== hot.", "It is very hot."],
    ["a comparison", "If a==b and c==d, or a == b and c == d.", "If a==b and c==d, or a == b and c == d."],
    ["the name of a block", "It is hot. ^hot-lid", "It is hot."],
    ["a power", "The area is x ^2", "The area is x ^2"],
    [
      "a path of C++ and a type of Haskell",
      "Use std::vector, and size :: Int.",
      "Use std::vector, and size :: Int.",
    ],
  ])("%s", (_, markdown, expected) => {
    expect(blocks(markdown)).toEqual([`paragraph: ${expected}`]);
  });

  test.each([
    ["its name", "See [[Hot lids]].", "See Hot lids."],
    ["its text", "See [[Hot lids|lids]].", "See lids."],
    ["a part of it", "See [[Hot lids#Gloves]] and [[#Rack]].", "See Hot lids > Gloves and Rack."],
    ["a block of it", "See [[Hot lids#^a1b2c3]].", "See Hot lids."],
    ["the page behind its text", "See [[Hot lids|Hot-lids]].", "See Hot lids."],
    [
      "its title, told below",
      'See [[hot-lids]].\n\n[hot-lids]: hot-lids.md "Lids that are hot"',
      "See Lids that are hot.",
    ],
    ["in the place of an address", "See [the lids]([[Hot lids]]).", "See the lids."],
  ])("a link between brackets is %s", (_, markdown, expected) => {
    expect(blocks(markdown)).toEqual([`paragraph: ${expected}`]);
  });

  test("a list of code that looks like a link stays", () => {
    expect(blocks("```\na[[1]]\n```\n\nUse `x[[i]]`.")).toEqual(["code: a[[1]]", "paragraph: Use x[[i]]."]);
  });
});

describe("an outline", () => {
  test("whose items begin with headings is the sections of a page", () => {
    expect(blocks("- ## Lid\n  - It is hot.\n- Between.\n- ## Door\n  - It is cold.")).toEqual([
      "heading2: Lid",
      "list: It is hot.",
      "list: Between.",
      "heading2: Door",
      "list: It is cold.",
    ]);
  });

  test("of questions that open is those questions", () => {
    const html = "<ul><li><details><summary>Is it hot?</summary><p>It is.</p></details></li></ul>";
    expect(blocks(html)).toEqual(["heading2: Is it hot?", "paragraph: It is."]);
    expect(
      blocks("<ul><li><h3>Lid</h3><p>It is hot.</p></li><li><h3>Door</h3><p>It is cold.</p></li></ul>"),
    ).toEqual(["heading3: Lid", "paragraph: It is hot.", "heading3: Door", "paragraph: It is cold."]);
  });
});

describe("properties of a page", () => {
  test("of Logseq are its metadata", () => {
    const article = articleOf(
      "Lid.md",
      "title:: The lid\ntags:: #oven, [[Heat]]\ndate:: 2024-05-06\n\n- It is hot.",
    );
    expect(article).toMatchObject({ title: "The lid", tags: ["oven", "Heat"], published: "2024-05-06" });
    expect(blocksOf(article)).toEqual(["list: It is hot."]);
  });

  test("of Notion are its metadata, where the file is one that it exported", () => {
    const text = "# The lid\n\nCreated: May 6, 2024 9:14 AM\nTags: Oven, Heat\n\nIt is hot.";
    const article = articleOf("The lid 8c1c7fdb8efa4dee956440eba060e013.md", text);
    expect(article).toMatchObject({
      title: "The lid",
      tags: ["Oven", "Heat"],
      published: "2024-05-06T09:14:00",
    });
    expect(blocksOf(article)).toEqual(["paragraph: It is hot."]);
    expect(blocksOf(articleOf("lid.md", text))).toHaveLength(2);
  });
});

describe("a page that was clipped", () => {
  test("has links over several paragraphs, which are their text", () => {
    const markdown =
      "[\n\nJoin us\n\nNow\n\n](https://e.com/a_(b))[![Lid](https://e.com/a.png)\n\nA job\n\n](https://e.com)\n\nEnd.";
    expect(blocks(markdown)).toEqual([
      "paragraph: Join us",
      "paragraph: Now",
      "paragraph: A job",
      "paragraph: End.",
    ]);
  });

  test("links of code that follow one another over a line break are none of them", () => {
    const link = (name: string) => `[\`${name}\`](https://e.com/~/${name})`;
    expect(blocks(`Use ${link("a")} or\n${link("b")} or\n${link("c")}.`)).toEqual([
      "paragraph: Use a or b or c.",
    ]);
  });

  test("brackets that are no link stay", () => {
    expect(blocks("Text [1\n] and a\n[b](c).\n\n[\n\nOpen")).toEqual([
      "paragraph: Text [1 ] and a b.",
      "paragraph: [",
      "paragraph: Open",
    ]);
  });
});

describe("elements of a page's own", () => {
  test.each([
    [
      "tabs of code",
      '<code-group>\n<code-block title="YARN">\n```bash\nyarn init\n```\n</code-block>\n</code-group>',
      ["paragraph: YARN", "code: yarn init"],
    ],
    ["a box", "<my-note>\nIt is **hot**.\n</my-note>", ["paragraph: It is hot."]],
    [
      "a sign in a sentence",
      'It is <my-badge text="new"/> hot <sl-icon name="x"></sl-icon> now.',
      ["paragraph: It is hot now."],
    ],
    [
      "one that code shows",
      "Use `<my-note>`:\n\n```\n<my-note>\n```",
      ["paragraph: Use <my-note>:", "code: <my-note>"],
    ],
  ])("are read as what they show: %s", (_, markdown, expected) => {
    expect(blocks(markdown)).toEqual(expected);
  });
});
