import type { Range } from "../model.ts";

/** A target of at most this many words is named whole; a longer one by its two ends, to keep links short. */
const longestWhole = 12;
/** Words that name one end of a long target. */
const endWords = 5;
/** Words before a target that tell it from an earlier occurrence. */
const prefixWords = 3;

/** Scripts that put no spaces between words. Korean does. */
const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

let segmenter: Intl.Segmenter | undefined;

/**
 * The text directive, without `#:~:`, that makes a browser scroll to a range of a text and highlight it; empty when the
 * range holds nothing but white space. See https://wicg.github.io/scroll-to-text-fragment/.
 *
 * A browser matches each term of a directive inside one block of the page, at word boundaries, and regardless of case
 * and white space. So a line break in the target, where a block ends, or a tab, where a table cell ends, always parts
 * its two ends, and no term is cut inside a word. A prefix tells the target from other places in the text that begin alike.
 */
export function textDirective(text: string, target: Range): string {
  const lines = linesOf(text.slice(target.start, target.end));
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return "";

  const whole = lines.length === 1 && wordsOf(first).length <= longestWhole;
  const start = whole ? first : firstWords(first, endWords);
  const before = linesOf(text.slice(0, target.start)).at(-1);
  const terms = [encode(start)];
  if (before !== undefined && occursTwice(text, start))
    terms.unshift(`${encode(lastWords(before, prefixWords))}-`);
  if (!whole) terms.push(encode(lastWords(last, endWords)));
  return `text=${terms.join(",")}`;
}

/** The lines and table cells that hold more than white space, with each run of white space made one space. */
function linesOf(text: string): string[] {
  return text
    .split(/[\n\t]/)
    .map(collapse)
    .filter(Boolean);
}

function collapse(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function wordsOf(line: string): Range[] {
  if (!unspacedScript.test(line)) {
    return Array.from(line.matchAll(/\S+/g), ({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
    }));
  }
  // Made when first needed: most corpora never do. Its dictionaries go by script, so any locale does.
  segmenter ??= new Intl.Segmenter("en", { granularity: "word" });
  return Array.from(segmenter.segment(line))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ start: index, end: index + segment.length }));
}

function firstWords(line: string, count: number): string {
  return line.slice(0, wordsOf(line)[count - 1]?.end);
}

function lastWords(line: string, count: number): string {
  return line.slice(wordsOf(line).at(-count)?.start);
}

function occursTwice(text: string, term: string): boolean {
  const place = collapse(text).toLowerCase();
  const sought = term.toLowerCase();
  return place.indexOf(sought) !== place.lastIndexOf(sought);
}

/** Percent-encodes a term; `-` too, which the syntax of the directive gives a meaning, as it does `,` and `&`. */
function encode(term: string): string {
  return encodeURIComponent(term.toWellFormed()).replaceAll("-", "%2D");
}
