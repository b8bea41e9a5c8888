import { articleFormat, articleId, defaultUrl } from "../corpus/source.ts";

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

/** The address of an image, or undefined when it is not among what the site serves: a file of the corpus is not. */
export function resolveImage(src: unknown): string | undefined {
  return typeof src === "string" && /^(?:https?:)?\//i.test(src) ? src : undefined;
}
