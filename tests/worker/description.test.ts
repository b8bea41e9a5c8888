import { describe, expect, test } from "vitest";
import { describeApi } from "../../src/api/openapi.ts";
import { routes } from "../../src/api/routes.ts";
import { createApp } from "../../src/worker/app.ts";
import { staticEngine } from "../../src/worker/engines/engine.ts";
import { originFiles } from "../../src/worker/routes/origin-files.ts";
import { checkDescribed } from "./description.ts";
import { answerer, partsOf, serve } from "./fixture.ts";
import { problemOf, wrongFields } from "./problems.ts";

/** Pages and files of the site that come from the Worker, and what another protocol describes, are no part of the API. */
const others: ReadonlySet<string> = new Set([...originFiles, "/ask", "/insights"]);
const isOther = (path: string): boolean =>
  others.has(path) || /^\/(?:insights|mcp|\.well-known\/mcp)(?:\/|$)/.test(path);

describe("the routes of the service", () => {
  test("are those of the description", () => {
    const served = createApp(partsOf(staticEngine(async () => answerer)))
      .routes.filter(({ method, path }) => method !== "ALL" && !isOther(path))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(\{[^}]*\})?/g, "{$1}")}`);
    expect(new Set(served)).toEqual(new Set(Object.values(routes).map((route) => route.join(" "))));
  });

  test.each(["/api/ask/?q=why", "/api/articles/", "/api/articles/bees/", "/healthz/"])(
    "have no slash at the end: %s",
    async (path) => {
      await problemOf(await serve()(path), 404);
    },
  );

  test.each(["/api/articles/bees?lang=en", "/api/passages/bees:1?x=", "/healthz?probe=1"])(
    "take no unknown parameter: %s",
    async (path) => {
      const { status } = await serve()(path);
      expect(status).toBe(path.endsWith("=") ? 200 : 400);
    },
  );

  test("that post take none in the address", async () => {
    const init = {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ question: "why" }),
    };
    expect(await wrongFields(await serve()("/api/ask?q=why", init))).toEqual(["q"]);
  });
});

describe("a response that is not described", () => {
  const json = (body: unknown, status = 200, type = "application/json") =>
    new Response(JSON.stringify(body), { status, headers: { "Content-Type": type } });
  const health = {
    status: "ok",
    index: { version: "1", articles: 1, passages: 1 },
    languages: ["en"],
  };

  test("is one with another shape, status or type", async () => {
    await checkDescribed("GET", "/healthz", json(health));
    const wrong = [
      json({ ...health, status: "well" }),
      json({ ...health, secret: 1 }),
      json({ ...health, index: { ...health.index, articles: "1" } }),
      json(health, 201),
      json(health, 404),
      json(health, 500, "application/problem+json"),
      json(health, 200, "text/plain"),
    ];
    for (const response of wrong) {
      await expect(checkDescribed("GET", "/healthz", response)).rejects.toThrow("described");
    }
  });

  test("is a page of articles in which one lacks its title, however deep the schema", async () => {
    const list = await (await serve()("/api/articles")).json<{ articles: { title?: string }[] }>();
    await checkDescribed("GET", "/api/articles", json(list));
    delete list.articles[2]?.title;
    await expect(checkDescribed("GET", "/api/articles", json(list))).rejects.toThrow("title");
  });
});

test("the description is the same each time", () => {
  expect(describeApi("1.2.3")).toEqual(describeApi("1.2.3"));
});
