import type { List, ListItem } from "mdast";
import { expect, test } from "vitest";
import { toHtml } from "../../../src/corpus/formats/markdown/to-html.ts";
import { articleOf, blocksOf } from "../read.ts";

/** A tight list whose items count how often they are asked whether they stand apart. */
function countingList(length: number): { list: List; asked: () => number } {
  let asked = 0;
  const children = Array.from({ length }, (): ListItem => {
    const item: ListItem = { type: "listItem", children: [{ type: "paragraph", children: [] }] };
    Object.defineProperty(item, "spread", {
      get() {
        asked += 1;
        return false;
      },
    });
    return item;
  });
  return { list: { type: "list", spread: false, children }, asked: () => asked };
}

test("a list is laid out in time that grows with its items", () => {
  const { list, asked } = countingList(1_000);
  toHtml({ type: "root", children: [list] });
  expect(asked()).toBeLessThanOrEqual(3_000);
});

test("items stand apart where one of them does", () => {
  const item = (text: string, spread: boolean): ListItem => ({
    type: "listItem",
    spread,
    children: [{ type: "paragraph", children: [{ type: "text", value: text }] }],
  });
  const tags = (spread: boolean) => {
    const list: List = { type: "list", spread: false, children: [item("a", false), item("b", spread)] };
    return JSON.stringify(toHtml({ type: "root", children: [list] })).match(/"tagName":"p"/g)?.length ?? 0;
  };
  expect([tags(false), tags(true)]).toEqual([0, 2]);
});

test("thousands of blank lines are as good as a thousand, and code keeps its own", () => {
  const blank = " \n".repeat(3_000);
  const code = `\`\`\`\na${"\n".repeat(3_000)}b\n\`\`\``;
  expect(blocksOf(articleOf("a.md", `One.\n${blank}Two.\n\n${code}\n`))).toEqual([
    "paragraph: One.",
    "paragraph: Two.",
    `code: a${"\n".repeat(3_000)}b`,
  ]);
});
