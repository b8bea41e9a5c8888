import GithubSlugger from "github-slugger";
import { pageIds } from "../corpus/formats/html-anchors.ts";
import type { Article, ArticleMetadata } from "../model/index.ts";

/** A heading of an article with its id on the article's page, the same as on GitHub. */
export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly level: number;
}

/** An article's metadata and headings, for lists. */
export interface ArticleOutline extends ArticleMetadata {
  readonly headings: readonly Heading[];
}

/** The headings of an article in order. Ids that the author gave stay; the others get theirs as on GitHub. */
export function headingsOf({ blocks, text }: Pick<Article, "blocks" | "text">): Heading[] {
  const slugger = new GithubSlugger();
  const headings = blocks.filter(({ kind }) => kind === "heading");
  for (const id of [...pageIds, ...headings.map(({ anchor }) => anchor)])
    if (id !== undefined) slugger.occurrences[id] = 0;
  return headings.map(({ start, end, level = 2, anchor }) => {
    const heading = text.slice(start, end);
    return { id: anchor ?? (slugger.slug(heading) || slugger.slug("section")), text: heading, level };
  });
}
