import { expect, test } from "vitest";
import { wordingJudge } from "../../src/answer/wording.ts";
import english from "../../src/text/languages/en.ts";
import { libraryOf } from "./library.ts";

const sentence = (text: string) => ({ start: 0, end: text.length, text, tokens: [] });

test.each([
  ["How do I run only one test?", "To run only one test, change the command for a while.", 4 / 7],
  ["How do I run only one test?", "Run only the tests that were named.", 0],
  ["what to do at low tide", "Nobody knows what to do at low tide.", 1],
  ["what to do at low tide", "At low tide one knows what to do.", 3 / 6],
  ["the tide", "the tide", 0],
  ["the tide and the tide table", "The tide, and the tide.", 5 / 6],
  [`${"tide ".repeat(80)}low water at noon`, "Low water at noon.", 0],
  ["tide ".repeat(80), "tide ".repeat(70), 64 / 80],
])("%s - %s", (question, text, expected) => {
  expect(wordingJudge(question, english)(sentence(text))).toBeCloseTo(expected, 10);
});

test("what only announces an answer does so in the words of the question, and is not preferred for them", async () => {
  const library = await libraryOf({
    rails:
      "# Rails\n\nThere is a lot to see on the pier. In this chapter, we look at these:\n\n- How to paint the rails of the pier\n- How to count the gulls of the pier\n- How to hang lamps above the water\n\n" +
      "## Painting\n\nTo paint rails, brush off the rust first and take a dry day for the pier.",
  });
  const { answer } = await library.ask("How do I paint the rails of the pier?");
  expect(answer[0]?.quote).toMatch(/^To paint rails/);
});

test("of sentences that hold the same words, the one in the words of the question is quoted", async () => {
  const library = await libraryOf({
    ferry:
      "# Ferry\n\n## Mornings\n\nThe crew begins to run a test of each lamp at dawn.\n\n## Lamps\n\nA lamp is marked by the crew to run only one test of it.",
  });
  const { answer } = await library.ask("How do I run only one test?");
  expect(answer[0]?.quote).toBe("A lamp is marked by the crew to run only one test of it.");
});
