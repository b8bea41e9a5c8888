import { articleFormat } from "../corpus/formats/index.ts";
import { articleId, defaultUrl } from "../corpus/formats/source.ts";
import { percentDecoded } from "../shared/percent-decoded.ts";

const base = "http://corpus.invalid";

/** Resolves a link in an article: a file of the corpus becomes the URL of its page. */
export function resolveLink(href: string, article: string): string {
  const isRelative = !/^(?:[a-z][a-z\d+.-]*:|[/?#])/i.test(href);
  const url = isRelative ? URL.parse(href, `${base}/${encodeURI(article)}`) : null;
  if (url === null) return href;
  const path = percentDecoded(url.pathname.slice(1));
  if (path === undefined || articleFormat(path) === undefined) return href;
  return defaultUrl(articleId(path)) + url.search + url.hash;
}

/** Whether an image is on another site. */
export function isExternalImage(src: string): boolean {
  return /^(?:https?:)?\/\//i.test(src);
}

/** Path below the corpus folder of an image, which may be relative to the article or, with a leading slash, to the folder. */
export function imagePath(src: string, article: string): string | undefined {
  const url = URL.parse(src, `${base}/${encodeURI(article)}`);
  return url?.origin === base ? percentDecoded(url.pathname.slice(1)) : undefined;
}

/**
 * Path of a relative image where the site that the article was written for serves it as a folder; undefined when that is no
 * other than by its file.
 */
export function imagePathBelow(src: string, article: string): string | undefined {
  const isRelative = !/^[/?#]|^[a-z][a-z\d+.-]*:/i.test(src);
  if (!isRelative || /(?:^|\/)(?:_?index|readme)$/i.test(article)) return undefined;
  const path = imagePath(src, `${article}/`);
  return path === imagePath(src, article) ? undefined : path;
}
