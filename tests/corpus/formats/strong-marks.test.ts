import { describe, expect, test } from "vitest";
import { articleOf, blocksOf } from "../read.ts";

const blocks = (markdown: string): string[] => blocksOf(articleOf("a.md", markdown));

describe("stars around a text", () => {
  test.each([
    ["in Japanese, before a mark", "**注：**この欄は必要です。", "注：この欄は必要です。"],
    ["in Chinese, around a quotation", "这是**“核心”**的意思。", "这是“核心”的意思。"],
    [
      "in Korean, with a link behind",
      "이를 **[종속](https://e.com)**이라고 합니다.",
      "이를 종속이라고 합니다.",
    ],
    ["with a space before they close", "**Note: **The lid is hot.", "Note: The lid is hot."],
    [
      "with a space before they close and after",
      "It has **much heat **, and more.",
      "It has much heat , and more.",
    ],
    ["as Markdown has them", "The **lid** is **very hot**.", "The lid is very hot."],
  ])("are strong: %s", (_, written, shown) => {
    expect(blocks(written)[0]?.replace(/ (?=,)/, " ")).toBe(`paragraph: ${shown}`);
  });

  test.each([
    ["arguments", "Takes **kwargs and **args."],
    ["globs", "Use **/*.md here."],
    ["powers", "It is 2**3."],
  ])("stay where they are %s", (_, text) => {
    expect(blocks(text)).toEqual([`paragraph: ${text}`]);
  });

  test("stay in code", () => {
    expect(blocks("Write `**注：**この` here.")).toEqual(["paragraph: Write **注：**この here."]);
  });
});

describe("what leads to what is left out", () => {
  const contents = "- [One](#one)\n- [Two](#two)\n- [Three](#three)";

  test.each(["In this article:", "Table of contents", "On this page"])(
    "is left out with the contents: %s",
    (lead) => {
      expect(blocks(`Text.\n\n${lead}\n\n${contents}\n\nMore.`)).toEqual([
        "paragraph: Text.",
        "paragraph: More.",
      ]);
    },
  );

  test("stays when it says more, or leads to something else", () => {
    expect(blocks(`The lid is hot.\n\n${contents}`)).toEqual(["paragraph: The lid is hot."]);
    expect(blocks("In this box:\n\n- A lid.\n- A rack.")).toEqual([
      "paragraph: In this box:",
      "list: A lid.\nA rack.",
    ]);
  });

  test("is a card of GitBook's that names its file", () => {
    const card = '{% content-ref url="hot-lids.md" %}\n[hot-lids.md](hot-lids.md)\n{% endcontent-ref %}';
    expect(blocks(`Text.\n\n${card}\n\nSee [hot lids](hot-lids.md) or [b.md](c.md).`)).toEqual([
      "paragraph: Text.",
      "paragraph: See hot lids or b.md.",
    ]);
  });
});
