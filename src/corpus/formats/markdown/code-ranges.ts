import type { Range } from "../../../model/index.ts";

/** Longest code span in characters: what is longer is two marks that have nothing to do with each other. */
const longestSpan = 2_000;

const candidate = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`\n]*$)|~{3,})|`+/gm;

/** Where a fenced block that was opened ends: behind its closing line, or with the text. */
function endOfFence(text: string, from: number, mark: string): number {
  const closing = new RegExp(`^[ \\t>]*\\${mark.charAt(0)}{${mark.length},}[ \\t]*$`, "gm");
  closing.lastIndex = from;
  const match = closing.exec(text);
  return match === null ? text.length : match.index + match[0].length;
}

/** Where a code span that was opened ends; undefined when nothing in its paragraph closes it. */
function endOfSpan(text: string, from: number, mark: string): number | undefined {
  const blank = text.slice(from, from + longestSpan).search(/\n[ \t]*\n/);
  const end = blank === -1 ? from + longestSpan : from + blank;
  for (const { 0: run, index } of text.slice(from, end).matchAll(/`+/g)) {
    if (run.length === mark.length) return from + index + run.length;
  }
  return undefined;
}

/** Where a Markdown text holds code, in fences and in spans. In order, apart. */
export function codeRanges(text: string): Range[] {
  const ranges: Range[] = [];
  candidate.lastIndex = 0;
  for (let match = candidate.exec(text); match !== null; match = candidate.exec(text)) {
    const { 0: matched, 1: fence, index } = match;
    const from = index + matched.length;
    const end = fence === undefined ? endOfSpan(text, from, matched) : endOfFence(text, from, fence);
    if (end === undefined) continue;
    ranges.push({ start: index, end });
    candidate.lastIndex = Math.max(end, from);
  }
  return ranges;
}

/** Returns a function that tells whether an offset is in one of some ranges, which are in order and apart. */
export function isWithin(ranges: readonly Range[]): (offset: number) => boolean {
  return (offset) => {
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return (ranges[low]?.start ?? Number.POSITIVE_INFINITY) <= offset;
  };
}

/** Rewrites what stands outside code, part by part; code stays as it is. */
export function outsideCode(
  text: string,
  rewrite: (prose: string) => string,
  rewriteCode: (code: string) => string = (code) => code,
): string {
  let made = "";
  let end = 0;
  for (const range of codeRanges(text)) {
    made += rewrite(text.slice(end, range.start)) + rewriteCode(text.slice(range.start, range.end));
    end = range.end;
  }
  return made + rewrite(text.slice(end));
}

/** White space that has as many lines as a text, to stand in its place. */
export function blank(text: string): string {
  return "\n".repeat(text.split("\n").length - 1);
}
