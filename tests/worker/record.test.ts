import { env } from "cloudflare:test";
import { describe, expect, test, vi } from "vitest";
import { answerListSchema, answerWithIdSchema } from "../../src/model/index.ts";
import { signAnswerId, verifyAnswerId } from "../../src/worker/insights/answer-id.ts";
import { maximumRecordedPerDay } from "../../src/worker/insights/insert-questions.ts";
import { connectAgent } from "./agent.ts";
import { json, serve } from "./fixture.ts";
import { recorded, recording, serveRecording } from "./insights.ts";
import { problemOf, wrongFields } from "./problems.ts";
import { expectNoWait } from "./time.ts";

const key = "k".repeat(32);
const uuid = "0b9f6f5e-6b0e-4f0a-9a6e-1d2c3b4a5f6e";
const hours = 60 * 60 * 1000;

describe("a question", () => {
  test("is recorded with what its answer was, and nothing of who asked", async () => {
    const fetch = await serveRecording();
    const headers = {
      "CF-Connecting-IP": "192.0.2.77",
      "CF-IPCountry": "NL",
      "User-Agent": "Probe/1",
      Cookie: "session=5",
      Referer: "https://elsewhere.org/",
    };
    const response = await fetch("/api/ask?q=++Why+dance%3F&limit=2", { headers });
    expect(response.headers.get("Footnote-Answer-Id")).toMatch(/^[0-9a-f-]{36}\.\w+\.[\w-]{43}$/);
    expect(response.headers.get("Server-Timing")).toMatch(/^answer;dur=\d+\.\d$/);
    const [row, ...others] = await recorded(1);
    expect(others).toEqual([]);
    expect(row).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      asked: expect.any(Number),
      question: "Why dance?",
      answered: 0,
      confidence: 0.25,
      passages: '["bees:0","bees:1"]',
      articles: '["bees"]',
      latency: expect.any(Number),
      country: "NL",
      channel: "http",
    });
    expect(JSON.stringify(row)).not.toMatch(/192\.0\.2|Probe|session|elsewhere/);
  });

  test("is recorded when posted, and when the client has the answer already", async () => {
    const fetch = await serveRecording();
    await fetch("/api/ask", json({ question: "Posted?" }));
    const again = await fetch("/api/ask?q=Again%3F", { headers: { "If-None-Match": "*" } });
    expect(again.status).toBe(304);
    expect(again.headers.get("Footnote-Answer-Id")).not.toBeNull();
    expect((await recorded(2)).map(({ question }) => question).sort()).toEqual(["Again?", "Posted?"]);
  });

  test("is recorded until the day has its share, and answered after that", async () => {
    const fetch = await serveRecording();
    await env.INSIGHTS.prepare("INSERT INTO days VALUES (?, ?)")
      .bind(Math.floor(Date.now() / (24 * hours)), maximumRecordedPerDay - 1)
      .run();
    for (const question of ["Last?", "One+more?", "And+another?"]) {
      expect((await fetch(`/api/ask?q=${question}`)).status).toBe(200);
    }
    await scheduler.wait(100);
    expect((await recorded(1)).map(({ question }) => question)).toEqual(["Last?"]);
  });

  test("is not recorded for a request that asks for no answer", async () => {
    const fetch = await serveRecording();
    expect((await fetch("/api/ask?q=Monitor%3F", { method: "HEAD" })).status).toBe(200);
    await fetch("/api/ask?q=Reader%3F");
    expect((await recorded(1)).map(({ question }) => question)).toEqual(["Reader?"]);
  });

  test("is recorded with the way it came: alone, in a batch, from an agent", async () => {
    const fetch = await serveRecording();
    const headers = { "CF-Connecting-IP": "192.0.2.77", "CF-IPCountry": "NL" };
    await fetch("/api/ask?q=Alone%3F", { headers });
    const batch = json({ questions: [{ question: "First?" }, { question: " Second? ", limit: 1 }] });
    expect(
      (await fetch("/api/ask/batch", { ...batch, headers: { ...batch.headers, ...headers } })).status,
    ).toBe(200);
    const agent = await connectAgent(fetch, headers);
    await agent.callTool({ name: "ask", arguments: { question: "Agent?" } });
    await agent.callTool({ name: "list_articles", arguments: {} });
    const rows = await recorded(4);
    expect(rows.map(({ question, channel, country }) => [question, channel, country]).sort()).toEqual([
      ["Agent?", "mcp", "NL"],
      ["Alone?", "http", "NL"],
      ["First?", "batch", "NL"],
      ["Second?", "batch", "NL"],
    ]);
    expect(rows.find(({ question }) => question === "Second?")?.passages).toBe('["bees:0"]');
    expect(JSON.stringify(rows)).not.toContain("192.0.2");
  });

  test("is named in its answer when it came in a batch or from an agent, and can be voted on", async () => {
    const fetch = await serveRecording();
    const batch = await fetch(
      "/api/ask/batch",
      json({ questions: [{ question: "First?" }, { question: "Second?" }] }),
    );
    const { answers } = answerListSchema.parse(await batch.json());
    const agent = await connectAgent(fetch);
    const result = await agent.callTool({ name: "ask", arguments: { question: "Third?" } });
    const ids = [...answers, answerWithIdSchema.parse(result.structuredContent)].map(({ id = "" }) => id);
    await recorded(3);
    for (const [number, answer] of ids.entries()) {
      const vote = { answer, helpful: number !== 1, passage: number + 1 };
      expect((await fetch("/api/feedback", json(vote))).status).toBe(204);
    }
    const { results } = await env.INSIGHTS.prepare(
      "SELECT questions.question, helpful, passage FROM votes JOIN questions ON id = votes.question ORDER BY passage",
    ).all();
    expect(results).toEqual([
      { question: "First?", helpful: 1, passage: 1 },
      { question: "Second?", helpful: 0, passage: 2 },
      { question: "Third?", helpful: 1, passage: 3 },
    ]);
  });

  test.each(["Sec-GPC", "DNT"])("of a reader who sends %s is not", async (name) => {
    const fetch = await serveRecording();
    const response = await fetch("/api/ask?q=private", { headers: { [name]: "1" } });
    expect(response.status).toBe(200);
    expect(response.headers.has("Footnote-Answer-Id")).toBe(false);
    const batch = json({ questions: [{ question: "private too" }] });
    const several = await fetch("/api/ask/batch", { ...batch, headers: { ...batch.headers, [name]: "1" } });
    expect(answerListSchema.parse(await several.json()).answers[0]).not.toHaveProperty("id");
    const agent = await connectAgent(fetch, { [name]: "1" });
    const result = await agent.callTool({ name: "ask", arguments: { question: "private as well" } });
    expect(result.structuredContent).not.toHaveProperty("id");
    await fetch("/api/ask?q=public");
    expect((await recorded(1)).map(({ question }) => question)).toEqual(["public"]);
  });

  test("has an answer that caches keep apart by whether its reader objects to be recorded", async () => {
    const fetch = await serveRecording();
    const first = await fetch("/api/ask?q=why");
    const tag = first.headers.get("ETag") ?? "";
    const others = [{}, { "If-None-Match": tag }, { "Sec-GPC": "1" }, { "If-None-Match": tag, DNT: "1" }];
    for (const headers of others) {
      const { headers: given } = await fetch("/api/ask?q=why", { headers });
      expect(given.get("Vary")).toBe("Sec-GPC, DNT");
    }
  });

  test("is not recorded unless the owner binds a database", async () => {
    const response = await serve()("/api/ask?q=why");
    expect(response.headers.has("Footnote-Answer-Id")).toBe(false);
    expect(response.headers.has("Vary")).toBe(false);
  });

  test.each([
    [
      "is missing its tables",
      async () =>
        env.INSIGHTS.exec("DROP TABLE IF EXISTS votes; DROP TABLE IF EXISTS days; DROP TABLE questions"),
    ],
  ])("is answered when the database %s", async (_, damage) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const fetch = await serveRecording();
    await damage();
    expect((await fetch("/api/ask?q=secret+words")).status).toBe(200);
    await vi.waitFor(() => expect(log).toHaveBeenCalledOnce());
    expect(JSON.stringify(log.mock.calls)).not.toContain("secret");
    await env.INSIGHTS.exec("DELETE FROM d1_migrations");
    log.mockRestore();
  });

  test.each([
    [new RangeError("no secret"), "RangeError"],
    ["secret", "unknown"],
  ])(
    "is answered, and the log says that it was not recorded, when the database fails: %s",
    async (reason, error) => {
      const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
      const batch = () => Promise.reject(reason);
      const database = { prepare: () => ({ bind: () => ({}) }), batch } as unknown as D1Database;
      const fetch = serve({ ...(await recording()), INSIGHTS: database });
      const questions = [{ question: "secret one" }, { question: "secret two" }];
      expect((await fetch("/api/ask/batch", json({ questions }))).status).toBe(200);
      await vi.waitFor(() => expect(log).toHaveBeenCalledOnce());
      expect(JSON.parse(String(log.mock.calls[0]?.[0]))).toEqual({
        level: "error",
        error,
        message: "2 questions could not be recorded",
      });
      log.mockRestore();
    },
  );

  test.each<[string, () => Promise<never>]>([
    ["is locked", () => Promise.reject(new Error("D1_ERROR: database is locked"))],
    ["hangs", () => new Promise(() => undefined)],
  ])("is answered at once when the database %s", async (_, run) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const database = { prepare: () => ({ bind: () => ({}) }), batch: run } as unknown as D1Database;
    const fetch = serve({ ...(await recording()), INSIGHTS: database });
    const started = performance.now();
    expect((await fetch("/api/ask?q=why")).status).toBe(200);
    expectNoWait(started);
    log.mockRestore();
  });
});

describe("POST /api/feedback", () => {
  async function answered() {
    const fetch = await serveRecording();
    const response = await fetch("/api/ask?q=why");
    await recorded(1);
    return { fetch, answer: response.headers.get("Footnote-Answer-Id") ?? "" };
  }
  const votes = async () => (await env.INSIGHTS.prepare("SELECT helpful, passage FROM votes").all()).results;

  test("keeps the last vote for an answer", async () => {
    const { fetch, answer } = await answered();
    const first = await fetch("/api/feedback", json({ answer, helpful: false, passage: 2 }));
    expect(first.status).toBe(204);
    expect(await votes()).toEqual([{ helpful: 0, passage: 2 }]);
    await fetch("/api/feedback", json({ answer, helpful: true }));
    expect(await votes()).toEqual([{ helpful: 1, passage: null }]);
  });

  test.each([
    ["made up", () => "0b9f6f5e-6b0e-4f0a-9a6e-1d2c3b4a5f6e.zzzzzzzz.AAAA"],
    ["without a signature", (answer: string) => answer.split(".").slice(0, 2).join(".")],
    ["for longer", (answer: string) => answer.replace(/\.\w+\./, ".zzzzzzzzz.")],
    ["for another", (answer: string) => answer.replace(/^[^.]+/, uuid)],
    ["with more", (answer: string) => `${answer}.1`],
    ["not base64", (answer: string) => `${answer.slice(0, -1)}!`],
  ])("refuses a name %s", async (_, change) => {
    const { fetch, answer } = await answered();
    const response = await fetch("/api/feedback", json({ answer: change(answer), helpful: true }));
    expect(await wrongFields(response)).toEqual(["answer"]);
    expect(await votes()).toEqual([]);
  });

  test.each([
    [{ helpful: true }, ["answer"]],
    [{ answer: "a", helpful: "yes", passage: 0, comment: "!" }, ["comment", "helpful", "passage"]],
  ])("refuses %j", async (body, fields) => {
    const { fetch } = await answered();
    expect((await wrongFields(await fetch("/api/feedback", json(body)))).sort()).toEqual(fields);
  });

  test("is 404 where nothing is recorded", async () => {
    await problemOf(await serve()("/api/feedback", json({ answer: "a", helpful: true })), 404);
  });

  test("is 503 when the database fails", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { answer } = await answered();
    const database = {
      prepare: () => {
        throw new Error("D1_ERROR: no such table: secret");
      },
    } as unknown as D1Database;
    const fetch = serve({ ...(await recording()), INSIGHTS: database });
    const response = await fetch("/api/feedback", json({ answer, helpful: true }));
    expect(response.headers.get("Retry-After")).toBe("30");
    const problem = await problemOf(response, 503);
    expect(JSON.stringify(problem)).not.toContain("secret");
    expect(problem.detail).toContain("vote");
    // What it was about is in the log under the name that the client is told.
    expect(log.mock.calls.map(([line]) => JSON.parse(String(line)))).toMatchObject([
      { instance: problem.instance, error: "Error", message: "" },
    ]);
    log.mockRestore();
  });
});

describe("the name of an answer", () => {
  test("holds for 24 hours, whatever the clock does in between", async () => {
    const now = Date.UTC(2026, 10, 24);
    const id = await signAnswerId(key, uuid, now);
    for (const later of [-48 * hours, 0, 23 * hours]) {
      expect(await verifyAnswerId(key, id, now + later)).toBe(uuid);
    }
    expect(await verifyAnswerId(key, id, now + 24 * hours)).toBeUndefined();
  });

  test.each([
    ["a name that is no UUID", async () => signAnswerId(key, "short", 0)],
    ["a signature that is no base64", async () => `${uuid}.zzzzzzzz.A`],
    [
      "a signature with a mark before it",
      async () => (await signAnswerId(key, uuid, 0)).replace(/\.(?=[^.]+$)/, ".!"),
    ],
    ["a signature with a mark after it", async () => `${await signAnswerId(key, uuid, 0)}=`],
    ["a signature with white space", async () => `${await signAnswerId(key, uuid, 0)} `],
    ["nothing but a name", async () => uuid],
    ["nothing", async () => ""],
    ["an end that is no number", async () => (await signAnswerId(key, uuid, Number.NaN)).replace("NaN", "-")],
  ])("is not %s", async (_what, make) => {
    expect(await verifyAnswerId(key, await make(), 0)).toBeUndefined();
  });

  test("is another service's with another key", async () => {
    const id = await signAnswerId(key, uuid, 0);
    expect(await verifyAnswerId("j".repeat(32), id, 0)).toBeUndefined();
  });
});
