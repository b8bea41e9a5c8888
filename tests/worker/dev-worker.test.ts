import { afterEach, expect, test, vi } from "vitest";
import { createDevWorker, goesFirst, withDevScript } from "../../src/worker/dev-worker.ts";
import { environment } from "./fixture.ts";

afterEach(() => vi.restoreAllMocks());

test.each<[string, boolean | string[], boolean]>([
  ["/api/ask", ["/api/*", "/mcp"], true],
  ["/mcp", ["/api/*", "/mcp"], true],
  ["/mcp/x", ["/api/*", "/mcp"], false],
  ["/x/api/ask", ["/api/*"], false],
  ["/api/docs/a", ["/api/*", "!/api/docs/*"], false],
  ["/api/ask", ["/api/*", "!/api/docs/*"], true],
  ["/a.txt", ["/a.txt"], true],
  ["/abtxt", ["/a.txt"], false],
  ["/", true, true],
  ["/api/ask", false, false],
])("%s goes to the Worker first where %j does: %s", (path, first, expected) => {
  expect(goesFirst(path, first)).toBe(expected);
});

test("a page gets the script at its end, and nothing else does", async () => {
  const page = new Response("<p>é</p>", {
    status: 404,
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Length": "9", ETag: '"a"' },
  });
  const shown = withDevScript(page);
  expect(await shown.text()).toBe('<p>é</p><script src="/.footnote/dev.js" defer></script>');
  expect(shown.status).toBe(404);
  expect(shown.headers.get("ETag")).toBe('"a"');
  expect(shown.headers.has("Content-Length")).toBe(false);
  for (const other of [
    new Response("{}", { headers: { "Content-Type": "application/json" } }),
    new Response(null, { status: 304, headers: { "Content-Type": "text/html" } }),
    new Response("x"),
  ]) {
    expect(withDevScript(other)).toBe(other);
  }
});

test("paths of the Worker, files, what neither has, and what the builder serves", async () => {
  const asked = vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response("events"));
  const assets: Record<string, Response> = {
    "/": new Response("a page", { headers: { "Content-Type": "text/html" } }),
    "/gone": new Response("not found", { status: 404 }),
    "/d1/": new Response(null, { status: 404 }),
  };
  const worker = {
    fetch: async () => new Response("of the Worker"),
    scheduled: vi.fn(async () => undefined),
  };
  const env = environment({
    ASSETS: { fetch: async (input: Request) => assets[new URL(input.url).pathname] } as unknown as Fetcher,
  });
  const dev = createDevWorker(worker, { builder: "http://127.0.0.1:5", first: ["/api/*"] });
  const context = {} as ExecutionContext;
  const get = async (path: string) =>
    (await dev.fetch(new Request(`http://localhost:8787${path}`), env, context)).text();
  expect(await get("/api/ask")).toBe("of the Worker");
  expect(await get("/")).toBe('a page<script src="/.footnote/dev.js" defer></script>');
  expect(await get("/gone")).toBe("not found");
  expect(await get("/d1/")).toBe("of the Worker");
  expect(asked).not.toHaveBeenCalled();
  expect(await get("/.footnote/events")).toBe("events");
  expect(String(asked.mock.calls[0]?.[0])).toBe("http://127.0.0.1:5/.footnote/events");
  await dev.scheduled({} as ScheduledController, env);
  expect(worker.scheduled).toHaveBeenCalledOnce();
});
