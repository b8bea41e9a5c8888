/**
 * The vocabulary of Footnote. Every room speaks in these types; this folder imports nothing but zod, in its small form:
 * a new isolate reads all of it before it can answer.
 *
 * All offsets are UTF-16 code units into `Article.text` unless a comment says otherwise, and all ranges are
 * half-open: `text.slice(start, end)`.
 */

export * from "./answer.ts";
export {
  type Article,
  type ArticleMetadata,
  articleMetadataSchema,
  articleSchema,
  type Block,
  type BlockKind,
  blockSchema,
  type Excerpt,
  type Passage,
  type PassageBlock,
  type Range,
} from "./article.ts";
export { originPlaceholder } from "./limits.ts";
export { type AskRequest, askRequestSchema } from "./request.ts";
export * from "./service.ts";
