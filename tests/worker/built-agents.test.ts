import * as built from "footnote:agents";
import { describe, expect, test, vi } from "vitest";
import { IndexUnavailableError } from "../../src/index/store.ts";
import { createApp } from "../../src/worker/app.ts";
import { staticEngine } from "../../src/worker/engines/engine.ts";
import type { OpenAnswerer } from "../../src/worker/env.ts";
import { answerer, environment, json, partsOf } from "./fixture.ts";
import { call, calls } from "./mcp-calls.ts";
import { problemOf } from "./problems.ts";

/** The service with the code for agents that the build bundles: what both know by class has to be the same class. */
function post(body: unknown, open: OpenAnswerer = async () => answerer, path = "/mcp") {
  const app = createApp({ ...partsOf(staticEngine(open)), agents: async () => built });
  return app.request(path, json(body), environment({}));
}

interface ToolAnswer {
  readonly result: { readonly isError?: boolean; readonly content: readonly { readonly text: string }[] };
}

describe("the code for agents, as it is built", () => {
  test("answers", async () => {
    expect(await (await post(call(1))).json()).toMatchObject({
      result: { structuredContent: { question: "Why 1?" } },
    });
  });

  test("refuses more messages than it takes for what they are", async () => {
    const { detail } = await problemOf(await post(calls(21)), 400);
    expect(detail).toContain("20 messages");
  });

  test("refuses what NLWeb sends wrong for what it is", async () => {
    const { errors } = await problemOf(await post({ query: 5 }, undefined, "/ask"), 400);
    expect(errors?.map(({ field }) => field)).toEqual(["query"]);
  });

  test("says that no passage has an id, and logs nothing", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { result } = await (await post(call(1, "read_passage", { id: "bees:99" }))).json<ToolAnswer>();
    expect(result).toMatchObject({ isError: true });
    expect(result.content[0]?.text).toContain("bees:99");
    expect(log).not.toHaveBeenCalled();
    log.mockRestore();
  });

  test("says that the index cannot be read", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const failing = { ...answerer, ask: () => Promise.reject(new IndexUnavailableError("gone")) };
    const { result } = await (await post(call(1), async () => failing)).json<ToolAnswer>();
    expect(result).toMatchObject({ isError: true });
    expect(result.content[0]?.text).toContain("The index cannot be read");
    log.mockRestore();
  });

  test("logs no failure for questions that come after their deadline", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const slow = {
      ...answerer,
      ask: async (request: Parameters<typeof answerer.ask>[0]) => {
        await new Promise((done) => setTimeout(done, 1_000));
        return answerer.ask(request);
      },
    };
    await problemOf(await post(calls(4), async () => slow), 503);
    await new Promise((over) => setTimeout(over, 1_000));
    expect(log).not.toHaveBeenCalled();
    log.mockRestore();
  });
});
