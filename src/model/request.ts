/**
 * The part of the vocabulary that a Worker needs to take a question. It is apart from `model.ts`, whose schemas of responses
 * take longer to make than a question takes to answer: a new isolate waits for what it imports.
 */
import * as z from "zod/mini";
import en from "zod/v4/locales/en.js";

// The small form comes without words for what is wrong.
z.config(en());

const describe = (description: string) => z.meta({ description });

/** Most articles one page of the list holds. */
export const maximumPageLength = 100;

/** Stands in built files for the origin of the service where no base URL is given; the service puts in its own. */
export const originPlaceholder = "https://origin.invalid";

/** Longest question, in UTF-16 units, after NFC and trimming. */
export const maximumQuestionLength = 500;
/** Most passages one answer returns. */
export const maximumLimit = 20;

/** A question after validation, and what to narrow the search to. */
export const askRequestSchema = z.strictObject({
  question: z
    .pipe(
      z.pipe(
        z.string(),
        z.transform((text) => text.normalize("NFC").trim()),
      ),
      z.string().check(z.minLength(1, "ask something"), z.maxLength(maximumQuestionLength)),
    )
    .check(
      z.meta({
        description: "The question, 1-500 characters after NFC and trimming.",
        example: "Why was R2 delayed?",
      }),
    ),
  limit: z._default(
    z.int().check(z.minimum(1), z.maximum(maximumLimit), describe("How many passages to return.")),
    5,
  ),
  lang: z.optional(
    z
      .string()
      .check(
        z.regex(/^[a-z]{2,3}$/, "a language code such as en"),
        describe("Only articles in this language."),
      ),
  ),
  tag: z.optional(
    z.string().check(z.minLength(1), z.maxLength(100), describe("Only articles with this tag.")),
  ),
  article: z.optional(
    z.string().check(z.minLength(1), z.maxLength(500), describe("Only the article with this id.")),
  ),
});
export type AskRequest = z.infer<typeof askRequestSchema>;
