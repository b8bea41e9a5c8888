import { expect, test } from "vitest";
import { libraryOf } from "./library.ts";

const filler = Object.fromEntries(
  ["tides", "bread", "glaciers", "violins"].map((word, index) => [
    `filler-${index}`,
    `# Notes\n\nA short note on ${word} that nobody asked about, kept here to be passed over quietly.`,
  ]),
);

const first = async (text: string, question: string): Promise<string | undefined> => {
  const library = await libraryOf({ ...filler, page: text });
  const { answer } = await library.ask(question);
  return answer[0]?.quote;
};

test.each([
  [
    "the sentence that says it, not one about a longer name",
    "# Handbook\n\n## Timeline\n\nWidget sprints are held twice a year by the whole group in the north.\n\n## Words\n\nA widget is a small part of a page that can be used alone.",
    "What is a widget?",
    "A widget is a small part of a page that can be used alone.",
  ],
  [
    "what it stands for",
    "# Handbook\n\n## Timeline\n\nQZX sprints are held twice a year by the whole group in the north.\n\n## Words\n\nQZX (Quarterly Zone Exchange) is a meeting of all zones in one quarter.",
    "What is a QZX?",
    "QZX (Quarterly Zone Exchange) is a meeting of all zones in one quarter.",
  ],
  [
    "what it does",
    "# Hooks\n\n## Limits\n\nThe useGate hook of another library must never be mixed with this one at all.\n\n## Reference\n\nuseGate lets a component wait until a gate is open.",
    "What does useGate do?",
    "useGate lets a component wait until a gate is open.",
  ],
])("a definition is quoted: %s", async (_, text, question, quote) => {
  expect(await first(text, question)).toBe(quote);
});
