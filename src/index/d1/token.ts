import type { FilterValue } from "../filters.ts";

/**
 * Encodes a term so that FTS5's `ascii` tokenizer, with `_` as a letter, leaves it whole: ASCII other than small letters
 * and digits is written as `_` and two hexadecimal digits. Most terms are their own tokens, and no token needs quotes in a
 * JSON path.
 */
export function tokenOf(term: string): string {
  return term.replace(/[^a-z\d\u{80}-\u{10ffff}]/gu, (character) => {
    return `_${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
}

/** The term of a token. */
export function termOf(token: string): string {
  return token.replace(/_([\da-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** What narrows a search, as a term. It contains a space, which no term of a text does. */
export function filterTerm([name, value]: FilterValue): string {
  return `${name} ${value}`;
}

/** A phrase of an FTS5 query. */
export function phraseOf(term: string): string {
  return `"${tokenOf(term)}"`;
}
