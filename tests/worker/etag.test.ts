import { Hono } from "hono/tiny";
import { describe, expect, test } from "vitest";
import type { AppEnv, OpenAnswerer } from "../../src/worker/env.ts";
import { respondWithETag } from "../../src/worker/http/etag.ts";
import { answerer, environment, serve } from "./fixture.ts";

const tagOf = async (path: string, fetch = serve()): Promise<string> =>
  (await fetch(path)).headers.get("ETag") ?? "";

const deployed = (id: string) => ({ VERSION: { id, tag: "", timestamp: "2026-11-24T00:00:00Z" } });

const paths = [
  "/api/ask?q=Why+do+bees+dance%3F",
  "/api/articles?limit=2",
  "/api/articles/bees",
  "/api/passages/bees:1",
];

describe("an entity tag", () => {
  test.each(paths)("is strong and stays the same: %s", async (path) => {
    expect(await tagOf(path)).toMatch(/^"[0-9a-f]{32}"$/);
    expect(await tagOf(path)).toBe(await tagOf(path));
  });

  test("is that of the normalised question", async () => {
    const tag = await tagOf("/api/ask?q=caf%C3%A9&limit=5");
    expect(await tagOf("/api/ask?q=++cafe%CC%81+&tag=")).toBe(tag);
  });

  test("differs with every part of the request", async () => {
    const queries = ["q=a", "q=b", "q=a&limit=4", "q=a&tag=b", "q=a&article=b", "q=a&lang=en", "q=a&lang=fr"];
    const tags = await Promise.all(queries.map((query) => tagOf(`/api/ask?${query}`)));
    expect(new Set(tags).size).toBe(queries.length);
  });

  test("differs with every part of a list of articles", async () => {
    const queries = ["", "?limit=2", "?offset=1", "?tag=guide", "?lang=fr", "?tag=guide&lang=fr"];
    const tags = await Promise.all(queries.map((query) => tagOf(`/api/articles${query}`)));
    expect(new Set(tags).size).toBe(queries.length);
  });

  test.each(paths)("differs after a build of other articles: %s", async (path) => {
    const info = { ...answerer.store.info, version: "0a".repeat(32) };
    const store = Object.create(answerer.store, { info: { value: info } });
    const rebuilt = serve({}, async () => ({ ...answerer, store }));
    expect(await tagOf(path, rebuilt)).not.toBe(await tagOf(path));
  });

  test.each(paths)("differs after a deploy of another version: %s", async (path) => {
    expect(await tagOf(path, serve(deployed("b")))).not.toBe(await tagOf(path, serve(deployed("a"))));
  });
});

describe("If-None-Match", () => {
  const fetchWith = (path: string, condition: string, method = "GET") =>
    serve()(path, { method, headers: { "If-None-Match": condition } });

  test.each(paths)("gives 304 for what the client has: %s", async (path) => {
    const tag = await tagOf(path);
    for (const condition of [tag, `W/${tag}`, `"0", ${tag}`, "*"]) {
      for (const method of ["GET", "HEAD"]) {
        const response = await fetchWith(path, condition, method);
        expect(response.status).toBe(304);
        expect(response.headers.get("ETag")).toBe(tag);
        expect(response.headers.get("Cache-Control")).toBe("public, no-cache");
        expect(await response.text()).toBe("");
      }
    }
  });

  test.each(paths)("gives the whole response for anything else: %s", async (path) => {
    const tag = await tagOf(path);
    for (const condition of ['"0"', tag.slice(1, -1), tag.toUpperCase(), ""]) {
      expect((await fetchWith(path, condition)).status).toBe(200);
    }
  });

  test("spares the answerer", async () => {
    let asked = 0;
    const counting = serve({}, async () => ({
      ...answerer,
      ask: (request) => {
        asked += 1;
        return answerer.ask(request);
      },
    }));
    const tag = await tagOf("/api/ask?q=why", counting);
    await counting("/api/ask?q=why", { headers: { "If-None-Match": tag } });
    expect(asked).toBe(1);
  });

  test("does not make a missing article exist", async () => {
    expect((await fetchWith("/api/articles/wasps", "*")).status).toBe(404);
    expect((await fetchWith("/api/passages/wasps:1", "*")).status).toBe(404);
  });
});

describe("a response that is asked for again", () => {
  test("comes from memory, the same to the byte, unless it is another", async () => {
    let asked = 0;
    const open: OpenAnswerer = async () => ({
      ...answerer,
      ask: async (request) => {
        asked += 1;
        return answerer.ask(request);
      },
    });
    const fetch = serve({}, open);
    const first = await fetch("/api/ask?q=why");
    const second = await fetch("/api/ask?q=+why+");
    expect(asked).toBe(1);
    expect(await second.text()).toBe(await first.text());
    expect(second.headers.get("ETag")).toBe(first.headers.get("ETag"));
    expect(second.headers.get("Content-Type")).toBe("application/json");
    await fetch("/api/ask?q=why&limit=1");
    expect(asked).toBe(2);
  });

  test("is made again when it was too long to be kept", async () => {
    let asked = 0;
    const open: OpenAnswerer = async () => ({
      ...answerer,
      ask: async (request) => {
        asked += 1;
        const answer = await answerer.ask(request);
        const [hit] = answer.passages;
        return { ...answer, passages: hit ? [{ ...hit, text: "x".repeat(130 * 1024) }] : [] };
      },
    });
    const fetch = serve({}, open);
    for (const _ of [1, 2]) expect((await fetch("/api/ask?q=why")).status).toBe(200);
    expect(asked).toBe(2);
  });

  test("is sent as it is where it is a text", async () => {
    const app = new Hono<AppEnv>().get("/", (context) =>
      respondWithETag(context, { index: "1", request: "a", type: "text/plain", make: () => 'a "text"' }),
    );
    const response = await app.request("/", {}, environment({}));
    expect(await response.text()).toBe('a "text"');
    expect(response.headers.get("Content-Type")).toBe("text/plain");
  });
});
