import { describe, expect, test } from "vitest";
import type { Quote } from "../../src/model/index.ts";
import { countWords } from "../../src/text/count-words.ts";
import { libraryOf } from "./library.ts";

const filler = (topic: string): string =>
  `The keepers of the ${topic} have long told this story to the children of the village on the cliff above the sea.`;

const articles = {
  gears: `# Gears\n\nMany machines of ours have smart gears, and much of the trade of smart gears goes through the smart gears of the mill. ${["gate", "wall", "yard"].map(filler).join(" ")} Smart gears, on the other hand, are wheels that count their turns. ${["barn", "well"].map(filler).join(" ")}`,
  tower: `# The tower\n\n${["gate", "wall", "yard"].map(filler).join(" ")} The brass bell of Marnholm rings every day at noon. ${["barn", "mill", "well"].map(filler).join(" ")}`,
  ferry:
    "# The ferry\n\n## Boarding\n\nDrivers board the ferry from the northern pier.\n\nThe gate there opens an hour before it leaves.\n\n" +
    `${["pier", "boat", "rope", "sail", "mast"].map(filler).join(" ")}`,
};

/** The first quote for a question, which is a slice of its article. */
async function firstQuote(question: string): Promise<Quote> {
  const library = await libraryOf(articles);
  const { answer, passages } = await library.ask(question);
  const [quote] = answer;
  if (quote === undefined) throw new Error("nothing is quoted");
  const article = library.articles.get(passages[quote.passage - 1]?.citation.article ?? "");
  expect(article?.text.slice(quote.start, quote.end)).toBe(quote.quote);
  return quote;
}

describe("what of a paragraph is shown", () => {
  test("of a long one the sentences round the one that answers", async () => {
    const { quote, focus, start } = await firstQuote("When does the brass bell of Marnholm ring?");
    expect(quote).toContain("The brass bell of Marnholm rings every day at noon.");
    expect(countWords(quote, { start: 0, end: quote.length })).toBeLessThanOrEqual(60);
    expect(quote.slice(focus.start - start, focus.end - start)).toMatch(/^The brass bell/);
  });

  test("of one that says what the thing is, where that is asked, the sentence that does", async () => {
    const { quote, focus, start } = await firstQuote("What is a smart gear?");
    expect(quote.slice(focus.start - start, focus.end - start)).toMatch(/^Smart gears, on the other hand/);
  });

  test("a short one with the next", async () => {
    const { quote, kind, focus, start } = await firstQuote("From which pier do drivers board the ferry?");
    expect(quote).toMatch(/^Drivers board .* an hour before it leaves\.$/s);
    expect(kind).toBe("paragraph");
    expect(quote.slice(focus.start - start, focus.end - start)).toMatch(/northern pier\.$/);
  });
});
