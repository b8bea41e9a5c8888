import GithubSlugger from "github-slugger";
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

/** The headings of an article in order. */
export function headingsOf({ blocks, text }: Article): Heading[] {
  const slugger = new GithubSlugger();
  return blocks
    .filter(({ kind }) => kind === "heading")
    .map(({ start, end, level = 2 }) => {
      const heading = text.slice(start, end);
      return { id: slugger.slug(heading) || "section", text: heading, level };
    });
}
