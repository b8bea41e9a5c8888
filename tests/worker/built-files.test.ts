import { expect, test } from "vitest";
import { createApp } from "../../src/worker/app.ts";
import { staticEngine } from "../../src/worker/engines/engine.ts";
import { answerer, environment, partsOf } from "./fixture.ts";

/** The files that are read for a path of the service. */
async function read(path: string, headers: Record<string, string> = {}): Promise<string[]> {
  const asked: string[] = [];
  const assets = {
    async fetch(input: RequestInfo | URL): Promise<Response> {
      asked.push(new URL(input instanceof Request ? input.url : input).pathname);
      return new Response("a page");
    },
  };
  const parts = { ...partsOf(staticEngine(async () => answerer)), servesFiles: true };
  const app = createApp(parts);
  const variables = environment({ ASSETS: assets as unknown as Fetcher });
  const response = await app.request(path, { headers }, variables);
  expect(response.status).toBe(200);
  return asked;
}

test.each([
  ["/articles/cafe%CC%81/", "/articles/caf%C3%A9/"],
  ["/articles/cafe%CC%81/a%20b+c/", "/articles/caf%C3%A9/a%20b+c/"],
  ["/articles/caf%C3%A9/", "/articles/caf%C3%A9/"],
  ["/articles/100%25/", "/articles/100%25/"],
  ["/articles/%E0/", "/articles/%E0/"],
])("the file of a page is read by its name in NFC, however its address is sent: %s", async (path, file) => {
  expect(await read(path)).toEqual([file]);
});

test("who would rather have Markdown gets it in place of an article's page", async () => {
  expect(await read("/articles/bees/", { Accept: "text/markdown" })).toEqual(["/articles/bees/index.md"]);
  expect(await read("/articles/bees/", { Accept: "text/html" })).toEqual(["/articles/bees/"]);
});
