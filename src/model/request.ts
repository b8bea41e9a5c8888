/**
 * The part of the vocabulary that a Worker needs to validate a question. It is apart from `index.ts`, whose response schemas take
 * longer to build than a question takes to answer: a new isolate waits for everything it imports.
 */
import * as z from "zod/mini";
import en from "zod/v4/locales/en.js";

// zod/mini has no error messages unless a locale is set.
z.config(en());

const describe = (description: string) => z.meta({ description });

/** Maximum number of articles in a page of the list. */
export const maximumPageLength = 100;

/** Placeholder in built files for the origin of the service where no base URL is configured; the service fills in its own. */
export const originPlaceholder = "https://origin.invalid";

/** Maximum length of a question in UTF-16 units, after NFC and trimming. */
export const maximumQuestionLength = 2_000;
/** Maximum number of passages in an answer. */
export const maximumLimit = 20;
/** Maximum number of questions that a refusal leads on to. */
export const maximumRelated = 3;

/** What a search can be narrowed to; all that are set must hold. `filters` in index/filters.ts says what passes each. */
export const filterSchemas = {
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
  version: z.optional(
    z.string().check(z.minLength(1), z.maxLength(100), describe("Only articles on this version.")),
  ),
  article: z.optional(
    z.string().check(z.minLength(1), z.maxLength(500), describe("Only the article with this id.")),
  ),
};
export type Filter = { readonly [Name in keyof typeof filterSchemas]?: string | undefined };

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
        description: "The question, 1-2,000 characters after NFC and trimming.",
        example: "Why was R2 delayed?",
      }),
    ),
  limit: z._default(
    z.int().check(z.minimum(1), z.maximum(maximumLimit), describe("How many passages to return.")),
    5,
  ),
  ...filterSchemas,
});
export type AskRequest = z.infer<typeof askRequestSchema>;
