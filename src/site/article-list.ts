import type { Element } from "hast";
import { h } from "hastscript";
import type { ArticleMetadata } from "../model/index.ts";

/** Sorts articles newest first; those without a date come last, by title. */
export function newestFirst<Item extends ArticleMetadata>(articles: readonly Item[]): Item[] {
  const date = ({ updated, published }: Item): string => updated ?? published ?? "";
  return [...articles].sort(
    (a, b) => date(b).localeCompare(date(a)) || a.title.localeCompare(b.title) || a.id.localeCompare(b.id),
  );
}

const dayFormat = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" });

/** A `<time>` element with the day of a date, in words. */
export function timeElement(iso: string): Element {
  return h("time", { dateTime: iso }, dayFormat.format(new Date(iso.slice(0, 10))));
}

/** Authors and date of an article in one line. */
export function byline({ authors, published }: ArticleMetadata): Element | undefined {
  if (authors.length === 0 && published === undefined) return undefined;
  const names = authors.join(", ");
  const date = published === undefined ? [] : [timeElement(published)];
  return h(
    "p",
    { className: "byline" },
    names === "" ? date : [names, ...date.flatMap((time) => [" · ", time])],
  );
}

/** Articles as a list of links, with their summaries if `detailed`. */
export function articleListElement(articles: readonly ArticleMetadata[], detailed: boolean): Element {
  return h(
    "ul",
    { className: detailed ? "cards" : "index" },
    articles.map((article) =>
      h("li", [
        h("a", { href: article.url, lang: article.lang }, article.title),
        detailed && article.summary !== undefined
          ? h("p", { lang: article.lang }, article.summary)
          : undefined,
        byline(article),
      ]),
    ),
  );
}
