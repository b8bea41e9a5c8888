import * as z from "zod/mini";
import { answerWithIdSchema, citationSchema, indexIdentitySchema } from "./answer.ts";
import { articleMetadataSchema, describe, type Immutable, offset, passageSchema } from "./article.ts";
import { maximumPageLength } from "./limits.ts";

/** Answers to several questions, in the order of the questions. */
export const answerListSchema = z.object({ answers: z.array(answerWithIdSchema) });
export type AnswerList = z.infer<typeof answerListSchema>;

/** One page of the list of articles, ordered by id. */
export const articleListSchema = z.object({
  total: z.int().check(z.minimum(0), describe("How many articles there are on all pages.")),
  offset,
  limit: z.int().check(z.minimum(1), z.maximum(maximumPageLength)),
  articles: z.array(articleMetadataSchema),
});
export type ArticleList = Immutable<z.infer<typeof articleListSchema>>;

/** A passage to check a quote against. */
export const passageResponseSchema = z.extend(z.omit(passageSchema, { directives: true }), {
  citation: citationSchema,
});
export type PassageResponse = Immutable<z.infer<typeof passageResponseSchema>>;

export const suggestionSchema = z.object({
  kind: z
    .enum(["question", "title", "heading"])
    .check(describe("`question` is one that an article says it answers.")),
  text: z.string().check(describe("The question, title or heading itself.")),
  title: z.string().check(describe("The article's title.")),
  url: z.string().check(describe("The article's page; for a heading, its place on the page.")),
});
/** A completion of what a reader is typing. */
export type Suggestion = Immutable<z.infer<typeof suggestionSchema>>;

export const suggestionListSchema = z.object({ suggestions: z.array(suggestionSchema) });
export type SuggestionList = Immutable<z.infer<typeof suggestionListSchema>>;

/** Response of the health check: which index is served. */
export const healthSchema = z.object({
  status: z.literal("ok"),
  index: indexIdentitySchema,
  languages: z.array(z.string()).check(describe("Languages of the articles, those of most articles first.")),
});
export type Health = Immutable<z.infer<typeof healthSchema>>;

/** An error as an RFC 9457 problem document. */
export const problemSchema = z.object({
  type: z.string().check(describe("`about:blank`: the status says what kind of problem it is.")),
  title: z.string(),
  status: z.int().check(z.minimum(400), z.maximum(599)),
  detail: z.string().check(describe("What is wrong with this request, and what to do.")),
  instance: z.exactOptional(
    z.string().check(describe("Names this one failure of the service, in its log too.")),
  ),
  errors: z.exactOptional(z.array(z.object({ field: z.string(), message: z.string() }))),
});
export type ProblemDocument = Immutable<z.infer<typeof problemSchema>>;
