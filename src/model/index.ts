/**
 * The vocabulary of Footnote. Every room speaks in these types; this file imports nothing but zod, in its small form:
 * a new isolate reads all of it before it can answer.
 *
 * All offsets are UTF-16 code units into `Article.text` unless a comment says otherwise, and all ranges are
 * half-open: `text.slice(start, end)`.
 */

import * as z from "zod/mini";
import { maximumPageLength, maximumRelated } from "./limits.ts";

export { originPlaceholder } from "./limits.ts";
export { type AskRequest, askRequestSchema } from "./request.ts";

/** A half-open range of UTF-16 offsets: `0 <= start <= end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Deeply read-only. */
type Immutable<T> = T extends object ? { readonly [Key in keyof T]: Immutable<T[Key]> } : T;

const offset = z.int().check(z.minimum(0));

const describe = (description: string) => z.meta({ description });

export const blockSchema = z.object({
  kind: z
    .enum(["heading", "paragraph", "list", "table", "code", "quote"])
    .check(describe("`quote` is a block quotation, `list` one whole list, `table` one whole table.")),
  level: z.exactOptional(
    z.int().check(z.minimum(1), z.maximum(6), describe("Of a heading; absent for all others.")),
  ),
  under: z.exactOptional(
    z
      .int()
      .check(
        z.minimum(0),
        z.maximum(6),
        describe(
          "Where a box with headings of its own ended right before: the level of the heading that this block stands below again, 0 for none.",
        ),
      ),
  ),
  anchor: z.exactOptional(
    z.string().check(describe("Of a heading: its id on the article's page, where the author gave one.")),
  ),
  start: offset,
  end: offset,
});
/** One block of an article's canonical text. Blocks are in order, do not overlap, and cover everything but white space. */
export type Block = Immutable<z.infer<typeof blockSchema>>;
export type BlockKind = Block["kind"];

export const articleMetadataSchema = z.object({
  id: z
    .string()
    .check(
      describe("Path below the corpus folder without its extension, `/` between parts; unique in a corpus."),
    ),
  title: z.string(),
  url: z.string().check(describe("Absolute URL, or a path that starts with `/`, of the article's page.")),
  lang: z.string().check(describe("BCP 47 primary language subtag, lower case: `en`, `zh`.")),
  authors: z.array(z.string()),
  published: z.exactOptional(
    z.string().check(describe("ISO 8601 calendar date or date and time, as the author wrote it.")),
  ),
  updated: z.exactOptional(z.string().check(describe("As `published`."))),
  version: z.exactOptional(
    z.string().check(describe("Which version of a thing it describes, where its path tells that.")),
  ),
  tags: z.array(z.string()),
  summary: z.exactOptional(z.string()),
  questions: z
    .array(z.string())
    .check(describe("Questions that the article answers, in the author's words.")),
});
/** What an article says about itself, after defaults. */
export type ArticleMetadata = Immutable<z.infer<typeof articleMetadataSchema>>;

export const articleSchema = z.extend(articleMetadataSchema, {
  text: z.string().check(describe("The canonical plain text that all offsets point into.")),
  blocks: z.array(blockSchema),
});
/** An article: its metadata, its one canonical plain text, and the blocks of that text. */
export type Article = Immutable<z.infer<typeof articleSchema>>;

/** A range of an article's text together with its text. */
export const excerptSchema = z.object({ text: z.string(), start: offset, end: offset });
export type Excerpt = Immutable<z.infer<typeof excerptSchema>>;

export const passageBlockSchema = z.object({
  kind: z.enum(["paragraph", "list", "table", "code", "quote"]),
  start: offset,
  end: offset,
});

const storedBlockSchema = z.extend(passageBlockSchema, {
  lead: z.exactOptional(
    excerptSchema.check(
      describe(
        "What a reader needs before it that an earlier passage holds, in offsets of the article's text: the header of a table that goes on, the sentence that leads to a list.",
      ),
    ),
  ),
});
/** A block, or the part of one, that a passage holds, in offsets of the passage's own text. */
export type PassageBlock = Immutable<z.infer<typeof storedBlockSchema>>;

const passageSchema = z.object({
  id: z
    .string()
    .check(describe("`<article id>:<hash of the text>`; stays when other parts of the article change.")),
  article: z.string().check(describe("Id of the article.")),
  headings: z
    .array(z.string())
    .check(describe("Headings above the passage, outermost first, without the article's title.")),
  anchor: z.exactOptional(
    z
      .string()
      .check(
        describe("Id on the article's page of the innermost of these headings that the author gave one."),
      ),
  ),
  paragraph: z
    .int()
    .check(
      z.minimum(1),
      describe(
        "Number, among the article's blocks that are not headings, of the block the passage starts in.",
      ),
    ),
  start: offset,
  end: offset,
  text: z.string().check(describe("`article.text.slice(start, end)`.")),
  section: offset.check(
    describe("Where the text below the passage's innermost heading begins: `start` in its first passage."),
  ),
  blocks: z
    .array(storedBlockSchema)
    .check(describe("What the passage is made of, in order; offsets are those of its own `text`.")),
  directives: z.exactOptional(
    z
      .array(z.object({ start: offset, end: offset, directive: z.string() }))
      .check(
        describe(
          "Text directives of those sentences that the passage's own text cannot tell from others of the article.",
        ),
      ),
  ),
});
/** The unit of retrieval: some consecutive blocks, or some sentences of a long one, under one heading. */
export type Passage = Immutable<z.infer<typeof passageSchema>>;

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
        "To be read before the quote: the sentence that leads to a list or to code, the header of a table.",
      ),
    ),
  ),
  focus: z.object({ start: offset, end: offset }).check(describe("The sentence of the quote that answers.")),
  passage: z.int().check(z.minimum(1), describe("Rank of the passage that holds it.")),
  start: offset,
  end: offset,
  link: z.string().check(describe("The page, with a text fragment that lands on the sentence that answers.")),
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
