import { describe, expect, test, vi } from "vitest";
import type { OpenAnswerer } from "../../src/worker/env.ts";
import { answerer, json, serve } from "./fixture.ts";
import { problemOf } from "./problems.ts";
import { expectNoWait } from "./time.ts";

/** Requests that an isolate answers at a time. */
const capacity = 64;

/** A service whose answers wait until they are let go. */
function held() {
  const { promise, resolve } = Promise.withResolvers<void>();
  const open: OpenAnswerer = async () => ({
    ...answerer,
    ask: async (request) => {
      await promise;
      return answerer.ask(request);
    },
  });
  return { fetch: serve({}, open), release: resolve };
}

describe("more requests than an isolate can answer in good time", () => {
  test("are turned away at once, and those underway are answered", async () => {
    const { fetch, release } = held();
    const underway = Array.from({ length: capacity }, (_, index) => fetch(`/api/ask?q=${index}`));
    const started = performance.now();
    const turnedAway = [
      await fetch("/api/ask?q=why"),
      await fetch("/api/ask", json({ question: "why" })),
      await fetch("/api/articles"),
      await fetch("/mcp", json({})),
    ];
    expectNoWait(started);
    for (const response of turnedAway) {
      expect(response.headers.get("Retry-After")).toBe("2");
      expect((await problemOf(response, 503)).detail).toMatch(/busy.*Try again/);
    }
    expect((await fetch("/healthz")).status).toBe(200);
    release();
    for (const response of await Promise.all(underway)) expect(response.status).toBe(200);
    expect((await fetch("/api/ask?q=why")).status).toBe(200);
  });

  test("are taken again once those that hang were given up", async () => {
    const { fetch } = held();
    const underway = Array.from({ length: capacity }, (_, index) => fetch(`/api/ask?q=${index}`));
    expect((await fetch("/api/articles")).status).toBe(503);
    for (const response of await Promise.all(underway)) await problemOf(response, 503);
    expect((await fetch("/api/articles")).status).toBe(200);
  });

  test("do not count when they are refused for what they are", async () => {
    const fetch = serve();
    for (let count = 0; count < 2 * capacity; count++) expect((await fetch("/api/ask")).status).toBe(400);
    expect((await fetch("/api/ask?q=why")).status).toBe(200);
  });

  test("are looked for every 100 ms while requests follow each other, and not at each of them", async () => {
    const wait = vi.spyOn(scheduler, "wait");
    const fetch = serve();
    const started = performance.now();
    while (performance.now() - started < 350) {
      expect((await fetch("/api/articles")).status).toBe(200);
    }
    expect(wait.mock.calls.length).toBeGreaterThanOrEqual(1);
    expect(wait.mock.calls.length).toBeLessThanOrEqual(3);
    wait.mockRestore();
  });

  test("are looked for by those that come during another, and by none that comes alone after a while", async () => {
    const fetch = serve();
    await fetch("/api/articles");
    await scheduler.wait(150);
    const wait = vi.spyOn(scheduler, "wait");
    expect((await fetch("/api/articles")).status).toBe(200);
    expect(wait).not.toHaveBeenCalled();
    const both = await Promise.all([fetch("/api/ask?q=why"), fetch("/api/ask?q=how")]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(wait).toHaveBeenCalledOnce();
    wait.mockRestore();
  });

  test("count as many as the questions of a batch", async () => {
    const { fetch, release } = held();
    const batch = json({ questions: Array(20).fill({ question: "why" }) });
    const underway = [1, 2, 3].map(() => fetch("/api/ask/batch", batch));
    await scheduler.wait(50);
    await problemOf(await fetch("/api/ask/batch", batch), 503);
    const single = [1, 2, 3, 4].map((index) => fetch(`/api/ask?q=${index}`));
    await scheduler.wait(50);
    await problemOf(await fetch("/api/ask?q=why"), 503);
    release();
    for (const response of await Promise.all([...underway, ...single])) expect(response.status).toBe(200);
    expect((await fetch("/api/ask/batch", batch)).status).toBe(200);
  });

  test.each(["/api/ask", "/api/ask/batch", "/api/feedback", "/mcp"])(
    "do not count while the rest of their body is awaited: %s",
    async (path) => {
      const fetch = serve();
      const half = () => {
        const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
        void writable.getWriter().write(new Uint8Array([0x7b]));
        return readable;
      };
      const unfinished = Array.from({ length: 2 * capacity }, () =>
        fetch(path, { ...json({}), body: half() }),
      );
      await scheduler.wait(50);
      for (let count = 0; count < 6; count++) expect((await fetch("/api/ask?q=why")).status).toBe(200);
      for (const response of await Promise.all(unfinished)) await problemOf(response, 408);
    },
  );
});
