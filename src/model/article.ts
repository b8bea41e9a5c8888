import * as z from "zod/mini";

/** A half-open range of UTF-16 offsets: `0 <= start <= end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Deeply read-only. */
export type Immutable<T> = T extends object ? { readonly [Key in keyof T]: Immutable<T[Key]> } : T;

/** An offset in UTF-16 units. */
export const offset = z.int().check(z.minimum(0));

/** Attaches to a schema what the description of the API says of it. */
export const describe = (description: string) => z.meta({ description });

const codeLanguage = z.exactOptional(
  z
    .string()
    .check(describe("Of code: its language as the author names it, such as `ts`, where it is named.")),
);

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
  language: codeLanguage,
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
    z
      .string()
      .check(
        describe(
          "ISO 8601 date, or date and time, as exactly as the author wrote it: a year or a month of one, too.",
        ),
      ),
  ),
  updated: z.exactOptional(z.string().check(describe("As `published`."))),
  version: z.exactOptional(
    z.string().check(describe("Which version of a thing it describes, where its path tells that.")),
  ),
  tags: z.array(z.string()),
  summary: z.exactOptional(z.string()),
  questions: z
    .array(z.string())
    .check(
      describe(
        "Questions that the article answers, in the author's words, and what else its subject is called.",
      ),
    ),
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
  language: codeLanguage,
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

export const passageSchema = z.object({
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
