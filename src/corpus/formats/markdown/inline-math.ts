import { outsideCode } from "./code-ranges.ts";

/** A formula between single dollars, as notes and sites with MathJax have them; a price is followed by a digit or space. */
const formula = /(?<![\\$\w])\$(?=[^\s$])([^$\n]{1,400}?)(?<=[^\s\\])\$(?![\w$])/g;
/** What formulas have and prices and names of variables have not. */
const tex =
  /\\[a-zA-Z]|[\w})]\s?[\^_]\s?[\w{\\(]|^[a-zA-Z]$|^[a-zA-Z]\w*\([\w ,+*/|-]+\)(?:\s?[=<>]\s?[\w()., |+*/-]+)?$|^[a-zA-Z]\s?[=<>]\s?[\w.+*/ -]+$/;

/** A text whose formulas between single dollars stand between two, which the parser takes for nothing else. */
export function withDoubleDollars(text: string): string {
  if (!text.includes("$")) return text;
  return outsideCode(text, (prose) =>
    prose.replace(formula, (whole, inner: string) => (tex.test(inner) ? `$$${inner}$$` : whole)),
  );
}
