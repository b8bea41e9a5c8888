import { afterEach, describe, expect, test, vi } from "vitest";
import { healthSchema } from "../../src/model/index.ts";
import { answerer, openNothing, serve } from "./fixture.ts";
import { problemOf } from "./problems.ts";

function logged() {
  const spy = vi.spyOn(console, "error").mockImplementation(() => undefined);
  return { lines: () => spy.mock.calls.map(([line]) => JSON.parse(String(line))) };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("GET /healthz", () => {
  test("tells which index is served", async () => {
    const response = await serve()("/healthz");
    expect(response.status).toBe(200);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(healthSchema.parse(await response.json())).toEqual({
      status: "ok",
      index: { version: "f1".repeat(32), articles: 3, passages: 4 },
      languages: ["en", "fr"],
    });
  });
});

describe("routes", () => {
  test.each(["/", "/api", "/api/", "/api/asks", "/api/passages", "/healthz/deep"])(
    "%s is not found",
    async (path) => {
      const problem = await problemOf(await serve()(path), 404);
      expect(problem.detail).toContain(path);
    },
  );

  test.each(["/api/ask/", "/api/", "/mcp/", "/insights/", "/healthz/", "/somewhere/else/"])(
    "%s is nowhere for its slash, which is said",
    async (path) => {
      const { detail } = await problemOf(await serve()(path), 404);
      expect(detail).toBe(`Nothing is at ${path}. Leave out the slash at the end.`);
    },
  );

  test("nothing is said of a slash where all the path is one", async () => {
    expect((await problemOf(await serve()("/"), 404)).detail).toBe(
      "Nothing is at /. The API begins at /api/ask.",
    );
  });

  test.each([
    ["PUT", "/api/ask", "GET, HEAD, POST, OPTIONS"],
    ["DELETE", "/api/articles", "GET, HEAD, OPTIONS"],
    ["POST", "/api/articles/guide/writing", "GET, HEAD, OPTIONS"],
    ["PATCH", "/api/passages/bees:0", "GET, HEAD, OPTIONS"],
    ["POST", "/healthz", "GET, HEAD, OPTIONS"],
  ])("%s %s is not allowed", async (method, path, allow) => {
    const response = await serve()(path, { method });
    expect(response.headers.get("Allow")).toBe(allow);
    expect((await problemOf(response, 405)).detail).toContain(method);
  });

  test.each([
    "/api/ask?q=why",
    "/api/ask",
    "/api/articles",
    "/api/articles/bees",
    "/api/passages/no",
    "/healthz",
  ])("HEAD %s has the status and headers of GET and no body", async (path) => {
    const head = await serve()(path, { method: "HEAD" });
    const get = await serve()(path);
    expect(head.status).toBe(get.status);
    // How long it took differs each time.
    for (const { headers } of [head, get]) headers.delete("Server-Timing");
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers));
    expect(await head.text()).toBe("");
  });
});

describe("an index that cannot be read", () => {
  test.each(["/api/ask?q=secret", "/api/articles", "/api/articles/bees", "/api/passages/bees:0", "/healthz"])(
    "makes %s answer 503",
    async (path) => {
      const log = logged();
      const response = await serve({}, openNothing)(path);
      expect(response.headers.get("Retry-After")).toBe("30");
      const problem = await problemOf(response, 503);
      expect(problem.detail).not.toContain("manifest");
      expect(log.lines()).toMatchObject([
        {
          level: "error",
          status: 503,
          instance: problem.instance,
          path: path.split("?")[0],
          error: "IndexUnavailableError",
          message: "index/manifest.json is missing; run npm run build",
        },
      ]);
    },
  );

  test("is not needed to refuse a bad request", async () => {
    await problemOf(await serve({}, openNothing)("/api/ask"), 400);
  });
});

describe("a failure inside", () => {
  const failing = serve({}, async () => ({
    ...answerer,
    ask: async ({ question }) => {
      throw new TypeError(`cannot read ${question}`);
    },
  }));

  test("answers 500 and tells nothing of it", async () => {
    logged();
    const response = await failing("/api/ask?q=my%0A++at+secret");
    const problem = await problemOf(response, 500);
    expect(problem.instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(JSON.stringify(problem)).not.toMatch(/secret|TypeError|cannot read|\.ts/);
  });

  test("is logged in one line under the same name, without the question", async () => {
    const log = logged();
    const problem = await problemOf(await failing("/api/ask?q=my%0A++at+secret"), 500);
    const [line, ...others] = log.lines();
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      instance: problem.instance,
      method: "GET",
      path: "/api/ask",
      error: "TypeError",
    });
    expect(line.stack).toMatch(/^\s+at .*fixture|^\s+at .*errors\.test/m);
    expect(JSON.stringify(line)).not.toContain("secret");
  });

  /** What is logged of an error. */
  const lineOf = async (error: unknown): Promise<Record<string, unknown>> => {
    const log = logged();
    const ask = () => Promise.reject(error);
    await problemOf(await serve({}, async () => ({ ...answerer, ask }))("/api/ask?q=why"), 500);
    return log.lines()[0];
  };

  test("is logged with the frames of its stack and nothing else of it", async () => {
    const error = new TypeError("one secret\n    at secret words\nmore");
    error.stack = `TypeError: ${error.message}\n    at a (a.ts:1:2)\n    at b (b.ts:3:4)\nand at secret`;
    expect(await lineOf(error)).toEqual({
      level: "error",
      instance: expect.stringMatching(/^urn:uuid:/),
      status: 500,
      method: "GET",
      path: "/api/ask",
      error: "TypeError",
      message: "",
      stack: "    at a (a.ts:1:2)\n    at b (b.ts:3:4)",
    });
  });

  test.each(["", "TypeError: secret"])(
    "is logged without frames where there are none: '%s'",
    async (stack) => {
      const error = new TypeError("secret");
      error.stack = stack;
      expect(await lineOf(error)).toMatchObject({ message: "", stack: "" });
    },
  );

  test("is logged where its stack is not known at all", async () => {
    const error = new TypeError("secret");
    Object.assign(error, { stack: undefined });
    expect(await lineOf(error)).toMatchObject({ error: "TypeError", message: "", stack: "" });
  });

  test("gets a name of its own each time", async () => {
    logged();
    const first = await problemOf(await failing("/api/ask?q=why"), 500);
    const second = await problemOf(await failing("/api/ask?q=why"), 500);
    expect(first.instance).not.toBe(second.instance);
  });
});

describe("wrong variables", () => {
  test("answer 500, and the log says all that is wrong with them", async () => {
    const log = logged();
    const problem = await problemOf(
      await serve({ ALLOWED_ORIGINS: "example.org, https://b.org/" })("/healthz"),
      500,
    );
    expect(problem.detail).not.toContain("example.org");
    expect(log.lines()[0]?.message).toMatch(/ALLOWED_ORIGINS.*"example\.org".*"https:\/\/b\.org\/"/);
  });
});
