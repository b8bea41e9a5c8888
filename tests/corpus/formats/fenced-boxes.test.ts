import { describe, expect, test } from "vitest";
import { articleOf, blocksOf } from "../read.ts";

const blocks = (...lines: string[]): string[] => blocksOf(articleOf("a.md", lines.join("\n")));

describe("fences that are boxes", () => {
  test.each([
    ["javascript.info", '```smart header="Mind the `fan`"', "```"],
    ["javascript.info, with code in it", '````warn header="Mind the `fan`"', "````"],
    ["mdBook's admonish", '```admonish warning title="Mind the fan"', "```"],
    ["others", '```tip "Mind the fan"', "```"],
  ])("have their title and Markdown: %s", (_, open, close) => {
    expect(blocks("One.", "", open, "It is **loud**, says `fan.noise`.", close, "", "Two.")).toEqual([
      "paragraph: One.",
      "paragraph: Mind the fan",
      "paragraph: It is loud, says fan.noise.",
      "paragraph: Two.",
    ]);
  });

  test("are none where they name a language", () => {
    expect(blocks('```js header="the `fan`"', "fan();", "```", "", "```info.js", "a", "```")).toEqual([
      "code: fan();",
      "code: a",
    ]);
  });
});

describe("tags in square brackets", () => {
  test("are no text: code between them is code, and the others are dropped", () => {
    expect(
      blocks(
        "Do it:",
        "",
        '[prism classes="language-yaml line-numbers"]',
        "fan:",
        "  on: [true]",
        "[/prism]",
        "",
        '[div class="table"]',
        "",
        "| a | b |",
        "|---|---|",
        "| c | d |",
        "",
        "[/div]",
        "",
        "!!!! Mind the fan.",
        "",
        '[sourcecode language="css"]',
        "a { b: c }",
        "[/sourcecode]",
      ),
    ).toEqual([
      "paragraph: Do it:",
      "code: fan:\n  on: [true]",
      "table: a\tb\nc\td",
      "paragraph: Mind the fan.",
      "code: a { b: c }",
    ]);
    expect(articleOf("a.md", "[code lang=css]\na\n[/code]\n").blocks[0]?.language).toBe("css");
  });

  test("stay in code", () => {
    const lines = ["[code]", "a", "[/code]", "[div]", "!! b", "[/div]"];
    expect(blocks("```", ...lines, "```")).toEqual([`code: ${lines.join("\n")}`]);
  });

  test("stay where nothing closes them", () => {
    expect(blocks("[note]", "", "It is [div] and [/div].")).toEqual([
      "paragraph: [note]",
      "paragraph: It is [div] and [/div].",
    ]);
  });
});

test("a picture whose address nothing gives is left out", () => {
  expect(
    blocks("![★][fan-image] The [fan][fan-url] is loud.", "", "See [it][door].", "", "[door]: /door"),
  ).toEqual(["paragraph: The fan is loud.", "paragraph: See it."]);
});
