import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type * as z from "zod/mini";
import { checkAskMany, checkFeedback, checkListQuery, checkSuggestQuery } from "../../src/api/inputs.ts";
import {
  askManyRequestSchema,
  askQuerySchema,
  feedbackSchema,
  listQuerySchema,
  suggestQuerySchema,
} from "../../src/api/parameters.ts";
import type { Check } from "../../src/model/checks.ts";
import { checkAskQuery, checkAskRequest } from "../../src/model/question.ts";
import { askRequestSchema } from "../../src/model/request.ts";
import { ProblemError } from "../../src/worker/http/problem.ts";
import { checkInput } from "../../src/worker/http/request.ts";
import { validateInput } from "../../src/worker/http/validate.ts";
import { anyText } from "../any-text.ts";

/** What one that sends this gets: the request as it is answered, or the faults of a problem document. */
function verdict(take: () => unknown): unknown {
  try {
    // As a cache names a response: with the fields in their order.
    return JSON.stringify(take());
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return firstOfEach(error.options.errors ?? []);
  }
}

/** The first fault of each field: the validator goes on with what has the wrong type. */
function firstOfEach(errors: readonly { readonly field: string; readonly message: string }[]): string[] {
  const seen = new Set<string>();
  return errors.flatMap(({ field, message }) => {
    if (seen.has(field)) return [];
    seen.add(field);
    return [`${field}: ${message}`];
  });
}

const inputs: Readonly<Record<string, readonly [Check<unknown>, () => z.ZodMiniType]>> = {
  "a question": [checkAskRequest, () => askRequestSchema],
  "a query with a question": [
    checkAskQuery,
    // The query's name of it is no concern of who answers.
    () => askQuerySchema,
  ],
  "several questions": [checkAskMany, askManyRequestSchema],
  "a query of articles": [checkListQuery, listQuerySchema],
  "a query of suggestions": [checkSuggestQuery, suggestQuerySchema],
  "a vote": [checkFeedback, feedbackSchema],
};

/** Whole numbers beyond those that a double tells apart have a message of their own in the schemas. */
const number = fc.oneof(
  fc.integer({ min: -3, max: 120 }),
  fc.constantFrom(999_999_999, 1_000_000_000, 0.5, -0),
);
const wordOf = (length: number) =>
  fc.constantFrom("x".repeat(length), "x".repeat(length + 1), "e\u0301".repeat(length));
const text = fc.oneof(
  anyText({ maxLength: 8 }),
  fc.constantFrom("", " ", "en", "EN", "\u200B", "W\u00ADhy?", "cafe\u0301", "\u200C", "\uFE0F"),
  wordOf(100),
  wordOf(200),
  wordOf(500),
  wordOf(2000),
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 3, arbitrary: number },
  fc.constantFrom(null, true, false, undefined, {}, [], [1]),
);
const name = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom("question", "q", "limit", "lang", "tag", "version", "article", "offset"),
  },
  { weight: 6, arbitrary: fc.constantFrom("answer", "helpful", "passage") },
  fc.constantFrom("colour", "constructor", "toString", "a.b", ""),
);
const object = fc.dictionary(name, value, { maxKeys: 6 });
/** What is likely right, so that what goes through is tried as well. */
const likely = fc.record(
  {
    question: text,
    q: text,
    limit: number,
    lang: fc.constantFrom("en", "deu", "x"),
    tag: text,
    answer: text,
    helpful: fc.boolean(),
    passage: number,
    questions: fc.array(fc.record({ question: text, limit: number }, { requiredKeys: ["question"] }), {
      maxLength: 22,
    }),
  },
  { requiredKeys: [] },
);
const input = fc.oneof(
  { weight: 5, arbitrary: object },
  { weight: 5, arbitrary: likely },
  {
    weight: 2,
    arbitrary: fc.record({
      questions: fc.oneof(value, fc.array(fc.oneof(object, value), { maxLength: 22 })),
    }),
  },
  value,
);

/** The parts of an input that a schema is about, so that a field of another does not decide most cases. */
function about(schema: z.ZodMiniType, given: unknown, keepOthers: boolean): unknown {
  if (keepOthers || typeof given !== "object" || given === null || Array.isArray(given)) return given;
  const { shape } = schema as z.ZodMiniObject;
  return Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(shape, name)));
}

describe.each(Object.entries(inputs))("%s", (kind, [check, schema]) => {
  test("is taken, or refused in the same words, as its description says", () => {
    let taken = 0;
    fc.assert(
      fc.property(input, fc.boolean(), (given, keepOthers) => {
        const tried = about(schema(), given, keepOthers);
        const described = verdict(() => {
          const valid = validateInput(schema(), tried);
          if (kind !== "a query with a question") return valid;
          const { q: question, ...others } = valid as { readonly q: string };
          return { question, ...others };
        });
        if (typeof described === "string") taken++;
        expect(verdict(() => checkInput(check, tried))).toEqual(described);
      }),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(3);
  });
});
