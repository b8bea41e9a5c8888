import fc from "fast-check";
import { expect, test } from "vitest";
import { askQuerySchema } from "../../src/api/parameters.ts";
import { checkRequest } from "../../src/static/request.ts";
import { readQuery } from "../../src/worker/http/request.ts";

/** What the service makes of the request that a widget with these attributes sends; undefined when it refuses it. */
function served(question: string, filters: string, limit: string): object | undefined {
  const url = new URL("https://service.example/api/ask");
  url.search = filters;
  for (const [name, value] of Object.entries({ q: question, limit })) {
    if (value) url.searchParams.set(name, value);
  }
  try {
    const checked = askQuerySchema.safeParse(readQuery(url.href));
    if (!checked.success) return undefined;
    const { q, ...others } = checked.data;
    return { question: q, ...others };
  } catch {
    return undefined;
  }
}

function checked(question: string, filters: string, limit: string): object | undefined {
  try {
    return checkRequest({ question, filters, limit });
  } catch {
    return undefined;
  }
}

test.each([
  ["Why?", "", ""],
  ["  Why?  ", "tag=docs&lang=en", "3"],
  ["", "", ""],
  ["   ", "", ""],
  ["e\u0301", "", ""],
  ["\u200B\u202E\uFEFF", "", ""],
  ["W\u00ADhy\u200B?", "", ""],
  ["Why?", "tag=cafe\u0301&article=guide/cafe\u0301", ""],
  ["x".repeat(2000), "", ""],
  ["x".repeat(2001), "", ""],
  ["Why?", "lang=EN", ""],
  ["Why?", "tag=", ""],
  ["Why?", `tag=${"x".repeat(101)}`, ""],
  ["Why?", `article=${"x".repeat(500)}`, ""],
  ["Why?", "tag=a&tag=b", ""],
  ["Why?", "colour=red", ""],
  ["Why?", "constructor=x", ""],
  ["Why?", "q=other", ""],
  ["Why?", "limit=2", ""],
  ["Why?", "limit=2", "4"],
  ["Why?", "", "0"],
  ["Why?", "", "21"],
  ["Why?", "", "five"],
])("takes %j with %j and %j as the service does", (question, filters, limit) => {
  expect(checked(question, filters, limit)).toEqual(served(question, filters, limit));
});

test("takes any request as the service does", () => {
  const pair = fc.tuple(
    fc.constantFrom("lang", "tag", "version", "article", "limit", "q", "other"),
    fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom("en", "5", "99", "")),
  );
  fc.assert(
    fc.property(
      // A widget asks nothing when nothing was typed.
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
      fc.array(pair, { maxLength: 4 }),
      fc.constantFrom("", "1", "20", "21", "x"),
      (question, pairs, limit) => {
        const filters = new URLSearchParams(pairs).toString();
        expect(checked(question, filters, limit)).toEqual(served(question, filters, limit));
      },
    ),
    { numRuns: 500 },
  );
});
