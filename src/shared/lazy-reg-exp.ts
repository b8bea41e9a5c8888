import { lazy } from "./lazy.ts";

/**
 * A lazily created regular expression, for patterns with Unicode properties such as `\p{L}`: V8 asks ICU for all their characters
 * when it parses the script, when it creates the expression, and when it first runs it. A new isolate spent a tenth of its
 * first answer on the first two, for patterns that most questions never need.
 *
 * @throws SyntaxError at first use, when the pattern is invalid
 */
export const lazyRegExp = (source: string, flags: string): (() => RegExp) =>
  lazy(() => new RegExp(source, flags));
