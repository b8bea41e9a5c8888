import { describe, expect, test } from "vitest";
import { encodeSuggestions, suggestionFile } from "../../src/index/suggestions.ts";
import { originPlaceholder, problemSchema, suggestionListSchema } from "../../src/model/index.ts";
import { createApp } from "../../src/worker/app.ts";
import { staticEngine } from "../../src/worker/engines/engine.ts";
import { checkDescribed } from "./description.ts";
import { answerer, partsOf } from "./fixture.ts";

const bytes = encodeSuggestions([
  { kind: "question", text: "Why do bees dance?", title: "Bees", url: "/articles/bees/" },
  { kind: "title", text: "Bees", title: "Bees", url: "/articles/bees/" },
]);

const assets: Readonly<Record<string, BodyInit>> = {
  [`/${suggestionFile}`]: bytes,
  "/sitemap.xml": `<loc>${originPlaceholder}/articles/bees/</loc>`,
};

/** The service over what `served` gives, which may change between requests. */
function over(
  served: () => Readonly<Record<string, BodyInit>>,
  origin = "https://service.example",
): (path: string) => Promise<Response> {
  const fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const body = served()[new URL(input instanceof Request ? input.url : input).pathname];
    return body === undefined ? new Response(null, { status: 404 }) : new Response(body);
  };
  const unused = () => {
    throw new Error("Nothing is connected to.");
  };
  const app = createApp(partsOf(staticEngine(async () => answerer)));
  return async (path) => {
    const url = `${origin}${path}`;
    const response = await app.request(url, {}, { ASSETS: { fetch, connect: unused } });
    if (path.startsWith("/api/")) await checkDescribed("GET", url, response);
    return response;
  };
}

const get = over(() => assets);

describe("GET /api/suggest", () => {
  test("answers 503 while the suggestions cannot be read, and recovers", async () => {
    let served = {};
    const recovering = over(() => served);
    expect((await recovering("/api/suggest?q=bees")).status).toBe(503);
    served = assets;
    expect((await recovering("/api/suggest?q=bees")).status).toBe(200);
  });

  test("gives what the typed text could become", async () => {
    const response = await get("/api/suggest?q=bee&limit=1");
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=60");
    expect(suggestionListSchema.parse(await response.json()).suggestions).toHaveLength(1);
  });

  test("does not mind what narrows the questions of a widget", async () => {
    expect((await get("/api/suggest?q=bee&tag=docs&lang=en")).status).toBe(200);
  });

  test.each(["/api/suggest", "/api/suggest?q=a&limit=0", "/api/suggest?q=a&limit=21"])(
    "refuses %s",
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(400);
      expect(problemSchema.parse(await response.json()).errors).toHaveLength(1);
    },
  );
});

test("files that name addresses in full name a host with marks of replacements as it is", async () => {
  const asked = await over(() => assets, "https://a$&b.example")("/sitemap.xml");
  expect(await asked.text()).toBe("<loc>https://a$&b.example/articles/bees/</loc>");
});

test("files that name addresses in full keep their type", async () => {
  const typed = { ...assets, "/llms.txt": new Blob(["# Bees"], { type: "text/plain; charset=utf-8" }) };
  const get = over(() => typed);
  expect((await get("/llms.txt")).headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
  expect((await get("/sitemap.xml")).headers.get("X-Content-Type-Options")).toBe("nosniff");
});

test("files that name addresses in full name the origin they are asked at", async () => {
  const response = await get("/sitemap.xml");
  expect(await response.text()).toBe("<loc>https://service.example/articles/bees/</loc>");
  expect((await get("/robots.txt")).status).toBe(404);
});
