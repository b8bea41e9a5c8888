import { beforeAll, describe, expect, test } from "vitest";
import { answerQuestion, type SearchOutcome } from "../../src/answer/answer.ts";
import { type Explanation, explain, type FeatureShare } from "../../src/answer/explain.ts";
import type { Answer } from "../../src/model/index.ts";
import { LanguageSet } from "../../src/text/language-set.ts";
import { loadLanguage } from "../../src/text/languages/index.ts";
import { type Library, libraryOf } from "./library.ts";

const sum = (features: readonly FeatureShare[]) => features.reduce((all, { share }) => all + share, 0);

describe("an explanation", () => {
  let library: Library;
  beforeAll(async () => {
    library = await libraryOf({
      founding:
        "# The founding of Acme\n\nAcme was founded by Ada Wren in 1987. It makes anvils.\n\n## Anvils\n\nThe first anvil was sold in May.",
      lakes: "# Lakes\n\nThe largest lake is deep. Anvils sink in it.",
      hills: "# Hills\n\nA hill is lower than a mountain.\u0007",
    });
  });

  async function explained(question: string) {
    const languages = new LanguageSet([await loadLanguage("en")]);
    const asked = { store: library.answerer.store, languages, question, limit: 5 };
    const { answer, outcome } = await answerQuestion(asked);
    return { outcome, answer, explanation: explain(outcome, answer) };
  }

  const questions = [
    "Who founded Acme?",
    "anvils",
    "Where are anvlis sold?",
    "What is a quark?",
    "Who sold the anvil?",
  ];

  test.each(questions)("adds up to the scores and the confidence of the answer: %s", async (question) => {
    const {
      outcome,
      answer,
      explanation,
    }: { outcome: SearchOutcome; answer: Answer; explanation: Explanation } = await explained(question);
    expect(explanation.passages.map(({ id, rank }) => [rank, id])).toEqual(
      answer.passages.map(({ id, rank }) => [rank, id]),
    );
    explanation.passages.forEach(({ score, features }, index) => {
      expect(score).toBeCloseTo(answer.passages[index]?.score ?? 0, 3);
      expect(sum(features)).toBeCloseTo(score, 6);
    });
    expect(explanation.quotes).toHaveLength(outcome.quotes.length);
    for (const { score, features } of explanation.quotes) expect(sum(features)).toBeCloseTo(score, 6);
    const product = explanation.probabilities.reduce(
      (all, { intercept, features }) => all / (1 + Math.exp(-(intercept + sum(features)))),
      explanation.factors.reduce((all, { factor }) => all * factor, 1),
    );
    expect(Math.max(explanation.floor, product)).toBeCloseTo(explanation.confidence, 9);
  });

  test("says what matched, where, and for which word", async () => {
    const { explanation } = await explained("Where are anvlis sold?");
    expect(explanation.terms).toContainEqual(expect.objectContaining({ term: "anvil", word: "anvlis" }));
    const [first] = explanation.passages;
    expect(first?.matches).toContainEqual(
      expect.objectContaining({ term: "anvil", fields: expect.arrayContaining(["headings", "text"]) }),
    );
  });
});
