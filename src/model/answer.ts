import * as z from "zod/mini";
import { describe, excerptSchema, offset, passageBlockSchema } from "./article.ts";
import { maximumRelated } from "./limits.ts";

/** Where a passage comes from, enough to find it, name it and check it. */
export const citationSchema = z.object({
  article: z.string().check(describe("Id of the article.")),
  title: z.string(),
  authors: z.array(z.string()),
  published: z.optional(z.string()),
  updated: z.optional(z.string()),
  lang: z.string().check(describe("Language of the article: a BCP 47 primary language subtag.")),
  url: z.string().check(describe("The article's page.")),
  link: z.string().check(describe("The page, with a text fragment that lands on the cited sentence.")),
  headings: z.array(z.string()),
  paragraph: z.int().check(z.minimum(1)),
  start: offset,
  end: offset,
});
export type Citation = z.infer<typeof citationSchema>;

/** What an editor would clip, in the author's words: `article.text.slice(start, end) === quote`. */
export const quoteSchema = z.object({
  quote: z.string(),
  kind: z
    .enum(["sentence", "paragraph", "list", "table", "code"])
    .check(
      describe("`list` is a whole list or some of its items, `table` rows, `paragraph` sentences in a row."),
    ),
  lead: z.exactOptional(
    excerptSchema.check(
      describe(
        "To be read before the quote: the sentences that lead to a list or to code, the header of a table.",
      ),
    ),
  ),
  focus: z
    .object({ start: offset, end: offset })
    .check(
      describe(
        "What of the quote answers: a sentence, a row, an item, or all of a list or of rows where none says more of it than the others.",
      ),
    ),
  passage: z.int().check(z.minimum(1), describe("Rank of the passage that holds it.")),
  start: offset,
  end: offset,
  link: z.string().check(describe("The page, with a text fragment that lands on what answers.")),
  lang: z.string().check(describe("Language of the article: a BCP 47 primary language subtag.")),
});
export type Quote = z.infer<typeof quoteSchema>;
export type QuoteKind = Quote["kind"];

/** A ranked passage with its citation. `highlights` are offsets into `text`, the passage's own. */
export const hitSchema = z.object({
  rank: z.int().check(z.minimum(1)),
  id: z.string(),
  score: z.number(),
  text: z.string(),
  blocks: z
    .array(passageBlockSchema)
    .check(describe("What `text` is made of, in order; offsets are its own, as those of `highlights`.")),
  highlights: z.array(z.tuple([offset, offset])),
  citation: citationSchema,
  copies: z.exactOptional(
    z
      .array(
        z.object({
          article: z.string(),
          title: z.string(),
          version: z.exactOptional(z.string()),
          link: z.string(),
        }),
      )
      .check(
        z.minLength(1),
        describe(
          "Passages of other articles that say nearly the same and were found too, such as older versions of the page.",
        ),
      ),
  ),
});
export type Hit = z.infer<typeof hitSchema>;

/** Which index gave an answer. */
export const indexIdentitySchema = z.object({
  version: z.string().check(describe("SHA-256 of the index, hexadecimal.")),
  articles: z.int().check(z.minimum(0)),
  passages: z.int().check(z.minimum(0)),
});
export type IndexIdentity = z.infer<typeof indexIdentitySchema>;

/** A word of the question that no article holds, and what was searched for instead. */
export const searchedForSchema = z.object({
  asked: z.string().check(describe("The word as it was asked.")),
  instead: z
    .array(z.string())
    .check(z.minLength(1), describe("Words that it may be a misspelling of, as the passages have them.")),
});
export type SearchedFor = z.infer<typeof searchedForSchema>;

/** The whole answer to a question. `answer` is empty exactly when `answered` is false. */
export const answerSchema = z.object({
  question: z.string(),
  answered: z.boolean(),
  confidence: z.number().check(z.minimum(0), z.maximum(1)),
  searchedFor: z.exactOptional(
    z
      .array(searchedForSchema)
      .check(z.minLength(1), describe("Only when a word was taken for a misspelt one.")),
  ),
  partial: z.exactOptional(
    z
      .literal(true)
      .check(
        describe(
          "Only when the question asks for more than one question may read: its rarest words were searched for, or fewer passages could be read than asked for.",
        ),
      ),
  ),
  answer: z.array(quoteSchema).check(z.maxLength(3)),
  passages: z.array(hitSchema),
  related: z.exactOptional(
    z
      .array(z.string())
      .check(
        z.maxLength(maximumRelated),
        describe(
          "Near questions that are answered, where this one is not: questions of articles and headings, as they stand.",
        ),
      ),
  ),
  index: indexIdentitySchema,
});
export type Answer = z.infer<typeof answerSchema>;

/** Description of an answer's id, in a header or in the answer itself. */
export const answerIdDescription =
  "Names this answer to `POST /api/feedback`, for 24 hours. Absent where the question is not recorded.";

/** An answer with its id, where no header can carry it. */
export const answerWithIdSchema = z.extend(answerSchema, {
  id: z.exactOptional(z.string().check(describe(answerIdDescription))),
});
export type AnswerWithId = z.infer<typeof answerWithIdSchema>;
