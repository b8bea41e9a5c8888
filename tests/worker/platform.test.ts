/** What the service asks of whatever runs it, and does without where that has none of it. */
import type { Context } from "hono";
import { afterEach, expect, test, vi } from "vitest";
import { pause, server, waitUntil } from "../../src/worker/platform.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("work of a request is given to the platform, or goes on by itself", async () => {
  const given: unknown[] = [];
  const work = Promise.resolve();
  waitUntil({ executionCtx: { waitUntil: (one: unknown) => given.push(one) } } as unknown as Context, work);
  expect(given).toEqual([work]);
  const none = {
    get executionCtx() {
      throw new Error("This context has no ExecutionContext");
    },
  } as unknown as Context;
  expect(() => waitUntil(none, work)).not.toThrow();
  expect(server.waitUntil(work)).toBeUndefined();
});

test("a pause is the scheduler's where there is one", async () => {
  const waits: number[] = [];
  vi.stubGlobal("scheduler", {
    wait: async (milliseconds: number) => {
      waits.push(milliseconds);
    },
  });
  await pause();
  expect(waits).toEqual([0]);
});

test.each([
  ["none", undefined],
  ["one that does not wait", {}],
])("with %s it lets what waits have its turn", async (_, scheduler) => {
  vi.stubGlobal("scheduler", scheduler);
  let hadItsTurn = false;
  setTimeout(() => {
    hadItsTurn = true;
  }, 0);
  await pause();
  expect(hadItsTurn).toBe(true);
});
