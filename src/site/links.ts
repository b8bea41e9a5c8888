import { articleFormat } from "../corpus/formats/index.ts";
import { articleId, defaultUrl } from "../corpus/formats/source.ts";

const base = "http://corpus.invalid";

/** The address on the site of what an article links to: a file of the corpus becomes the page of its article. */
export function resolveLink(href: string, article: string): string {
  const isRelative = !/^(?:[a-z][a-z\d+.-]*:|[/?#])/i.test(href);
  const url = isRelative ? URL.parse(href, `${base}/${encodeURI(article)}`) : null;
  if (url === null) return href;
  const path = safelyDecoded(url.pathname.slice(1));
  if (path === undefined || articleFormat(path) === undefined) return href;
  return defaultUrl(articleId(path)) + url.search + url.hash;
}

function safelyDecoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** Whether an image is on another site. */
export function isExternalImage(src: string): boolean {
  return /^(?:https?:)?\/\//i.test(src);
}

/** The path below the corpus folder of an image that an article shows, from the article's file or from the folder. */
export function imagePath(src: string, article: string): string | undefined {
  const url = URL.parse(src, `${base}/${encodeURI(article)}`);
  return url?.origin === base ? safelyDecoded(url.pathname.slice(1)) : undefined;
}
