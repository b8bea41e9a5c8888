import { Hono } from "hono/tiny";
import { describe, expect, test, vi } from "vitest";
import { createApp } from "../../src/worker/app.ts";
import { staticEngine } from "../../src/worker/engines/engine.ts";
import type { AppEnv } from "../../src/worker/env.ts";
import { clientKey } from "../../src/worker/middleware/rate-limit.ts";
import { answerer, environment, json, partsOf, serve } from "./fixture.ts";
import { problemOf } from "./problems.ts";

/** Admits `limit` units for each key, and remembers the keys. */
function limiter(limit: number) {
  const counts = new Map<string, number>();
  const binding: RateLimit = {
    limit: async ({ key }) => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return { success: (counts.get(key) ?? 0) <= limit };
    },
  };
  return { binding, counts };
}

const from = (address: string, init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { ...init.headers, "CF-Connecting-IP": address },
});

describe("a client that asks too often", () => {
  test("gets 429 and is told when to come back; others are served", async () => {
    const fetch = serve({ RATE_LIMIT: limiter(2).binding });
    for (const path of ["/api/ask?q=why", "/api/articles"]) {
      expect((await fetch(path, from("192.0.2.1"))).status).toBe(200);
    }
    const response = await fetch("/api/passages/bees:1", from("192.0.2.1"));
    expect(response.headers.get("Retry-After")).toBe("60");
    await problemOf(response, 429);
    await problemOf(await fetch("/mcp", from("192.0.2.1", json({}))), 429);
    expect((await fetch("/api/ask?q=why", from("192.0.2.2"))).status).toBe(200);
    expect((await fetch("/healthz", from("192.0.2.1"))).status).toBe(200);
  });

  test.each(["/insights", "/insights/report.json", "/insights/questions.json", "/insights/questions.csv"])(
    "cannot try tokens for ever: %s",
    async (path) => {
      const fetch = serve({ RATE_LIMIT: limiter(2).binding });
      await problemOf(await fetch(path, from("192.0.2.1")), 401);
      await problemOf(await fetch(path, from("192.0.2.1")), 401);
      await problemOf(await fetch(path, from("192.0.2.1")), 429);
    },
  );

  test("has its suggestions counted apart from its questions", async () => {
    const { binding, counts } = limiter(1);
    const fetch = serve({ RATE_LIMIT: binding });
    expect((await fetch("/api/suggest?q=wh", from("192.0.2.1"))).status).not.toBe(429);
    expect((await fetch("/api/ask?q=why", from("192.0.2.1"))).status).toBe(200);
    await problemOf(await fetch("/api/suggest?q=why", from("192.0.2.1")), 429);
    expect(counts.get("192.0.2.1")).toBe(1);
    // Others have theirs.
    expect((await fetch("/api/suggest?q=wh", from("192.0.2.2"))).status).not.toBe(429);
    expect([...counts.keys()].sort()).toEqual(["192.0.2.1", "192.0.2.1 suggest", "192.0.2.2 suggest"]);
  });

  test("has them counted apart below a path too", async () => {
    const { binding, counts } = limiter(9);
    const app = new Hono<AppEnv>().route(
      "/help",
      createApp({ ...partsOf(staticEngine(async () => answerer)), base: "/help" }),
    );
    for (const path of ["/help/api/ask?q=why", "/help/api/suggest?q=why"]) {
      await app.request(path, from("192.0.2.1"), environment({ RATE_LIMIT: binding }));
    }
    expect([...counts.keys()].sort()).toEqual(["192.0.2.1", "192.0.2.1 suggest"]);
  });

  test("pays for each question of a batch", async () => {
    const { binding, counts } = limiter(5);
    const fetch = serve({ RATE_LIMIT: binding });
    const questions = (length: number) => json({ questions: Array(length).fill({ question: "why" }) });
    expect((await fetch("/api/ask/batch", from("192.0.2.1", questions(3)))).status).toBe(200);
    expect(counts.get("192.0.2.1")).toBe(3);
    await problemOf(await fetch("/api/ask/batch", from("192.0.2.1", questions(3))), 429);
  });

  test("does not escape by the addresses of its own network", async () => {
    const fetch = serve({ RATE_LIMIT: limiter(1).binding });
    expect((await fetch("/api/articles", from("2001:db8:1:2::a"))).status).toBe(200);
    await problemOf(await fetch("/api/articles", from("2001:db8:1:2:ffff::b")), 429);
    expect((await fetch("/api/articles", from("2001:db8:1:3::a"))).status).toBe(200);
  });

  test("is the platform's to count", async () => {
    const { env } = await import("cloudflare:test");
    const fetch = serve({ ...(env.RATE_LIMIT && { RATE_LIMIT: env.RATE_LIMIT }) });
    const statuses: number[] = [];
    // Twice the limit and more: a period may end in the middle.
    while (statuses.length < 620 && statuses.at(-1) !== 429) {
      statuses.push((await fetch("/api/articles/bees", from("192.0.2.9"))).status);
    }
    expect(statuses.length).toBeGreaterThan(200);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("the policy", () => {
  const policy = '"client";q=2;w=10';
  const limited = (limit: number) => serve({ RATE_LIMIT: limiter(limit).binding, RATE_LIMIT_POLICY: "2/10" });

  test("is told with every response that is counted, whatever its status, and nothing of what is left", async () => {
    const fetch = limited(20);
    const { headers } = await fetch("/api/ask?q=why");
    const again = { headers: { "If-None-Match": headers.get("ETag") ?? "" } };
    const responses = [
      await fetch("/api/ask?q=why", again),
      await fetch("/api/ask"),
      await fetch("/api/articles/wasps"),
      await fetch("/api/ask", json({ question: "why" })),
      await fetch("/mcp", json({})),
    ];
    expect(responses.map(({ status }) => status)).toEqual([304, 400, 404, 200, 400]);
    for (const response of [{ headers }, ...responses]) {
      expect(response.headers.get("RateLimit-Policy")).toBe(policy);
      expect(response.headers.has("RateLimit")).toBe(false);
    }
  });

  test("is told with a refusal, with what is left and the seconds to wait", async () => {
    const fetch = limited(1);
    await fetch("/api/ask?q=why");
    const single = await fetch("/api/ask?q=why");
    const questions = [{ question: "why" }, { question: "how" }];
    const batch = await limited(1)("/api/ask/batch", json({ questions }));
    for (const response of [single, batch]) {
      expect(response.headers.get("RateLimit-Policy")).toBe(policy);
      expect(response.headers.get("RateLimit")).toBe('"client";r=0');
      expect(response.headers.get("Retry-After")).toBe("10");
      expect((await problemOf(response, 429)).detail).toContain("10 seconds");
    }
  });

  test("is not told where nothing is counted", async () => {
    const counted = serve({ RATE_LIMIT: limiter(9).binding });
    const stated = serve({ RATE_LIMIT_POLICY: "2/10" });
    const uncounted = await limited(9)("/healthz");
    for (const { headers } of [await counted("/api/ask?q=why"), await stated("/api/ask?q=why"), uncounted]) {
      expect(headers.has("RateLimit-Policy")).toBe(false);
    }
  });
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:0db8:0001:0002:0003:4:5:6", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["fe80::", "fe80:0:0:0"],
  ["1:2:3::4:5:6:7", "1:2:3:0"],
  ["1:2::3:4:5:6:7", "1:2:0:3"],
])("%s is counted as %s", (address, key) => {
  expect(clientKey(address)).toBe(key);
});

test.each([
  [new TypeError("unreachable"), "TypeError"],
  ["unreachable", "unknown"],
])("a limiter that fails lets requests pass, and is logged by its name: %s", async (reason, name) => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const failing: RateLimit = { limit: () => Promise.reject(reason) };
  expect((await serve({ RATE_LIMIT: failing })("/api/ask?q=why")).status).toBe(200);
  expect(log.mock.calls.map(([line]) => JSON.parse(String(line)))).toEqual([
    { level: "error", path: "/api/ask", error: name },
  ]);
  log.mockRestore();
});
