import { lazy } from "./lazy.ts";

/**
 * A regular expression that is made when it is first asked for. For patterns with a property such as `\p{L}`: V8 asks ICU for
 * all characters that have it when it parses the script, when it makes the expression, and when it first runs it. A new
 * isolate spent a tenth of its first answer on the first two, for patterns that most questions never need.
 *
 * @throws SyntaxError at that time, when it is none
 */
export const lazyRegExp = (source: string, flags: string): (() => RegExp) =>
  lazy(() => new RegExp(source, flags));
