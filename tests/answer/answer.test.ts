import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerSchema } from "../../src/model/index.ts";
import { anyText } from "../any-text.ts";
import { type Library, libraryOf } from "./library.ts";

const library = await libraryOf({
  delay: `# Why R2 was late

DeepSeek delayed R2 because its training on Ascend chips failed. Slow data labeling added to the delay. The launch was
planned for May 2025.

## People

Liang Wenfeng founded DeepSeek. He was not satisfied with the model. About 160 engineers work on it in Hangzhou.

## Gaps

The chips trail their rivals in three respects:

- stability
- connectivity
- software
`,
  footnote: `# Footnote

Footnote is a service that answers questions with quotes. Footnote never writes prose. Many people use Footnote daily.`,
  bread: "# Bread\n\nBread is baked in the morning. The oven is hot by five.",
});

/** The sentences that are marked in the quotes of an answer. */
async function marked({ articles, ask }: Library, question: string): Promise<string[]> {
  const { answer, passages } = await ask(question);
  return answer.map(({ focus, passage }) => {
    const article = articles.get(passages[passage - 1]?.citation.article ?? "");
    return article?.text.slice(focus.start, focus.end).replace(/\s+/g, " ") ?? "";
  });
}

const first = async (question: string) => (await library.ask(question)).answer[0];

describe("what is quoted", () => {
  test("a short paragraph whole, with the sentence that answers marked", async () => {
    const quote = await first("Why was R2 delayed?");
    expect(quote?.kind).toBe("paragraph");
    expect(quote?.quote.replace(/\s+/g, " ")).toBe(
      "DeepSeek delayed R2 because its training on Ascend chips failed. Slow data labeling added to the delay. The launch was planned for May 2025.",
    );
    expect((await marked(library, "Why was R2 delayed?"))[0]).toBe(
      "DeepSeek delayed R2 because its training on Ascend chips failed.",
    );
    expect(quote?.link).toContain("#:~:text=DeepSeek%20delayed%20R2");
    expect(quote?.lang).toBe("en");
  });

  test.each([
    ["In what do the chips trail their rivals?", "- stability - connectivity - software"],
    ["Do the chips trail in connectivity?", "connectivity"],
  ])("all of a list is marked, or the item that says more than the others: %s", async (question, text) => {
    expect((await marked(library, question))[0]).toBe(text.replaceAll("- ", ""));
  });

  test("of a table a row is marked, and never its header", async () => {
    const plans = await libraryOf({
      plans:
        "# Plans\n\n| Plan | Price | Ovens |\n|---|---|---|\n| Crumb | 4 euros | 1 |\n| Crust | 19 euros | 5 |\n",
    });
    const [row] = await marked(plans, "What does the Crust plan cost?");
    expect(row).toBe("Crust 19 euros 5");
  });

  test("a date that something is due is no reason", async () => {
    const other = await libraryOf({
      r2: "# R2\n\nR2 was delayed because training failed. R2 was first due to launch in May 2025.",
    });
    expect(await marked(other, "Why was R2 delayed?")).toEqual(["R2 was delayed because training failed."]);
  });

  test.each([
    ["Who founded DeepSeek?", "Liang Wenfeng founded DeepSeek."],
    ["When was the launch planned?", "The launch was planned for May 2025."],
    ["What is Footnote?", "Footnote is a service that answers questions with quotes."],
  ])("%s", async (question, expected) => {
    expect((await marked(library, question))[0]).toBe(expected);
  });

  test("a name that the question does not have for who", async () => {
    const other = await libraryOf({
      model: `# Why DeepSeek's R2 was late

## What the founder thinks

Much is open. The founder reportedly stressed that R2 needs more development before it can maintain DeepSeek's edge.`,
      people: "# Who is who\n\nLiang Wenfeng is the founder of DeepSeek. Alibaba is a company.",
    });
    expect((await marked(other, "Who founded DeepSeek?"))[0]).toBe(
      "Liang Wenfeng is the founder of DeepSeek.",
    );
  });

  test("a list with the sentence that leads to it", async () => {
    const quote = await first("In which respects do the chips trail their rivals?");
    expect(quote).toMatchObject({
      kind: "list",
      quote: "stability\nconnectivity\nsoftware",
      lead: { text: "The chips trail their rivals in three respects:" },
    });
  });
});

describe("refusal", () => {
  test.each(["What is the capital of Peru?", "zxqv", "Who won the 1998 World Cup?", "?!", "the of and"])(
    "%s has no answer here",
    async (question) => {
      const answer = await library.ask(question);
      expect(answer.answered).toBe(false);
      expect(answer.answer).toEqual([]);
      expect(answer.confidence).toBeLessThan(0.3);
    },
  );

  test("a question for a date is answered less surely by a quote without one", async () => {
    const [who, when] = [
      await library.ask("Who founded DeepSeek?"),
      await library.ask("When was DeepSeek founded?"),
    ];
    expect(when.confidence).toBeLessThan(who.confidence - 0.05);
  });

  test("shows the nearest passages all the same", async () => {
    const { answered, passages } = await library.ask("How much does an oven cost in Peru and Chile?");
    expect(answered).toBe(false);
    expect(passages[0]?.citation.article).toBe("bread");
  });
});

test("whatever is asked, quotes are slices, ranks point at passages, and highlights are in order", async () => {
  const words = [
    "R2",
    "delay",
    "who",
    "founded",
    "DeepSeek",
    "Peru",
    "bread",
    "?",
    "“",
    "the",
    "May",
    "2025",
    "黑豹",
    "Ñandú",
  ];
  const question = fc.oneof(
    fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(" ")),
    anyText({ minLength: 1, maxLength: 60 }),
  );
  await fc.assert(
    fc.asyncProperty(question, async (text) => {
      const answer = answerSchema.parse(await library.ask(text));
      expect(answer.answered).toBe(answer.answer.length > 0);
      const wrongQuotes = answer.answer.filter(({ quote, passage, start, end, focus, lead }) => {
        const { citation } = answer.passages[passage - 1] ?? {};
        const text = library.articles.get(citation?.article ?? "")?.text;
        const isSlice = text?.slice(start, end) === quote;
        const isLed = lead === undefined || text?.slice(lead.start, lead.end) === lead.text;
        const isFocused = start <= focus.start && focus.end <= end;
        const isOfPassage = citation !== undefined && citation.start <= start && end <= citation.end;
        return !(isSlice && isLed && isFocused && isOfPassage);
      });
      const wrongPassages = answer.passages.filter(({ rank, text, citation, highlights }, index) => {
        const article = library.articles.get(citation.article);
        const isSlice = text === article?.text.slice(citation.start, citation.end);
        const ends = [-1, ...highlights.map(([, to]) => to)];
        const inOrder = highlights.every(([from, to], number) => from > (ends[number] ?? 0) && to > from);
        return !(rank === index + 1 && isSlice && inOrder && (ends.at(-1) ?? 0) <= text.length);
      });
      expect({ wrongQuotes, wrongPassages }).toEqual({ wrongQuotes: [], wrongPassages: [] });
    }),
    { numRuns: 300 },
  );
});

test("a limit of one shows one passage, and no quote from beyond it", async () => {
  const answer = await library.answerer.ask({ question: "Who founded DeepSeek?", limit: 1 });
  expect(answer.passages).toHaveLength(1);
  expect(answer.answer.every(({ passage }) => passage === 1)).toBe(true);
});

test("a filter narrows the search to an article", async () => {
  const answer = await library.answerer.ask({
    question: "Who founded DeepSeek?",
    limit: 5,
    article: "bread",
  });
  expect(answer.passages.every(({ citation }) => citation.article === "bread")).toBe(true);
  expect(answer.answered).toBe(false);
});
