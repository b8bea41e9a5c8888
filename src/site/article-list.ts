import type { Element } from "hast";
import { h } from "hastscript";
import type { ArticleMetadata } from "../model/index.ts";
import { dateFormat } from "../shared/date-format.ts";

/** Sorts articles newest first; those without a date come last, by title. */
export function newestFirst<Item extends ArticleMetadata>(articles: readonly Item[]): Item[] {
  const date = ({ updated, published }: Item): string => updated ?? published ?? "";
  return [...articles].sort(
    (a, b) => date(b).localeCompare(date(a)) || a.title.localeCompare(b.title) || a.id.localeCompare(b.id),
  );
}

/** Formats that were made, by language and how exact a date is: to make one takes as long as a hundred dates. */
const formats = new Map<string, Intl.DateTimeFormat>();

function dateWriter(lang: string, iso: string): (date: Date) => string {
  const key = `${lang} ${Math.min(iso.length, 10)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(lang, dateFormat(iso));
  formats.set(key, format);
  return (date) => format.format(date);
}

/** A `<time>` element with the day of a date, or what it says of it, in words of a language. */
export function timeElement(iso: string, lang: string): Element {
  return h("time", { dateTime: iso, dir: "auto" }, dateWriter(lang, iso)(new Date(iso.slice(0, 10))));
}

/** Authors and date of an article in one line. */
export function byline({ authors, published }: ArticleMetadata, lang: string): Element | undefined {
  if (authors.length === 0 && published === undefined) return undefined;
  const names = authors.join(", ");
  const date = published === undefined ? [] : [timeElement(published, lang)];
  return h(
    "p",
    { className: "byline" },
    names === "" ? date : [h("bdi", names), ...date.flatMap((time) => [" · ", time])],
  );
}

/** A link to the articles with a tag. */
export function tagLinks(tags: readonly string[]): Element | undefined {
  if (tags.length === 0) return undefined;
  return h(
    "ul",
    { className: "tags" },
    tags.map((tag) => h("li", h("a", { href: `/articles/?tag=${encodeURIComponent(tag)}` }, tag))),
  );
}

/** Articles as a list of links with their summaries: as cards, or in a column with their tags. */
export function articleListElement(
  articles: readonly ArticleMetadata[],
  form: "cards" | "index",
  lang: string,
): Element {
  return h(
    "ul",
    { className: form },
    articles.map((article) =>
      h("li", form === "index" && article.tags.length > 0 ? { dataTags: article.tags.join("\n") } : {}, [
        h("a", { href: article.url, lang: article.lang, dir: "auto" }, article.title),
        article.summary === undefined
          ? undefined
          : h("p", { lang: article.lang, dir: "auto" }, article.summary),
        byline(article, lang),
        form === "index" ? tagLinks(article.tags) : undefined,
      ]),
    ),
  );
}
