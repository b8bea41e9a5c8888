import { createScheduledController, env } from "cloudflare:test";
import { describe, expect, test, vi } from "vitest";
import { createWorker } from "../../src/worker/create-worker.ts";
import { staticEngine } from "../../src/worker/engines/engine.ts";
import { clusterQuestions } from "../../src/worker/insights/cluster-questions.ts";
import type { Report } from "../../src/worker/insights/report.ts";
import { toCsv } from "../../src/worker/insights/report.ts";
import { json, openNothing, partsOf, serve } from "./fixture.ts";
import { asOwner, recorded, recording, serveRecording, token } from "./insights.ts";
import { problemOf } from "./problems.ts";

const paths = ["/insights", "/insights/report.json", "/insights/questions.json", "/insights/questions.csv"];

describe("a token", () => {
  test.each(["", "x", token.slice(0, -1), `${token}x`, token.replace(/^./, "X"), token])(
    "is compared as a hash, whatever its length and wherever it differs: %s",
    async (given) => {
      const fetch = await serveRecording();
      const digest = vi.spyOn(crypto.subtle, "digest");
      await fetch("/insights/questions.json", {
        headers: { Authorization: `Basic ${btoa(`owner:${given}`)}` },
      });
      const hashed = digest.mock.calls.map(([, bytes]) => new TextDecoder().decode(bytes as Uint8Array));
      digest.mockRestore();
      expect(hashed.filter((text) => text === given || text === token).toSorted()).toEqual(
        [given, token].toSorted(),
      );
    },
  );
});

describe("without the token", () => {
  test.each(paths)("%s is 401 and leaks nothing", async (path) => {
    const fetch = await serveRecording();
    await fetch("/api/ask?q=secret+question");
    await recorded(1);
    const wrong = [
      {},
      { Authorization: "Bearer" },
      { Authorization: `Bearer ${token}x` },
      { Authorization: `Bearer ${token.slice(1)}` },
      { Authorization: `Basic ${btoa(`owner:${token}x`)}` },
      { Authorization: "Basic %%%" },
      { Authorization: token },
      { Cookie: `token=${token}` },
    ];
    for (const headers of wrong) {
      const response = await fetch(path, { headers });
      expect(response.headers.get("WWW-Authenticate")).toMatch(/^Basic /);
      const problem = await problemOf(response, 401);
      expect(JSON.stringify(problem)).not.toMatch(/secret|bees/);
    }
    expect((await fetch(`${path}?token=${encodeURIComponent(token)}`)).status).toBe(401);
  });

  test.each(["Digest", "Token", "Negotiate", "Bearerx", "xBasic", ""])(
    "the token is taken by no other scheme: %s",
    async (scheme) => {
      const fetch = await serveRecording();
      for (const credentials of [token, btoa(`owner:${token}`)]) {
        const headers = { Authorization: `${scheme} ${credentials}` };
        await problemOf(await fetch("/insights/report.json", { headers }), 401);
      }
    },
  );

  test("a token that differs in any one character is refused", async () => {
    const fetch = await serveRecording();
    for (let place = 0; place < token.length; place++) {
      const other = `${token.slice(0, place)}${token.charAt(place) === "x" ? "y" : "x"}${token.slice(place + 1)}`;
      const headers = { Authorization: `Bearer ${other}` };
      expect((await fetch("/insights/report.json", { headers })).status).toBe(401);
    }
  });

  test.each(paths)("%s is the same where nothing is recorded", async (path) => {
    await problemOf(await serve()(path, asOwner), 401);
  });
});

describe("with the token", () => {
  test.each(paths)("%s is kept by no cache", async (path) => {
    const fetch = await serveRecording();
    const response = await fetch(path, asOwner);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
  });

  test.each(["bearer", "BEARER", "Bearer"])("the scheme may be written %s", async (scheme) => {
    const fetch = await serveRecording();
    const headers = { Authorization: `${scheme} ${token}` };
    expect((await fetch("/insights/report.json", { headers })).status).toBe(200);
  });
});

async function seeded() {
  const fetch = await serveRecording();
  const ask = async (question: string) =>
    (await fetch("/api/ask", json({ question, limit: 1 }))).headers.get("Footnote-Answer-Id") ?? "";
  const questions = [
    "How do I export my data?",
    "export data how",
    "How can I export the data",
    "Which colours do wasps like?",
  ];
  const ids: string[] = [];
  for (const question of questions) ids.push(await ask(question));
  await recorded(questions.length);
  await fetch("/api/feedback", json({ answer: ids[3], helpful: false }));
  await fetch("/api/feedback", json({ answer: ids[0], helpful: true }));
  return fetch;
}

describe("the owner", () => {
  test.each([asOwner, { headers: { Authorization: `Basic ${btoa(`any:${token}`)}` } }])(
    "reads a report: %j",
    async (init) => {
      const fetch = await seeded();
      const response = await fetch("/insights/report.json?days=7", init);
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      const report = await response.json<Report>();
      expect(report.daily).toEqual([{ day: new Date().toISOString().slice(0, 10), asked: 4, answered: 0 }]);
      expect(report.channels).toEqual([{ channel: "http", asked: 4 }]);
      expect(report.unanswered.map(({ times }) => times)).toEqual([3, 1]);
      expect(report.unanswered[0]?.questions.map(({ question }) => question)).toContain("export data how");
      expect(report.worst).toEqual([{ question: "Which colours do wasps like?", up: 0, down: 1 }]);
      expect(report.neverCited).toEqual([
        { id: "guide/100% café?", title: "Café", url: "/articles/guide/100% café?/" },
        { id: "guide/writing", title: "Writing", url: "/articles/guide/writing/" },
      ]);
    },
  );

  test("exports questions as JSON and CSV", async () => {
    const fetch = await seeded();
    const rows = await (await fetch("/insights/questions.json", asOwner)).json<Record<string, unknown>[]>();
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({ channel: "http", answered: 0, confidence: 0.25 });
    const response = await fetch("/insights/questions.csv?days=1", asOwner);
    expect(response.headers.get("Content-Disposition")).toContain("attachment");
    const lines = (await response.text()).trimEnd().split("\r\n");
    expect(lines[0]).toBe("asked,channel,question,answered,confidence,latency,country,helpful");
    expect(lines).toHaveLength(5);
  });

  test.each(["days=0", "days=3651", "days=x", "from=1"])("is refused %s", async (query) => {
    await problemOf(await (await serveRecording())(`/insights/report.json?${query}`, asOwner), 400);
  });
});

describe("retention", () => {
  test("deletes what is older, and its votes, once a day", async () => {
    const fetch = await seeded();
    const day = 24 * 60 * 60 * 1000;
    await env.INSIGHTS.prepare("UPDATE questions SET asked = ? WHERE question LIKE 'Which%'")
      .bind(Date.now() - 31 * day)
      .run();
    const variables = { ...env, ...(await recording()) };
    const controller = createScheduledController({ scheduledTime: new Date(), cron: "17 3 * * *" });
    await createWorker(partsOf(staticEngine(openNothing))).scheduled(controller, variables);
    expect((await recorded(3)).map(({ question }) => question)).not.toContain("Which colours do wasps like?");
    const { results } = await env.INSIGHTS.prepare("SELECT helpful FROM votes").all();
    expect(results).toEqual([{ helpful: 1 }]);
    expect((await fetch("/insights/questions.json", asOwner)).status).toBe(200);
  });
});

test("questions are grouped by the terms they share", () => {
  const asked = ["a b c", "a b c d", "x y", "b c a", "x z", "", ""].map((question, index) => ({
    question,
    times: 10 - index,
  }));
  const groups = clusterQuestions(asked, (question) => question.split(" ").filter(Boolean));
  expect(groups.map(({ questions }) => questions.map(({ question }) => question))).toEqual([
    ["a b c", "a b c d", "b c a"],
    ["x y"],
    ["x z"],
    [""],
    [""],
  ]);
  expect(groups[0]?.times).toBe(26);
});

test("CSV is quoted, and no cell is a formula", () => {
  const rows = [
    { question: '=HYPERLINK("https://evil.example")', times: -1 },
    { question: "+1", times: null },
    { question: 'two\n"lines"', times: 2 },
    { question: "@SUM(1,2)" },
  ];
  expect(toCsv(["question", "times"], rows)).toBe(
    'question,times\r\n"\'=HYPERLINK(""https://evil.example"")",-1\r\n\'+1,\r\n"two\n""lines""",2\r\n"\'@SUM(1,2)",\r\n',
  );
});

test("alike questions are found among long ones of strangers in bounded work", () => {
  let state = 1;
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  const asked = Array.from({ length: 500 }, () => ({
    question: Array.from({ length: 500 }, () => String.fromCodePoint(0x4e00 + (random() % 20_000))).join(""),
    times: 1,
  }));
  let characters = 0;
  const clusters = clusterQuestions(asked, (question) => {
    characters += question.length;
    return question;
  });
  expect(clusters).toHaveLength(500);
  expect(characters).toBeLessThanOrEqual(500 * 120);
});

test.each(paths)("%s is for this site alone", async (path) => {
  const fetch = await serveRecording();
  for (const headers of [{}, asOwner.headers]) {
    const response = await fetch(path, { headers: { ...headers, Origin: "https://elsewhere.example" } });
    expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
    expect(response.headers.get("Cross-Origin-Resource-Policy")).not.toBe("cross-origin");
  }
});
