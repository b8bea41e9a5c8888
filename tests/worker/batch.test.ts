import { describe, expect, test } from "vitest";
import { answerListSchema, answerSchema } from "../../src/model/index.ts";
import type { OpenAnswerer } from "../../src/worker/env.ts";
import { longQuestion } from "../../src/worker/routes/timed-answer.ts";
import { answerer, json, serve } from "./fixture.ts";
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

describe("a batch of questions that take long", () => {
  /** An answerer that keeps the thread for as many milliseconds, as one does that reads nothing. */
  const busy = (milliseconds: number, asked: string[] = []): OpenAnswerer => {
    return async () => ({
      ...answerer,
      ask: (request) => {
        asked.push(request.question);
        const end = Date.now() + milliseconds;
        while (Date.now() < end);
        return answerer.ask(request);
      },
    });
  };
  const questions = Array.from({ length: 20 }, (_, index) => ({ question: `${index}?` }));

  test("lets others have their turn", async () => {
    const service = serve({}, busy(50));
    let isOver = false;
    const batch = service("/api/ask/batch", json({ questions })).then((response) => {
      isOver = true;
      return response;
    });
    expect((await service("/healthz")).status).toBe(200);
    expect(isOver).toBe(false);
    expect((await batch).status).toBe(200);
  });

  test("lets others have their turn within a long question, which may take as long as all others", async () => {
    const paused: string[] = [];
    const watching: OpenAnswerer = async () => ({
      ...answerer,
      ask: async (request, pause) => {
        await pause?.();
        if (pause !== undefined) paused.push(request.question);
        return answerer.ask(request);
      },
    });
    const long = "why ".repeat(longQuestion / 4).trim();
    const asked = [{ question: "Why?" }, { question: `${long}?` }, { question: `${long}??` }];
    expect((await serve({}, watching)("/api/ask/batch", json({ questions: asked }))).status).toBe(200);
    expect(paused).toEqual([`${long}?`, `${long}??`]);
  });

  test("ends at the deadline, with no work after it", async () => {
    const asked: string[] = [];
    const response = await serve({}, busy(400, asked))("/api/ask/batch", json({ questions }));
    expect(response.headers.get("Retry-After")).toBe("5");
    await problemOf(response, 503);
    const done = asked.length;
    expect(done).toBeLessThan(questions.length);
    await scheduler.wait(500);
    expect(asked).toHaveLength(done);
  });
});
