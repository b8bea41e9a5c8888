import { describe, expect, test, vi } from "vitest";
import { createApp } from "../../src/worker/app.ts";
import { staticEngine } from "../../src/worker/engines/engine.ts";
import type { Env, OpenAnswerer } from "../../src/worker/env.ts";
import { answerer, articles, environment, json, partsOf } from "./fixture.ts";
import { call, calls } from "./mcp-calls.ts";
import { problemOf } from "./problems.ts";

function agentFetch(open: OpenAnswerer = async () => answerer, variables: Partial<Env> = {}) {
  const app = createApp(partsOf(staticEngine(open)));
  return async (body: unknown) => app.request("/mcp", json(body), environment(variables));
}

describe("a request to /mcp with several messages", () => {
  test("is answered whole", async () => {
    const answers = await (await agentFetch()(calls(3))).json<{ id: number; result: unknown }[]>();
    expect(answers.map(({ id }) => id).sort()).toEqual([0, 1, 2]);
    for (const { id, result } of answers) {
      expect(result).toMatchObject({ structuredContent: { question: `Why ${id}?` } });
    }
  });

  test("pays for each of them, like a batch of questions", async () => {
    const counted: string[] = [];
    const RATE_LIMIT: RateLimit = {
      limit: async ({ key }) => ({ success: counted.push(key) <= 5 }),
    };
    const fetch = agentFetch(undefined, { RATE_LIMIT });
    expect((await fetch(calls(4))).status).toBe(200);
    expect(counted).toHaveLength(4);
    await problemOf(await fetch(calls(4)), 429);
  });

  test("takes as many places as it has messages", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const fetch = agentFetch(async () => ({
      ...answerer,
      ask: async (request) => {
        await promise;
        return answerer.ask(request);
      },
    }));
    const underway = [20, 20, 20].map((count) => fetch(calls(count)));
    await problemOf(await fetch(calls(20)), 503);
    const last = fetch(calls(4));
    resolve();
    for (const response of await Promise.all([...underway, last])) expect(response.status).toBe(200);
  });

  test("has twenty at most", async () => {
    expect((await agentFetch()(calls(20))).status).toBe(200);
    const { detail } = await problemOf(await agentFetch()(calls(21)), 400);
    expect(detail).toContain("20 messages");
  });

  test("has its questions answered one after the other, with pauses, and none after its deadline", async () => {
    const begun: number[] = [];
    let underway = 0;
    let most = 0;
    const pauses = vi.spyOn(scheduler, "wait");
    const fetch = agentFetch(async () => ({
      ...answerer,
      ask: async (request) => {
        begun.push(begun.length);
        most = Math.max(most, ++underway);
        await new Promise((done) => setTimeout(done, 400));
        underway -= 1;
        return answerer.ask(request);
      },
    }));
    await problemOf(await fetch(calls(8)), 503);
    const done = begun.length;
    expect(most).toBe(1);
    expect(done).toBeLessThan(8);
    expect(pauses.mock.calls.length).toBeGreaterThanOrEqual(done - 1);
    await new Promise((over) => setTimeout(over, 600));
    expect(begun).toHaveLength(done);
    pauses.mockRestore();
  });

  test("in which one question fails has the others answered", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const fetch = agentFetch(async () => ({
      ...answerer,
      ask: async (request) => {
        if (request.question === "Why 1?") throw new TypeError("secret");
        return answerer.ask(request);
      },
    }));
    const text = await (await fetch(calls(3))).text();
    const results = JSON.parse(text) as { id: number; result: { isError?: boolean } }[];
    expect(results.filter(({ result }) => result.isError === true).map(({ id }) => id)).toEqual([1]);
    expect(text).not.toContain("secret");
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});

describe("what an agent reads", () => {
  const read = async (uri: string) =>
    (await agentFetch()({ jsonrpc: "2.0", id: 1, method: "resources/read", params: { uri } })).json<
      Record<string, unknown>
    >();
  const cafe = "footnote://articles/guide/100%25%20caf";

  test("has the same address in any form of Unicode", async () => {
    const text = articles.find(({ lang }) => lang === "fr")?.text;
    for (const form of ["%C3%A9%3F", "e%CC%81%3F"]) {
      expect(await read(`${cafe}${form}`)).toMatchObject({ result: { contents: [{ text }] } });
    }
    const passage = await agentFetch()(call(1, "read_passage", { id: "guide/100% cafe\u0301?:0" }));
    expect(await passage.json()).toMatchObject({ result: { structuredContent: { text } } });
  });

  test.each(["%E0%A4", "%", "%ED%A0%80", "%C0%AF", "..%2F..%2Fbees", "__proto__"])(
    "is not there, and nothing failed, at %s",
    async (id) => {
      const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
      expect(await read(`footnote://articles/${id}`)).toMatchObject({
        error: { code: -32602, message: "No article has this address." },
      });
      expect(log).not.toHaveBeenCalled();
      log.mockRestore();
    },
  );
});
