/** Who asks how to do something is shown what to type together with what is said of it. */
import { describe, expect, test } from "vitest";
import type { Quote } from "../../src/model/index.ts";
import { libraryOf } from "./library.ts";

const filler = (topic: string): string =>
  `The keepers of the ${topic} keep a long list of what they saw there in the years behind them. `;

const articles = {
  factory:
    "# Factory\n\n## Run the application\n\nNow you can run your application with one command. Stay in the outer folder.\n\n" +
    "Debug mode restarts the server whenever a file is saved.\n\n```sh\nkrate --app ferry run --debug\n```\n\nYou see the address in the terminal.",
  files:
    `# Files\n\nFolders can be given to browsers.\n\n${filler("folder").repeat(8)}\n\nA folder of static files is served by a mount, which takes an address and a folder.\n\n` +
    `\`\`\`js\n${'import { mount } from "krate";\n'}${Array.from({ length: 12 }, (_, n) => `const part${n} = "value${n}";`).join("\n")}\nmount("/static", "public");\n\`\`\`\n`,
  colours:
    "# Colours\n\nThe colour of a panel follows the theme of the page.\n\n```css\npanel { color: red; }\n```\n",
  scripts:
    "# Scripts\n\n## Pack the warehouse\n\nA long script packs the whole warehouse into boxes in one go. It takes a night.\n\nEvery box has the number of a shelf.\n\n```js\n" +
    `${Array.from({ length: 30 }, (_, n) => `pack(box${n}, shelf${n});`).join("\n")}\n\`\`\`\n`,
};

/** The first quote for a question. What it and its lead say are slices of the article. */
async function firstQuote(question: string): Promise<Quote> {
  const library = await libraryOf(articles);
  const { answer, passages } = await library.ask(question);
  const [quote] = answer;
  if (quote === undefined) throw new Error("nothing is quoted");
  const text = library.articles.get(passages[quote.passage - 1]?.citation.article ?? "")?.text;
  expect(text?.slice(quote.start, quote.end)).toBe(quote.quote);
  if (quote.lead) expect(text?.slice(quote.lead.start, quote.lead.end)).toBe(quote.lead.text);
  expect(quote.focus.start).toBeGreaterThanOrEqual(quote.start);
  expect(quote.focus.end).toBeLessThanOrEqual(quote.end);
  return quote;
}

describe("code is shown with the paragraph that speaks of it", () => {
  test("that opens the section, over little more prose", async () => {
    const { kind, lead, quote } = await firstQuote("How do I run the application?");
    expect(kind).toBe("code");
    expect(lead?.text).toMatch(/^Now you can run your application/);
    expect(quote).toBe("krate --app ferry run --debug");
  });

  test("right before it, without a colon", async () => {
    const { kind, lead, quote } = await firstQuote("How do I give a panel another colour?");
    expect(kind).toBe("code");
    expect(lead?.text).toMatch(/^The colour of a panel/);
    expect(quote).toBe("panel { color: red; }");
  });

  test("that the passage before ends with", async () => {
    const { kind, lead, quote } = await firstQuote("How do I serve static files?");
    expect(kind).toBe("code");
    expect(lead?.text).toMatch(/^A folder of static files is served by a mount/);
    expect(quote).toContain('mount("/static", "public");');
  });
});

describe("a paragraph is shown alone", () => {
  test("to who asks for no way", async () => {
    const { kind, quote } = await firstQuote("What is the one command that the application is run with for?");
    expect(kind).toBe("paragraph");
    expect(quote).toMatch(/^Now you can run/);
  });

  test("before code that nobody reads at a glance", async () => {
    const { kind, quote } = await firstQuote("How do I pack the whole warehouse into boxes?");
    expect(kind).toBe("paragraph");
    expect(quote).toMatch(/^A long script packs/);
  });
});
