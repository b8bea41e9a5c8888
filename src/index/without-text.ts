import type { Article, ArticleMetadata } from "../model/index.ts";

/** An article's metadata alone, without its text. */
export function withoutText({ text: _text, blocks: _blocks, ...metadata }: Article): ArticleMetadata {
  return metadata;
}
