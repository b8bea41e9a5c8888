import { env } from "cloudflare:test";
import { languages, openEngine } from "footnote:fixture";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type Answer, answerSchema, articleSchema } from "../../src/model/index.ts";
import { createApp } from "../../src/worker/app.ts";
import { deadline } from "../../src/worker/middleware/deadline.ts";
import { agents } from "./agent.ts";
import { checkDescribed } from "./description.ts";
import { problemOf } from "./problems.ts";
import { expectInTime, expectNoWait } from "./time.ts";

type Read = (url: string) => Promise<Response>;

const whole: Read = (url) => env.ASSETS.fetch(url);
const bytesOf = async (url: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await whole(url)).arrayBuffer());

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The ways in which a read can go wrong. */
const faults: Readonly<Record<string, Read>> = {
  fails: async () => {
    throw new TypeError("network");
  },
  "answers 500": async () => new Response("<h1>Error</h1>", { status: 500 }),
  "answers a page in its place": async () => new Response("<!doctype html><title>Sign in</title>"),
  "answers nothing": async () => new Response(""),
  hangs: () => new Promise(() => undefined),
  "hangs half-way": async (url) => {
    const bytes = await bytesOf(url);
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    void writable.getWriter().write(bytes.subarray(0, bytes.length >> 1));
    return new Response(readable);
  },
  "breaks off half-way": async (url) => {
    const bytes = await bytesOf(url);
    return new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(bytes.subarray(0, bytes.length >> 1));
          controller.error(new Error("reset"));
        },
      }),
    );
  },
  "is truncated": async (url) => {
    const bytes = await bytesOf(url);
    return new Response(bytes.slice(0, bytes.length - 1));
  },
  "has one bit turned": async (url) => {
    const bytes = await bytesOf(url);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    return new Response(bytes);
  },
  "is another file of the index": async (url) => {
    seen.add(url);
    const other = [...seen].find((candidate) => candidate !== url) ?? url.replace(/.$/, "0");
    return whole(other);
  },
};

const seen = new Set<string>();

/** A service whose reads go through `read`, which may change. */
function over(read: () => Read) {
  const app = createApp({ engine: openEngine(), languages, agents });
  const unused = () => {
    throw new Error("Nothing is connected to.");
  };
  const fetch = (input: RequestInfo | URL) => read()(input instanceof Request ? input.url : String(input));
  return async (path: string): Promise<Response> => {
    const response = await app.request(path, {}, { ASSETS: { fetch, connect: unused } });
    await checkDescribed("GET", path, response);
    return response;
  };
}

const question = "/api/ask?q=Why+was+the+R2+model+delayed%3F";

/** Every quote and passage is a slice of the article that it names. */
async function expectVerbatim(answer: Answer): Promise<void> {
  const fetch = over(() => whole);
  for (const { text, citation } of answer.passages) {
    const response = await fetch(`/api/articles/${citation.article}`);
    const article = articleSchema.parse(await response.json());
    expect(article.text).toContain(text);
    for (const { quote, passage, start, end } of answer.answer) {
      if (answer.passages[passage - 1]?.citation.article !== article.id) continue;
      expect(article.text.slice(start, end)).toBe(quote);
    }
  }
}

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  return () => {
    vi.restoreAllMocks();
  };
});

describe.each(Object.entries(faults))("when every read of the index %s", (_, read) => {
  test("the service says so within 2 s, and answers once reads work again", async () => {
    let current = read;
    const fetch = over(() => current);
    const started = performance.now();
    const problem = await problemOf(await fetch(question), 503);
    expectInTime(started);
    expect(problem.detail).toMatch(/Try again/);
    current = whole;
    // Reads that began last are given up last.
    await pause(200);
    const answer = answerSchema.parse(await (await fetch(question)).json());
    expect(answer.answered).toBe(true);
    await expectVerbatim(answer);
  });

  test("one read in three, an answer is right or a problem", async () => {
    let count = 0;
    const fetch = over(() => (count++ % 3 === 2 ? read : whole));
    for (let attempt = 0; attempt < 3; attempt++) {
      const started = performance.now();
      const response = await fetch(question);
      expectInTime(started);
      expect([200, 503]).toContain(response.status);
      if (response.status === 200) await expectVerbatim(answerSchema.parse(await response.json()));
    }
  });
});

test("a request has less than 2 s", () => {
  expect(deadline).toBeLessThan(2_000);
});

test("slow reads are waited for", async () => {
  const slow: Read = async (url) => {
    await pause(100);
    return whole(url);
  };
  const answer = answerSchema.parse(await (await over(() => slow)(question)).json());
  expect(answer.answered).toBe(true);
});

test("reads that are slow one after the other end in a problem within 2 s", async () => {
  const slow: Read = async (url) => {
    await pause(1_400);
    return whole(url);
  };
  const started = performance.now();
  const response = await over(() => slow)(question);
  expectInTime(started);
  await problemOf(response, 503);
});

test("a question that comes while the reads of others hang makes its own", async () => {
  let current: Read = () => new Promise(() => undefined);
  const fetch = over(() => current);
  const first = fetch(question);
  await pause(600);
  current = whole;
  const started = performance.now();
  const answer = answerSchema.parse(await (await fetch(question)).json());
  expectNoWait(started);
  expect(answer.answered).toBe(true);
  await problemOf(await first, 503);
});

describe("a client that leaves", () => {
  test("in the middle of its question is answered 400, and nothing is logged", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"question":'));
        controller.error(new Error("gone"));
      },
    });
    const request = new Request("https://service.invalid/api/ask", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
    });
    const response = await createApp({ engine: openEngine(), languages, agents }).fetch(request, {
      ASSETS: env.ASSETS,
    });
    await problemOf(response, 400);
    expect(log.mock.calls).toEqual([]);
  });

  test("does not take the answer from another that waits for the same reads", async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const held: Read = async (url) => {
      await released;
      return whole(url);
    };
    const fetch = over(() => held);
    const first = fetch(question);
    const second = fetch(question);
    await pause(50);
    release();
    const answers = await Promise.all([first, second].map(async (response) => (await response).json()));
    expect(answers[0]).toEqual(answers[1]);
  });
});

test("a clock that jumps changes no answer", async () => {
  const fetch = over(() => whole);
  const before = await (await fetch(question)).json();
  vi.setSystemTime(new Date("1999-01-01"));
  expect(await (await fetch(question)).json()).toEqual(before);
  vi.setSystemTime(new Date("2099-01-01"));
  expect(await (await fetch(question)).json()).toEqual(before);
  vi.useRealTimers();
});
