/** Response header with the id of an answer, to send back with a vote. */
export const answerIdHeader = "Footnote-Answer-Id";

/** Request and response header with D1's bookmark: the state of the database that a client has seen. */
export const bookmarkHeader = "x-d1-bookmark";

/** Syntax of a bookmark; only D1 knows whether it is valid. */
export const bookmarkPattern = /^[0-9A-Fa-f-]{1,128}$/;

/** Name of the Markdown beside an article's page. */
export const markdownName = "index.md";

/** Leads from a page to the Markdown beside it, relative to the page's address. */
export const markdownLink = `<${markdownName}>; rel="alternate"; type="text/markdown"`;

/** Headers of all pages: they may load this site's own files and the images in articles, nothing else. */
export const pageHeaders = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' https:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Content-Type-Options": "nosniff",
} as const;
