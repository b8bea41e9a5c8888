import { Hono } from "hono";
import { afterEach, expect, test } from "vitest";
import { maximumQuestionLength } from "../../src/model/limits.ts";
import { listenTo, type Server } from "../../src/node/serve.ts";

let server: Server | undefined;
afterEach(() => server?.stop());

test.each(["\u8702", "\u0e1c", "\u{1F41D}", "\ufdfa"])(
  "the longest question has room in an address, whatever it is written in: %s",
  async (character) => {
    const question = character.repeat(maximumQuestionLength / character.length);
    const app = new Hono().get("/api/ask", ({ req }) => req.text().then(() => new Response(req.query("q"))));
    server = await listenTo(app, { port: 0, hostname: "127.0.0.1" });
    const response = await fetch(
      `${server.url}/api/ask?${new URLSearchParams({ q: question, limit: "20" })}`,
    );
    expect({ status: response.status, text: await response.text() }).toEqual({ status: 200, text: question });
  },
);
