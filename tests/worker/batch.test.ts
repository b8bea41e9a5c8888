import { describe, expect, test } from "vitest";
import { answerListSchema, answerSchema } from "../../src/model/index.ts";
import { json, serve } from "./fixture.ts";
import { problemOf, wrongFields } from "./problems.ts";

const fetch = serve();
const ask = (questions: unknown) => fetch("/api/ask/batch", json({ questions }));

describe("POST /api/ask/batch", () => {
  test("answers each question as POST /api/ask does, in order", async () => {
    const questions = [
      { question: "Why?", limit: 1 },
      { question: " Où ? ", lang: "fr" },
      { question: "Why?" },
    ];
    const response = await ask(questions);
    expect(response.status).toBe(200);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const { answers } = answerListSchema.parse(await response.json());
    const single = await Promise.all(
      questions.map(async (question) =>
        answerSchema.parse(await (await fetch("/api/ask", json(question))).json()),
      ),
    );
    expect(answers).toEqual(single);
  });

  test("takes 20 questions of 500 escaped characters", async () => {
    const body = `{"questions":[${Array(20)
      .fill(`{"question":"${"\\ud83d\\udc1d".repeat(250)}","limit":1}`)
      .join()}]}`;
    const response = await fetch("/api/ask/batch", { ...json({}), body });
    expect(answerListSchema.parse(await response.json()).answers).toHaveLength(20);
  });

  test.each([
    [[], ["questions"]],
    [Array(21).fill({ question: "why" }), ["questions"]],
    ["why", ["questions"]],
    [undefined, ["questions"]],
    [["why"], ["questions.0"]],
    [
      [{ question: "why" }, { question: "" }, { limit: 0 }],
      ["questions.1.question", "questions.2.limit", "questions.2.question"],
    ],
    [[{ question: "why", colour: "red" }], ["questions.0.colour"]],
  ])("refuses %j and names %j", async (questions, fields) => {
    expect((await wrongFields(await ask(questions))).sort()).toEqual(fields);
  });

  test("refuses a body over 64 kB", async () => {
    const body = JSON.stringify({ questions: [{ question: "why" }] }).padEnd(64 * 1024 + 1);
    await problemOf(await fetch("/api/ask/batch", { ...json({}), body }), 413);
  });
});
