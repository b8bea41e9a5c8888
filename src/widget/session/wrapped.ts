import type { Range } from "../../model/index.ts";
import type { Child } from "../kit.ts";

/** A text with ranges of it in elements. Ranges are sorted and do not overlap; those outside of `part` are skipped. */
export function wrapped(
  text: string,
  part: Range,
  ranges: readonly Range[],
  wrap: (range: Range) => Child,
  plain: (range: Range) => Child[] = ({ start, end }) => [text.slice(start, end)],
): Child[] {
  let position = part.start;
  const children: Child[] = [];
  for (const range of ranges) {
    const start = Math.max(range.start, position);
    const end = Math.min(range.end, part.end);
    if (start >= end) continue;
    children.push(...plain({ start: position, end: start }), wrap({ start, end }));
    position = end;
  }
  return [...children, ...plain({ start: position, end: part.end })];
}
