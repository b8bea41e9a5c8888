import type { Range } from "../../../model/index.ts";
import { ByteReader, ByteWriter } from "../../../shared/bytes.ts";

/** A set of whole numbers as ranges: ascending, none empty, none touching the next. */
export type Ranges = readonly Range[];

/** Ascending numbers as ranges. */
export function rangesOf(numbers: Iterable<number>): Range[] {
  const ranges: { start: number; end: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.end === number) last.end++;
    else ranges.push({ start: number, end: number + 1 });
  }
  return ranges;
}

/** Ranges as varints: for each, the distance from the end of the one before, and the length. */
export function encodeRanges(ranges: Ranges): Uint8Array {
  const writer = new ByteWriter();
  let previous = 0;
  for (const { start, end } of ranges) {
    writer.varint(start - previous);
    writer.varint(end - start);
    previous = end;
  }
  return writer.finish();
}

/** The ranges that `encodeRanges` wrote. */
export function decodeRanges(bytes: Uint8Array): Range[] {
  const reader = new ByteReader(bytes);
  const ranges: Range[] = [];
  let previous = 0;
  while (reader.offset < bytes.length) {
    const start = previous + reader.varint();
    previous = start + reader.varint();
    ranges.push({ start, end: previous });
  }
  return ranges;
}

/** The intersection of two sets. */
export function intersect(left: Ranges, right: Ranges): Range[] {
  const both: Range[] = [];
  let l = 0;
  let r = 0;
  for (;;) {
    const a = left[l];
    const b = right[r];
    if (a === undefined || b === undefined) return both;
    const start = Math.max(a.start, b.start);
    const end = Math.min(a.end, b.end);
    if (start < end) both.push({ start, end });
    if (a.end < b.end) l++;
    else r++;
  }
}

/** Number of elements. */
export function sizeOf(ranges: Ranges): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Up to `limit` elements, from the one at `offset` on. */
export function numbersOf(ranges: Ranges, offset: number, limit: number): number[] {
  const numbers: number[] = [];
  let before = 0;
  for (const { start, end } of ranges) {
    const from = start + Math.max(0, offset - before);
    for (let number = from; number < end && numbers.length < limit; number++) numbers.push(number);
    if (numbers.length === limit) break;
    before += end - start;
  }
  return numbers;
}
