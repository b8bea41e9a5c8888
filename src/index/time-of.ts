import type { ArticleMetadata } from "../model/index.ts";

/** When an article was last changed, in milliseconds since 1970; undefined when it does not say. */
export function timeOf({
  updated,
  published,
}: Pick<ArticleMetadata, "updated" | "published">): number | undefined {
  const time = Date.parse(updated ?? published ?? "");
  return Number.isNaN(time) ? undefined : time;
}
