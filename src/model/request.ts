/** A question as a schema, for those who describe it or load a validator anyway; `question.ts` checks one before an answer. */
import * as z from "zod/mini";
import en from "zod/v4/locales/en.js";
import { cleanQuestion } from "./clean-question.ts";
import {
  defaultLimit,
  languagePattern,
  longestArticleId,
  longestTag,
  longestVersion,
  maximumLimit,
  maximumQuestionLength,
} from "./limits.ts";

// zod/mini has no error messages unless a locale is set.
z.config(en());

const describe = (description: string) => z.meta({ description });

/** What something is called by an owner, in NFC as articles have it. @param longest length in UTF-16 units */
const nameOf = (longest: number, description: string) =>
  z.optional(
    z.string().check(z.normalize("NFC"), z.minLength(1), z.maxLength(longest), describe(description)),
  );

/** What a search can be narrowed to, in NFC as articles have it; all that are set must hold. `filters` in index/filters.ts says what passes each. */
export const filterSchemas = {
  lang: z.optional(
    z
      .string()
      .check(
        z.regex(languagePattern, "a language code such as en"),
        describe("Only articles in this language."),
      ),
  ),
  tag: nameOf(longestTag, "Only articles with this tag."),
  version: nameOf(longestVersion, "Only articles on this version."),
  article: nameOf(longestArticleId, "Only the article with this id."),
};
export type Filter = { readonly [Name in keyof typeof filterSchemas]?: string | undefined };

/** A question after validation, and what to narrow the search to. */
export const askRequestSchema = z.strictObject({
  question: z
    .pipe(
      z.pipe(z.string(), z.transform(cleanQuestion)),
      z.string().check(z.minLength(1, "ask something"), z.maxLength(maximumQuestionLength)),
    )
    .check(
      z.meta({
        description:
          "The question, 1-2,000 characters after NFC and trimming; invisible characters are left out.",
        example: "Why was R2 delayed?",
      }),
    ),
  limit: z._default(
    z.int().check(z.minimum(1), z.maximum(maximumLimit), describe("How many passages to return.")),
    defaultLimit,
  ),
  ...filterSchemas,
});
export type AskRequest = z.infer<typeof askRequestSchema>;
