import { describe, expect, test } from "vitest";
import { quoteUnits } from "../../src/answer/quote-units.ts";
import { splitArticle } from "../../src/corpus/split/split.ts";
import { withoutText } from "../../src/index/without-text.ts";
import english from "../../src/text/languages/en.ts";
import { sentences } from "../../src/text/sentences.ts";
import { articleOf } from "../corpus/read.ts";

/** What could be clipped of a text in Markdown: kind, lead and text of each unit. */
function unitsOf(markdown: string): { kind: string; lead: string | undefined; text: string }[] {
  const article = articleOf("a.md", markdown);
  const passages = splitArticle(article, (range) => sentences(article.text, range, english));
  return passages.flatMap((passage, docId) =>
    quoteUnits({ docId, passage, article: withoutText(article) }, english).map(
      ({ kind, lead, start, end }) => {
        if (lead !== undefined) expect(article.text.slice(lead.start, lead.end)).toBe(lead.text);
        return { kind, lead: lead?.text, text: passage.text.slice(start, end) };
      },
    ),
  );
}

/** `count` sentences of `length` words each. */
const prose = (count: number, length: number): string =>
  Array.from({ length: count }, (_, i) => `Lamp${i}${" word".repeat(length - 1)}.`).join(" ");

describe("what is clipped", () => {
  test("a sentence, and a short paragraph whole", () => {
    expect(unitsOf("The lamp is blue and hangs in the hall of the old house by the sea.")).toMatchObject([
      { kind: "sentence" },
    ]);
    expect(unitsOf(prose(5, 12))).toMatchObject([{ kind: "paragraph", text: prose(5, 12) }]);
  });

  test("runs of sentences of a long paragraph, none within another", () => {
    const units = unitsOf(prose(12, 12));
    expect(units.length).toBeGreaterThan(2);
    for (const unit of units) {
      expect(unit.kind).toBe("paragraph");
      expect(unit.text.split(" ").length).toBeLessThanOrEqual(90);
      expect(units.filter(({ text }) => text.includes(unit.text))).toHaveLength(1);
    }
  });

  test("no run that begins with a word that points back", () => {
    const text = prose(12, 12).replaceAll(/Lamp(?:3|5|7)/g, "It");
    expect(unitsOf(text).filter((unit) => unit.text.startsWith("It "))).toEqual([]);
  });

  test("code with the sentence that leads to it, and not that sentence alone", () => {
    expect(unitsOf("Add this to the file:\n\n```js\nlamp.on();\n\nlamp.off();\n```")).toEqual([
      { kind: "code", lead: "Add this to the file:", text: "lamp.on();\n\nlamp.off();" },
    ]);
  });

  test("code for every tool, each with the sentence before the first", () => {
    const units = unitsOf("Install the lamp first:\n\n```\nnpm i lamp\n```\n\n```\nyarn add lamp\n```");
    expect(units.map(({ lead, text }) => [lead, text])).toEqual([
      ["Install the lamp first:", "npm i lamp"],
      ["Install the lamp first:", "yarn add lamp"],
    ]);
  });

  test("the last sentence of a long paragraph before code, and what stands before it alone", () => {
    const units = unitsOf(`${prose(4, 12)} Then write:\n\n\`\`\`\nlamp.on();\n\`\`\``);
    expect(units.map(({ kind, lead }) => [kind, lead])).toEqual([
      ["paragraph", undefined],
      ["code", "Then write:"],
    ]);
    expect(units[0]?.text).toBe(prose(4, 12));
  });

  test.each([
    "import { lamp } from 'lamp'",
    "import lamp\nfrom shop import bulb",
    "const lamp = require('lamp')",
    "#include <lamp.h>\n\n// needed everywhere",
    "use lamp::bulb;",
  ])("no lines that only import: %s", (code) => {
    expect(unitsOf(`\`\`\`\n${code}\n\`\`\``)).toEqual([]);
  });

  test("a list whole, with what leads to it", () => {
    expect(unitsOf("To change the bulb:\n\n- Switch the lamp off.\n- Wait.\n- Turn the bulb.")).toEqual([
      {
        kind: "list",
        lead: "To change the bulb:",
        text: "Switch the lamp off.\nWait.\nTurn the bulb.",
      },
    ]);
  });

  test("some items of a long list, each with what leads to it", () => {
    const items = Array.from({ length: 15 }, (_, i) => `- Lamp ${i} ${"word ".repeat(10)}end.`).join("\n");
    const units = unitsOf(`These lamps are sold:\n\n${items}`);
    expect(units.length).toBeGreaterThan(2);
    for (const { kind, lead } of units) expect([kind, lead]).toEqual(["list", "These lamps are sold:"]);
  });

  test("a row of a table with its header", () => {
    const rows = Array.from({ length: 20 }, (_, i) => `| Plan ${i} | ${i * 10} crowns |`).join("\n");
    const units = unitsOf(`| Plan | Price |\n|---|---|\n${rows}`);
    expect(units).toContainEqual({ kind: "table", lead: "Plan\tPrice", text: "Plan 7\t70 crowns" });
    expect(units.every(({ text }) => text !== "Plan\tPrice")).toBe(true);
  });

  test("a very short paragraph with the next one", () => {
    expect(unitsOf("The lamp burns.\n\nIt needs no oil and no wick, and it burns for a year.")[0]?.text).toBe(
      "The lamp burns.\n\nIt needs no oil and no wick, and it burns for a year.",
    );
  });

  test.each([
    ["a question", "Where is the lamp kept in the winter when nobody needs it?"],
    ["a label", "Note"],
    ["a pointer", "Read more about lamps in the guide."],
    ["a pointer", "For more information, visit our page on lamps."],
    ["learning goals", "- How to light a lamp\n- What a wick is\n- Why lamps smoke"],
  ])("not %s", (_, markdown) => {
    expect(unitsOf(markdown)).toEqual([]);
  });
});

describe("a paragraph that leads on", () => {
  const steps =
    "Most people get better at home and need no help at all from anyone they know:\n\n- Rest\n- Drink";

  test("is no quote with a label before it, nor at the end of an article", () => {
    const units = unitsOf(`When to ask for help today\n\n${steps}`);
    expect(units.filter(({ text }) => text.endsWith(":"))).toEqual([]);
    expect(units.some(({ kind, lead }) => kind === "list" && lead?.startsWith("Most people"))).toBe(true);
    const last = unitsOf("The lamp hangs in the hall of the old house. It needs oil, which is sold here:");
    expect(last.map(({ text }) => text)).toEqual(["The lamp hangs in the hall of the old house."]);
  });
});
