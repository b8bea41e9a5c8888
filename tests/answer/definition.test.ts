import { expect, test } from "vitest";
import { analyseQuestion, asksForDefinition } from "../../src/answer/question.ts";
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
    "what a short form stands for, where it is spelled out amid a sentence",
    "# Counting\n\n## Offices\n\nThe QZE in the north has many flags, and the QZE in the south has none.\n\n## Waves\n\nAll waves are counted once a day by the Quiet Zone Exchange (QZE), which keeps lists of them.",
    "What does QZE stand for?",
    "All waves are counted once a day by the Quiet Zone Exchange (QZE), which keeps lists of them.",
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

test.each([
  ["What is a widget?", true],
  ["What does useGate do?", true],
  ["what's a ferry", true],
  ["What do you mean by a widget?", true],
  ["What widget do I need?", false],
  ["Which widget is the fastest?", false],
])("%s asks for a definition: %s", async (text, isDefinition) => {
  const { languages } = await libraryOf(filler);
  expect(asksForDefinition(analyseQuestion(text, languages), 2)).toBe(isDefinition);
});
