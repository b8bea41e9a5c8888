import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerSchema } from "../../src/model/index.ts";
import { libraryOf } from "./library.ts";

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

const quotes = async (question: string) => (await library.ask(question)).answer.map(({ quote }) => quote);

describe("what is quoted", () => {
  test("a reason for why, and every reason there is", async () => {
    expect((await quotes("Why was R2 delayed?")).slice(0, 2)).toEqual([
      "DeepSeek delayed R2 because its training on Ascend chips failed.",
      "Slow data labeling added to the delay.",
    ]);
  });

  test("a date that something is due is no reason", async () => {
    const other = await libraryOf({
      r2: "# R2\n\nR2 was delayed because training failed. R2 was first due to launch in May 2025.",
    });
    const { answer } = await other.ask("Why was R2 delayed?");
    expect(answer.map(({ quote }) => quote)).toEqual(["R2 was delayed because training failed."]);
  });

  test.each([
    ["Who founded DeepSeek?", "Liang Wenfeng founded DeepSeek."],
    ["When was the launch planned?", "The launch was planned for May 2025."],
    ["What is Footnote?", "Footnote is a service that answers questions with quotes."],
  ])("%s", async (question, expected) => {
    expect((await quotes(question))[0]?.replace(/\s+/g, " ")).toBe(expected);
  });

  test("a name that the question does not have for who", async () => {
    const other = await libraryOf({
      model: `# Why DeepSeek's R2 was late

## What the founder thinks

Much is open. The founder reportedly stressed that R2 needs more development before it can maintain DeepSeek's edge.`,
      people: "# Who is who\n\nLiang Wenfeng is the founder of DeepSeek. Alibaba is a company.",
    });
    const { answer } = await other.ask("Who founded DeepSeek?");
    expect(answer[0]?.quote).toBe("Liang Wenfeng is the founder of DeepSeek.");
  });

  test("a pronoun brings the sentence before it", async () => {
    expect((await quotes("Was he satisfied with the model?"))[0]).toBe(
      "Liang Wenfeng founded DeepSeek. He was not satisfied with the model.",
    );
  });

  test("an introduction brings its list", async () => {
    expect((await quotes("In which respects do the chips trail their rivals?"))[0]).toBe(
      "The chips trail their rivals in three respects:\n\nstability\nconnectivity\nsoftware",
    );
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
    fc.string({ unit: "binary", minLength: 1, maxLength: 60 }),
  );
  await fc.assert(
    fc.asyncProperty(question, async (text) => {
      const answer = answerSchema.parse(await library.ask(text));
      expect(answer.answered).toBe(answer.answer.length > 0);
      for (const { quote, passage, start, end } of answer.answer) {
        const hit = answer.passages[passage - 1];
        const article = library.articles.get(hit?.citation.article ?? "");
        expect(article?.text.slice(start, end)).toBe(quote);
        expect(start).toBeGreaterThanOrEqual(hit?.citation.start ?? Number.NaN);
        expect(end).toBeLessThanOrEqual(hit?.citation.end ?? Number.NaN);
      }
      answer.passages.forEach((hit, index) => {
        const { citation } = hit;
        expect(hit.rank).toBe(index + 1);
        expect(hit.text).toBe(
          library.articles.get(citation.article)?.text.slice(citation.start, citation.end),
        );
        let end = -1;
        for (const [from, to] of hit.highlights) {
          expect(from).toBeGreaterThan(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(hit.text.length);
      });
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
