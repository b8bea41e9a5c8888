import { afterEach, expect, test, vi } from "vitest";
import { createApp } from "../../src/worker/app.ts";
import { staticEngine } from "../../src/worker/engines/engine.ts";
import { logRequest } from "../../src/worker/middleware/log-request.ts";
import { answerer, environment, json, partsOf } from "./fixture.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

test.each<[string, RequestInit, { method: string; route: string; status: number }]>([
  ["/api/ask?q=my+secret", {}, { method: "GET", route: "/api/ask", status: 200 }],
  ["/api/ask", json({ question: "my secret" }), { method: "POST", route: "/api/ask", status: 200 }],
  ["/api/articles/secret", {}, { method: "GET", route: "/api/articles/:id{[\\s\\S]+}", status: 404 }],
  ["/my/secret", {}, { method: "GET", route: "/*", status: 404 }],
  ["/api/ask/my secret/", {}, { method: "GET", route: "/api/*", status: 404 }],
])("a request for %s is logged in one line, without what the reader typed", async (path, init, entry) => {
  const log = vi.spyOn(console, "info").mockImplementation(() => undefined);
  const app = createApp(partsOf(staticEngine(async () => answerer)), logRequest);
  const started = performance.now();
  await app.request(path, init, environment({}));
  const lines = log.mock.calls.map(([line]) => String(line));
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain("secret");
  expect(JSON.parse(lines[0] ?? "")).toEqual({
    level: "info",
    ...entry,
    milliseconds: expect.any(Number),
  });
  expect(JSON.parse(lines[0] ?? "").milliseconds).toBeLessThanOrEqual(Math.ceil(performance.now() - started));
});
