import { describe, expect, test } from "vitest";
import { type Answer, answerSchema } from "../../src/model/index.ts";
import { json, serve } from "./fixture.ts";
import { problemOf, wrongFields } from "./problems.ts";

const fetch = serve();

async function answerOf(response: Response): Promise<Answer> {
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toBe("application/json");
  return answerSchema.parse(await response.json());
}

describe("GET /api/ask", () => {
  test("answers with an Answer that caches may keep if they ask before they use it", async () => {
    const response = await fetch("/api/ask?q=Why+do+bees+dance%3F");
    expect(response.headers.get("Cache-Control")).toBe("public, no-cache");
    const answer = await answerOf(response);
    expect(answer.question).toBe("Why do bees dance?");
    expect(answer.passages.map(({ id }) => id)).toEqual([
      "bees:0",
      "bees:1",
      "guide/100% café?:0",
      "guide/writing:0",
    ]);
  });

  test.each([
    ["limit=1", ["bees:0"]],
    ["lang=fr", ["guide/100% café?:0"]],
    ["tag=guide", ["guide/writing:0"]],
    ["article=guide%2Fwriting", ["guide/writing:0"]],
    ["limit=&lang=&tag=&article=bees", ["bees:0", "bees:1"]],
  ])("narrows by %s", async (parameters, ids) => {
    const answer = await answerOf(await fetch(`/api/ask?q=what&${parameters}`));
    expect(answer.passages.map(({ id }) => id)).toEqual(ids);
  });

  test.each([
    ["/api/ask", ["q"]],
    ["/api/ask?q=", ["q"]],
    ["/api/ask?q=+++", ["q"]],
    ["/api/ask?question=why", ["q", "question"]],
    ["/api/ask?q=why&__proto__=1&constructor=2", ["__proto__", "constructor"]],
    ["/api/ask?q=why&q=who&tag=&tag=", ["q", "tag"]],
    ["/api/ask?q=why&limit=0&lang=english", ["limit", "lang"]],
    ["/api/ask?q=why&limit=21", ["limit"]],
    ["/api/ask?q=why&limit=0x5", ["limit"]],
    ["/api/ask?q=why&limit=1e1", ["limit"]],
    ["/api/ask?q=why&limit=99999999999999999999", ["limit"]],
  ])("refuses %s and names %j", async (path, fields) => {
    expect((await wrongFields(await fetch(path))).sort()).toEqual(fields.sort());
  });

  test("says what is wrong and what to do", async () => {
    const problem = await problemOf(await fetch("/api/ask?limit=five&x=1"), 400);
    expect(problem.errors).toEqual(
      expect.arrayContaining([
        { field: "q", message: "is required" },
        { field: "limit", message: "must be a whole number" },
        { field: "x", message: "is not known here; leave it out" },
      ]),
    );
  });
});

describe("POST /api/ask", () => {
  test("answers as GET does, and nobody keeps the answer", async () => {
    const response = await fetch("/api/ask", json({ question: "Où est le café ?", limit: 2, tag: "food" }));
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const query = new URLSearchParams({ q: "Où est le café ?", limit: "2", tag: "food" });
    expect(await answerOf(response)).toEqual(await answerOf(await fetch(`/api/ask?${query}`)));
  });

  test.each([
    [{}, ["question"]],
    [{ question: "" }, ["question"]],
    [{ question: 5 }, ["question"]],
    [{ question: null }, ["question"]],
    [{ question: "why", q: "why", colour: "red" }, ["colour", "q"]],
    [{ question: "why", limit: "5", tag: ["a", "b"] }, ["limit", "tag"]],
    [{ question: "why", limit: 2.5 }, ["limit"]],
    [["why"], ["body"]],
    ["why", ["body"]],
    [null, ["body"]],
  ])("refuses %j and names %j", async (body, fields) => {
    expect((await wrongFields(await fetch("/api/ask", json(body)))).sort()).toEqual(fields);
  });

  test.each([["application/json; charset=utf-8"], ["Application/JSON"]])("takes %s", async (type) => {
    const body = JSON.stringify({ question: "why" });
    const response = await fetch("/api/ask", { method: "POST", headers: { "Content-Type": type }, body });
    expect((await answerOf(response)).question).toBe("why");
  });

  test.each([
    ["text/plain", undefined],
    ["application/x-www-form-urlencoded", undefined],
    ["application/jsonp", undefined],
  ])("refuses a body of type %s with 415", async (type) => {
    const response = await fetch("/api/ask", {
      method: "POST",
      headers: { "Content-Type": type },
      body: "{}",
    });
    expect(response.headers.get("Accept")).toBe("application/json");
    await problemOf(response, 415);
  });

  test("refuses a body of no type with 415", async () => {
    await problemOf(await fetch("/api/ask", { method: "POST", body: new Uint8Array([123, 125]) }), 415);
  });

  test.each([
    ["nothing", ""],
    ["half an object", '{"question":'],
    ["a comment", '{"question":"why"} // please'],
    ["bytes that are not UTF-8", new Uint8Array([0x22, 0xff, 0x22])],
  ])("refuses %s as JSON with 400", async (_, body) => {
    const response = await fetch("/api/ask", { ...json({}), body });
    expect((await problemOf(response, 400)).detail).toContain("JSON");
  });
});

describe("the length of a body", () => {
  const fitting = JSON.stringify({ question: "why" }).padEnd(16 * 1024);
  const streamOf = (text: string) => new Blob([text]).stream();

  test("may be 16 kB", async () => {
    expect((await answerOf(await fetch("/api/ask", { ...json({}), body: fitting }))).question).toBe("why");
  });

  test("may not be a byte more", async () => {
    await problemOf(await fetch("/api/ask", { ...json({}), body: `${fitting} ` }), 413);
  });

  test.each([
    ["absent", {}],
    ["too small", { "Content-Length": "2" }],
  ])("is counted when Content-Length is %s", async (_, length) => {
    const headers = { "Content-Type": "application/json", ...length };
    const streamed = { method: "POST", headers, duplex: "half" };
    await problemOf(await fetch("/api/ask", { ...streamed, body: streamOf(`${fitting} `) }), 413);
    expect((await answerOf(await fetch("/api/ask", { ...streamed, body: streamOf(fitting) }))).question).toBe(
      "why",
    );
  });
});

describe("a question", () => {
  const ways = [
    ["GET", (question: string) => fetch(`/api/ask?${new URLSearchParams({ q: question })}`), "q"],
    ["POST", (question: string) => fetch("/api/ask", json({ question })), "question"],
  ] as const;

  test.each(ways)("is trimmed and brought to NFC: %s", async (_, ask) => {
    expect((await answerOf(await ask("  cafe\u0301\u3000\n"))).question).toBe("caf\u00e9");
  });

  test.each(ways)("is asked without what nobody sees: %s", async (_, ask) => {
    const hidden = "\u200B\u2060\uFEFF\u00AD\u202E\u2066\u0007\u{E0041}";
    expect(
      (await answerOf(await ask(`${hidden}Why${hidden} was R2 ${hidden}delayed?${hidden}`))).question,
    ).toBe("Why was R2 delayed?");
    // Joiners are parts of words and of emoji.
    const joined = "می\u200Cخواهم 👩\u200D🚀";
    expect((await answerOf(await ask(joined))).question).toBe(joined);
  });

  test.each(ways)("of nothing that can be seen is refused: %s", async (_, ask, field) => {
    for (const blank of [
      "\u200B",
      " \u200B\uFEFF ",
      "\u200D",
      "\u200C\uFE0F",
      "\u2060\u202E",
      "\u0000\u001B",
      "\u3000",
      // Fillers of Hangul, Braille without dots, a joiner of graphemes, a selector of variants, an inaudible mark of music.
      "\u3164",
      "\uFFA0 \u115F",
      "\u2800",
      "\u034F",
      "\u180B\u{E0100}",
      "\u{1D173}",
    ]) {
      expect(await wrongFields(await ask(blank)), JSON.stringify(blank)).toEqual([field]);
    }
  });

  test("with half a character is repeated as text that every reader of JSON takes", async () => {
    for (const [asked, answered] of [
      ["\uD83D bees", "\uFFFD bees"],
      ["bees\uDC1D", "bees\uFFFD"],
      ["bees \uD83D\uDC1D", "bees \uD83D\uDC1D"],
    ] as const) {
      const response = await serve()("/api/ask", json({ question: asked }));
      expect((await answerOf(response)).question).toBe(answered);
    }
  });

  test.each(ways)("may be in any script: %s", async (_, ask) => {
    const question = "为什么 R2 推迟了?مرحبا 🐝";
    expect((await answerOf(await ask(question))).question).toBe(question);
  });

  test.each(ways)(
    "has at most 2,000 characters, counted after NFC and trimming: %s",
    async (_, ask, field) => {
      expect((await answerOf(await ask(` ${"e\u0301".repeat(2_000)} `))).question).toBe(
        "\u00e9".repeat(2_000),
      );
      expect(await wrongFields(await ask("e".repeat(2_001)))).toEqual([field]);
    },
  );

  test("of 2,000 escaped characters fits into a body", async () => {
    const body = `{"question":"${"\\ud83d\\udc1d".repeat(1_000)}"}`;
    expect((await answerOf(await fetch("/api/ask", { ...json({}), body }))).question).toBe(
      "🐝".repeat(1_000),
    );
  });
});
