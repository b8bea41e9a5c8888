import { env } from "cloudflare:test";
import { beforeEach, describe, expect, test } from "vitest";
import type { PassageStore } from "../../src/index/store.ts";
import { createApp } from "../../src/worker/app.ts";
import { staticEngine } from "../../src/worker/engines/engine.ts";
import { clusterQuestions } from "../../src/worker/insights/cluster-questions.ts";
import { deleteExpired, exportQuestions, readReport, toCsv } from "../../src/worker/insights/report.ts";
import { answerer, environment, partsOf } from "./fixture.ts";
import { asOwner, recording, serveRecording } from "./insights.ts";
import { problemOf } from "./problems.ts";

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 10, 20, 12);

interface Asked {
  readonly question: string;
  /** Days ago. */
  readonly ago?: number;
  readonly answered?: number;
  readonly channel?: string;
  readonly articles?: readonly string[];
  readonly helpful?: number;
}

let id = 0;

async function ask({ question, ago = 0, answered = 0, channel = "http", articles = [], helpful }: Asked) {
  const name = `question-${id++}`;
  await env.INSIGHTS.prepare("INSERT INTO questions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    .bind(name, now - ago * day, question, answered, 0.5, "[]", JSON.stringify(articles), 7, "NL", channel)
    .run();
  if (helpful === undefined) return;
  await env.INSIGHTS.prepare("INSERT INTO votes VALUES (?, ?, ?)").bind(name, helpful, null).run();
}

beforeEach(async () => {
  await serveRecording();
});

const reportOf = (days: number, store: PassageStore = answerer.store) =>
  readReport(env.INSIGHTS, store, (question) => question.split(" "), days, now);

describe("a report", () => {
  test("counts by day and channel what was asked within its days", async () => {
    await ask({ question: "a b", ago: 2, answered: 1, channel: "mcp" });
    await ask({ question: "a b", ago: 1 });
    await ask({ question: "a b", ago: 1, answered: 1 });
    await ask({ question: "late", ago: 0.1, channel: "batch" });
    await ask({ question: "just within", ago: 7 });
    await ask({ question: "too old", ago: 7.001 });
    const report = await reportOf(7);
    expect(report.days).toBe(7);
    expect(report.daily).toEqual([
      { day: "2026-11-13", asked: 1, answered: 0 },
      { day: "2026-11-18", asked: 1, answered: 1 },
      { day: "2026-11-19", asked: 2, answered: 1 },
      { day: "2026-11-20", asked: 1, answered: 0 },
    ]);
    expect(report.channels).toEqual([
      { channel: "http", asked: 3 },
      { channel: "batch", asked: 1 },
      { channel: "mcp", asked: 1 },
    ]);
    expect(report.asked).toEqual([
      { question: "a b", times: 3, answered: 1 },
      { question: "just within", times: 1, answered: 0 },
      { question: "late", times: 1, answered: 0 },
    ]);
    expect((await reportOf(1)).daily.map(({ asked }) => asked)).toEqual([2, 1]);
  });

  test("groups what was not answered, and tells what more found wrong than right", async () => {
    for (const question of ["export my data", "export data", "export my data", "wasps"])
      await ask({ question });
    await ask({ question: "answered one", answered: 1 });
    for (const helpful of [0, 0, 1]) await ask({ question: "bad", answered: 1, helpful });
    for (const helpful of [0, 1]) await ask({ question: "even", answered: 1, helpful });
    await ask({ question: "worse", answered: 1, helpful: 0 });
    await ask({ question: "worse", answered: 1, helpful: 0 });
    const { unanswered, worst } = await reportOf(30);
    expect(unanswered).toEqual([
      {
        times: 3,
        questions: [
          { question: "export my data", times: 2 },
          { question: "export data", times: 1 },
        ],
      },
      { times: 1, questions: [{ question: "wasps", times: 1 }] },
    ]);
    expect(worst).toEqual([
      { question: "worse", up: 0, down: 2 },
      { question: "bad", up: 1, down: 2 },
    ]);
  });

  test("lists the articles that no answer has shown, of two thousand at most", async () => {
    await ask({ question: "one", articles: ["article-0", "article-150"] });
    const pages: number[] = [];
    const storeOf = (total: number): PassageStore => ({
      ...answerer.store,
      articles: async (_filter, offset, limit) => {
        pages.push(offset);
        const count = Math.max(0, Math.min(limit, total - offset));
        const metadata = { url: "/x/", lang: "en", authors: [], tags: [], questions: [] };
        const articles = Array.from({ length: count }, (_, index) => ({
          ...metadata,
          id: `article-${offset + index}`,
          title: `${offset + index}`,
        }));
        return { total, articles };
      },
    });
    const { neverCited } = await reportOf(30, storeOf(200));
    expect(pages).toEqual([0, 100]);
    expect(neverCited).toHaveLength(198);
    expect(neverCited[0]).toEqual({ id: "article-1", title: "1", url: "/x/" });
    pages.length = 0;
    expect((await reportOf(30, storeOf(201))).neverCited).toHaveLength(199);
    expect(pages).toEqual([0, 100, 200]);
    pages.length = 0;
    expect((await reportOf(30, storeOf(5_000))).neverCited).toHaveLength(1_998);
    expect(pages.at(-1)).toBe(1_900);
  });
});

describe("an export", () => {
  test("has the questions of its days, the newest first, with their votes", async () => {
    await ask({ question: "old", ago: 3.1 });
    await ask({ question: "earlier", ago: 3, helpful: 0 });
    await ask({ question: "later", ago: 1, answered: 1 });
    expect(await exportQuestions(env.INSIGHTS, 3, now)).toEqual([
      {
        ...{ asked: "2026-11-19T12:00:00Z", channel: "http", question: "later", answered: 1 },
        ...{ confidence: 0.5, latency: 7, country: "NL", helpful: null },
      },
      {
        ...{ asked: "2026-11-17T12:00:00Z", channel: "http", question: "earlier", answered: 0 },
        ...{ confidence: 0.5, latency: 7, country: "NL", helpful: 0 },
      },
    ]);
  });

  test.each([
    ["=1", "'=1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@a", "'@a"],
    ["\tx", "'\tx"],
    ["\rx", `"'\rx"`],
    ["a=1", "a=1"],
    [-1, "-1"],
    [null, ""],
    [undefined, ""],
    ['a "b"', '"a ""b"""'],
    ["a,b", '"a,b"'],
    ["a\nb", '"a\nb"'],
    ["a\rb", '"a\rb"'],
  ])("writes %j as a cell that no spreadsheet runs: %j", (value, cell) => {
    expect(toCsv(["a"], [{ a: value }])).toBe(`a\r\n${cell}\r\n`);
  });

  test("is a file to be saved", async () => {
    const fetch = await serveRecording();
    const { headers } = await fetch("/insights/questions.csv", asOwner);
    expect(headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("Content-Disposition")).toBe('attachment; filename="questions.csv"');
  });

  test("is of thirty days unless it is told otherwise", async () => {
    const fetch = await serveRecording();
    const questions = async (query: string) =>
      (await (await fetch(`/insights/questions.json${query}`, asOwner)).json<unknown[]>()).length;
    const ago = (days: number) => (Date.now() - now) / -day + days;
    await ask({ question: "29 days", ago: ago(29) });
    await ask({ question: "31 days", ago: ago(31) });
    expect(await questions("")).toBe(1);
    expect(await questions("?days=32")).toBe(2);
    expect(await questions("?days=1")).toBe(0);
    for (const path of ["questions.json", "questions.csv", "report.json"]) {
      for (const query of ["days=0", "days=3651", "days=1.5", "other=1"]) {
        await problemOf(await fetch(`/insights/${path}?${query}`, asOwner), 400);
      }
      expect((await fetch(`/insights/${path}?days=3650`, asOwner)).status).toBe(200);
    }
    await problemOf(await fetch("/insights?days=1", asOwner), 400);
  });
});

test("what is older than it may be kept is deleted, with the count of its day, and nothing else", async () => {
  await ask({ question: "old", ago: 30.01, helpful: 1 });
  await ask({ question: "kept", ago: 30, helpful: 1 });
  const today = Math.floor(now / day);
  for (const ago of [32, 31, 30, 0]) {
    await env.INSIGHTS.prepare("INSERT INTO days VALUES (?, 1)")
      .bind(today - ago)
      .run();
  }
  await deleteExpired(env.INSIGHTS, 30, now);
  const all = async (table: string) => (await env.INSIGHTS.prepare(`SELECT * FROM ${table}`).all()).results;
  expect((await all("questions")).map(({ question }) => question)).toEqual(["kept"]);
  expect(await all("votes")).toHaveLength(1);
  expect((await all("days")).map(({ day: number }) => today - Number(number)).sort()).toEqual([0, 30]);
});

describe("the owner's page", () => {
  const page = async (response: () => Response) => {
    const asked: string[] = [];
    const assets = {
      async fetch(input: RequestInfo | URL) {
        asked.push(new URL(input instanceof Request ? input.url : input).pathname);
        return response();
      },
    };
    const app = createApp(partsOf(staticEngine(async () => answerer)));
    const variables = environment({ ...(await recording()), ASSETS: assets as unknown as Fetcher });
    return { response: await app.request("/insights", asOwner, variables), asked };
  };

  test("comes from the build, under a policy of its own, for its owner alone", async () => {
    const { response, asked } = await page(() => new Response("<p>the page</p>"));
    expect(asked).toEqual(["/insights"]);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("<p>the page</p>");
    const { headers } = response;
    expect(headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
    expect(headers.get("Content-Security-Policy")?.split("; ")).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });

  test("is 503 where the build has none", async () => {
    expect((await page(() => new Response("gone", { status: 404 }))).response.status).toBe(503);
  });

  test.each<[string, string]>([
    ["a:b", `Basic ${btoa("any:a:b")}`],
    ["a:b and more words", "Bearer a:b and more words"],
    ["a:b", `basic ${btoa(":a:b")}`],
  ])("opens to a token with colons or spaces: %s", async (secret, authorization) => {
    const token = secret.padEnd(16, "x");
    const sent = authorization.startsWith("Bearer")
      ? `Bearer ${token}`
      : `${authorization.split(" ")[0]} ${btoa(`${atob(authorization.split(" ")[1] ?? "")}${"x".repeat(16 - secret.length)}`)}`;
    const app = createApp(partsOf(staticEngine(async () => answerer)));
    const variables = environment({ ...(await recording()), INSIGHTS_TOKEN: token });
    const headers = { Authorization: sent };
    expect((await app.request("/insights/questions.json", { headers }, variables)).status).toBe(200);
    const refused = await app.request("/insights/questions.json", {}, variables);
    expect(refused.headers.get("WWW-Authenticate")).toBe('Basic realm="insights", charset="UTF-8"');
  });
});

describe("clusters of questions", () => {
  const cluster = (...questions: string[]) =>
    clusterQuestions(
      questions.map((question, index) => ({ question, times: 100 - index })),
      (question) => question.split(" ").filter(Boolean),
    ).map((found) => found.questions.map(({ question }) => question));

  test("hold what shares three fifths of its terms with the first, and no less", () => {
    // Of five and five terms three are shared: just enough.
    expect(cluster("a b c d e", "a b c x y")).toHaveLength(1);
    expect(cluster("a b c d e", "a b w x y")).toHaveLength(2);
    expect(cluster("a b c d e", "a b c w x y")).toHaveLength(2);
  });

  test("take a question into the first of those that it is like, however many there are", () => {
    expect(cluster("a b c", "d e f", "d e f a b c", "f e d")).toEqual([
      ["a b c", "d e f a b c"],
      ["d e f", "f e d"],
    ]);
  });

  test("compare twenty terms, and a term once however often it stands", () => {
    const twenty = Array.from({ length: 20 }, (_, index) => `t${index}`).join(" ");
    expect(cluster(twenty, `${twenty} u v w`)).toHaveLength(1);
    expect(cluster("a a a b", "a b")).toHaveLength(1);
    expect(cluster("a b", "a a a a a x y")).toHaveLength(2);
  });

  test("are ordered by how often their questions were asked together", () => {
    const asked = [
      { question: "one", times: 5 },
      { question: "two x y", times: 4 },
      { question: "two x", times: 3 },
    ];
    const clusters = clusterQuestions(asked, (question) => question.split(" "));
    expect(clusters.map(({ times }) => times)).toEqual([7, 5]);
  });
});
