import { Hono } from "hono/tiny";
import { describe, expect, test } from "vitest";
import type { AppEnv } from "../../src/worker/env.ts";
import { takesMarkdown } from "../../src/worker/http/accept.ts";
import { json, serve } from "./fixture.ts";
import { problemOf, wrongFields } from "./problems.ts";

const typed = (type: string, body: BodyInit = '{"question":"why"}'): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": type },
  body,
});

describe("the media type of a body", () => {
  test.each([
    "application/json",
    "Application/JSON;charset=utf-8",
    'application/json; charset="UTF-8"',
    "application/json ; charset = utf8 ",
    "application/json; charset= utf-8",
    "application/json;",
    "application/json; boundary=charset; charset=utf-8",
    "application/json; profile=x=utf-16",
  ])("may be %s", async (type) => {
    expect((await serve()("/api/ask", typed(type))).status).toBe(200);
  });

  test.each([
    "text/plain",
    "application/json; charset=utf-16",
    "application/json;charset=latin1",
    "application/json; charset=utf-8x",
    "application/json; charset=xutf-8",
    "application/json; charset=",
    "application/json; boundary=x; charset=utf-16le",
    "application/jsonp",
    "application/json, text/plain",
    "application/problem+json",
  ])("may not be %s", async (type) => {
    const response = await serve()("/api/ask", typed(type));
    expect(response.headers.get("Accept")).toBe("application/json");
    await problemOf(response, 415);
  });

  test("has to be told", async () => {
    const body = new TextEncoder().encode('{"question":"why"}');
    await problemOf(await serve()("/api/ask", { method: "POST", body }), 415);
  });
});

describe("a body", () => {
  test("that is none is 400, like one that is no JSON", async () => {
    const headers = { "Content-Type": "application/json" };
    for (const init of [
      { method: "POST", headers },
      typed("application/json", ""),
      typed("application/json", "{"),
    ]) {
      expect((await problemOf(await serve()("/api/ask", init), 400)).detail).toContain("not JSON");
    }
  });

  test("may begin with a byte order mark, and has to be UTF-8", async () => {
    const text = '{"question":"why"}';
    expect((await serve()("/api/ask", typed("application/json", `\ufeff${text}`))).status).toBe(200);
    const latin = new Uint8Array([...new TextEncoder().encode('{"question":"'), 0xe9, 0x22, 0x7d]);
    await problemOf(await serve()("/api/ask", typed("application/json", latin)), 400);
  });

  test("may be as long as its route takes", async () => {
    for (const [path, length, start] of [
      ["/api/ask", 16 * 1024, '{"question":"why"}'],
      ["/api/ask/batch", 64 * 1024, '{"questions":[{"question":"why"}]}'],
    ] as const) {
      expect((await serve()(path, typed("application/json", start.padEnd(length)))).status).toBe(200);
    }
  });

  test("that is too long for its route, or for any, is 413", async () => {
    for (const [path, length] of [
      ["/api/ask", 16 * 1024 + 1],
      ["/api/ask/batch", 64 * 1024 + 1],
      ["/api/ask", 100_000],
    ] as const) {
      await problemOf(await serve()(path, typed("application/json", " ".repeat(length))), 413);
    }
  });
});

describe("what is wrong with a request", () => {
  test("is told of each field, by its path, in the detail too", async () => {
    const questions = [{ question: "why" }, { question: "", limit: "x", colour: 1 }];
    const { detail, errors } = await problemOf(
      await serve()("/api/ask/batch", json({ questions, size: 2 })),
      400,
    );
    const fields = errors?.map(({ field }) => field).sort();
    expect(fields).toEqual(["questions.1.colour", "questions.1.limit", "questions.1.question", "size"]);
    expect(detail).toBe(errors?.map(({ field, message }) => `${field}: ${message}`).join("; "));
  });

  test.each([
    [{ question: "why", limit: "five" }, "limit", "must be a whole number"],
    [{ question: "why", limit: 1.5 }, "limit", "must be a whole number"],
    [{}, "question", "is required"],
    [{ question: "why", colour: "red" }, "colour", "is not known here; leave it out"],
  ])("is told in plain words: %j", async (body, field, message) => {
    const { errors } = await problemOf(await serve()("/api/ask", json(body)), 400);
    expect(errors).toEqual([{ field, message }]);
  });

  test("is not said of a number where it is none that is wanted", async () => {
    const { errors } = await problemOf(await serve()("/api/ask", json({ question: 5 })), 400);
    expect(errors?.[0]?.message).not.toContain("whole number");
    const long = await problemOf(await serve()("/api/ask", json({ question: "why", limit: 99 })), 400);
    expect(long.errors?.[0]?.message).not.toContain("must be a whole number");
    expect((await problemOf(await serve()("/api/ask", json([])), 400)).errors?.[0]?.field).toBe("body");
  });

  test.each<[string, RequestInit]>([
    ["/healthz?x=1", {}],
    ["/api/articles/bees?x=1", {}],
    ["/api/passages/bees:1?x=1", {}],
    ["/api/ask?x=1", json({ question: "why" })],
    ["/api/ask/batch?x=1", json({ questions: [{ question: "why" }] })],
    ["/api/feedback?x=1", json({})],
    ["/mcp?x=1", json({ jsonrpc: "2.0", id: 1, method: "ping" })],
    ["/ask?x=1", json({ query: "why" })],
  ])("is a parameter where there are none: %s", async (path, init) => {
    expect(await wrongFields(await serve()(path, init))).toEqual(["x"]);
  });
});

describe("Accept", () => {
  const takes = async (accept?: string): Promise<boolean> => {
    let taken: boolean | undefined;
    const app = new Hono<AppEnv>().get("/", (context) => {
      taken = takesMarkdown(context);
      return context.body(null);
    });
    await app.request("/", { headers: accept === undefined ? {} : { Accept: accept } });
    return taken === true;
  };

  test.each([
    "text/markdown",
    "Text/Markdown",
    "text/html, text/markdown",
    "text/html,\ttext/markdown ;q=0.5",
    "text/markdown; q=1, text/html",
    "text/markdown;q=0.01",
    "text/markdown ,*/*",
  ])("%s names Markdown", async (accept) => {
    expect(await takes(accept)).toBe(true);
  });

  test.each([
    undefined,
    "*/*",
    "text/*",
    "text/html",
    "text/markdown;q=0",
    "text/markdown; q=0.000, text/html",
    "text/markdown;q=0 , text/html",
    "text/markdown+x",
    "xtext/markdown",
    "text/html;x=text/markdown",
  ])("%s does not", async (accept) => {
    expect(await takes(accept)).toBe(false);
  });
});
