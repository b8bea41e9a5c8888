/** The response header that names an answer, to send back with a vote. */
export const answerIdHeader = "Footnote-Answer-Id";

/** The header of a request and of its response that says how much of what was published a client has seen. */
export const bookmarkHeader = "x-d1-bookmark";

/** What a bookmark looks like; D1 knows whether it is one. */
export const bookmarkPattern = /^[0-9A-Fa-f-]{1,128}$/;

/** Headers of pages, whoever serves them: they may load what this site serves and the images that articles show, no more. */
export const pageHeaders = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Content-Type-Options": "nosniff",
} as const;
