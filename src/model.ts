/**
 * The vocabulary of Footnote. Every room speaks in these types; this file imports nothing but zod.
 *
 * All offsets are UTF-16 code units into `Article.text` unless a comment says otherwise, and all ranges are
 * half-open: `text.slice(start, end)`.
 */
import { z } from "zod";

/** A half-open range of UTF-16 offsets: `0 <= start <= end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What a block is. `quote` is a block quotation, `list` one whole list, `table` one whole table. */
export type BlockKind = "heading" | "paragraph" | "list" | "table" | "code" | "quote";

/** One block of an article's canonical text. Blocks are in order, do not overlap, and hold all but white space. */
export interface Block extends Range {
  readonly kind: BlockKind;
  /** 1-6 for headings, absent for all others. */
  readonly level?: number;
}

/** What an article says about itself, after defaults. */
export interface ArticleMetadata {
  /** Path below the corpus folder without its extension, `/` between parts; unique in a corpus. */
  readonly id: string;
  readonly title: string;
  /** Absolute URL, or a path that starts with `/`, of the page that shows the article. */
  readonly url: string;
  /** BCP 47 primary language subtag, lower case: `en`, `zh`. */
  readonly lang: string;
  readonly authors: readonly string[];
  /** ISO 8601 calendar date or date and time, as the author wrote it. */
  readonly published?: string;
  readonly updated?: string;
  readonly tags: readonly string[];
  readonly summary?: string;
  /** Questions that the article answers, in the author's words. */
  readonly questions: readonly string[];
}

/** An article: its metadata, its one canonical plain text, and the blocks of that text. */
export interface Article extends ArticleMetadata {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The unit of retrieval: some consecutive blocks, or some sentences of a long one, under one heading. */
export interface Passage extends Range {
  /** `<article id>:<hash of the text>`; stays when other parts of the article change. */
  readonly id: string;
  /** Id of the article. */
  readonly article: string;
  /** Headings above the passage, outermost first, without the article's title. */
  readonly headings: readonly string[];
  /** 1-based number, among the article's blocks that are not headings, of the block the passage starts in. */
  readonly paragraph: number;
  /** `article.text.slice(start, end)`. */
  readonly text: string;
}

/** Longest question, in UTF-16 units, after NFC and trimming. */
export const maximumQuestionLength = 500;
/** Most passages one answer returns. */
export const maximumLimit = 20;

/** A question after validation, and what to narrow the search to. */
export const askRequestSchema = z.strictObject({
  question: z
    .string()
    .transform((text) => text.normalize("NFC").trim())
    .pipe(z.string().min(1, "ask something").max(maximumQuestionLength))
    .meta({ description: "The question, 1-500 characters after NFC and trimming.", example: "Why was R2 delayed?" }),
  limit: z.int().min(1).max(maximumLimit).default(5).meta({ description: "How many passages to return." }),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}$/, "a language code such as en")
    .optional()
    .meta({ description: "Only articles in this language." }),
  tag: z.string().min(1).max(100).optional().meta({ description: "Only articles with this tag." }),
  article: z.string().min(1).max(500).optional().meta({ description: "Only the article with this id." }),
});
export type AskRequest = z.infer<typeof askRequestSchema>;

const offset = z.int().min(0);

/** Where a passage comes from, enough to find it, name it and check it. */
export const citationSchema = z.object({
  article: z.string().meta({ description: "Id of the article." }),
  title: z.string(),
  authors: z.array(z.string()),
  published: z.string().optional(),
  updated: z.string().optional(),
  url: z.string().meta({ description: "The article's page." }),
  link: z.string().meta({ description: "The page, with a text fragment that lands on the cited sentence." }),
  headings: z.array(z.string()),
  paragraph: z.int().min(1),
  start: offset,
  end: offset,
});
export type Citation = z.infer<typeof citationSchema>;

/** One sentence or more in the author's words: `article.text.slice(start, end) === quote`. */
export const quoteSchema = z.object({
  quote: z.string(),
  passage: z.int().min(1).meta({ description: "Rank of the passage that holds it." }),
  start: offset,
  end: offset,
});
export type Quote = z.infer<typeof quoteSchema>;

/** A ranked passage with its citation. `highlights` are offsets into `text`, the passage's own. */
export const hitSchema = z.object({
  rank: z.int().min(1),
  id: z.string(),
  score: z.number(),
  text: z.string(),
  highlights: z.array(z.tuple([offset, offset])),
  citation: citationSchema,
});
export type Hit = z.infer<typeof hitSchema>;

/** Which index gave an answer. */
export const indexIdentitySchema = z.object({
  version: z.string().meta({ description: "SHA-256 of the index, hexadecimal." }),
  articles: z.int().min(0),
  passages: z.int().min(0),
});
export type IndexIdentity = z.infer<typeof indexIdentitySchema>;

/** The whole answer to a question. `answer` is empty exactly when `answered` is false. */
export const answerSchema = z.object({
  question: z.string(),
  answered: z.boolean(),
  confidence: z.number().min(0).max(1),
  answer: z.array(quoteSchema).max(3),
  passages: z.array(hitSchema),
  index: indexIdentitySchema,
});
export type Answer = z.infer<typeof answerSchema>;
