import { DistanceRows } from "../../distance-rows.ts";
import { allowedDistance } from "../../similar.ts";
import { scan, type TableEntry } from "../format/string-table.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The entries of a block whose keys are similar to a term: same first character, and within its `allowedDistance`. Other keys
 * are not decoded to strings.
 */
export function nearEntries(block: Uint8Array, term: string): TableEntry[] {
  const limit = allowedDistance(term);
  const rows = new DistanceRows(term, limit);
  const first = encoder.encode(String.fromCodePoint(term.codePointAt(0) ?? 0));
  const near: TableEntry[] = [];
  const key: number[] = [];
  // For each UTF-16 unit read of the key, the byte offset where its character ends.
  const ends: number[] = [];
  // Length of the previous key's prefix that rules out every similar key, in bytes.
  let ruledOut = Number.POSITIVE_INFINITY;
  scan(block, ({ shared, length, rest, valueStart, valueEnd }) => {
    if (shared >= ruledOut) return;
    key.length = shared;
    for (let at = shared; at < length; at++) key.push(block[rest + at - shared] ?? 0);
    while ((ends.at(-1) ?? 0) > shared) ends.pop();
    rows.truncate(ends.length);
    ruledOut = Number.POSITIVE_INFINITY;
    for (let at = ends.at(-1) ?? 0; at < length; ) {
      const { unit, low, end } = characterAt(key, at);
      const begins = at > 0 || first.every((byte, index) => key[index] === byte);
      const goesOn = begins && rows.push(unit) && (low === undefined || rows.push(low));
      if (!goesOn) {
        ruledOut = end;
        rows.truncate(ends.length);
        return;
      }
      ends.push(end);
      if (low !== undefined) ends.push(end);
      at = end;
    }
    if (rows.distance > limit) return;
    near.push({ key: decoder.decode(Uint8Array.from(key)), value: block.subarray(valueStart, valueEnd) });
  });
  return near;
}

/** The character at an offset of some UTF-8, as one UTF-16 unit or two, and where it ends (RFC 3629, section 3). */
function characterAt(
  bytes: readonly number[],
  offset: number,
): { unit: number; low: number | undefined; end: number } {
  const byte = bytes[offset] ?? 0;
  const next = (index: number): number => (bytes[offset + index] ?? 0) & 0x3f;
  if (byte < 0x80) return { unit: byte, low: undefined, end: offset + 1 };
  if (byte < 0xe0) return { unit: ((byte & 0x1f) << 6) | next(1), low: undefined, end: offset + 2 };
  if (byte < 0xf0) {
    return { unit: ((byte & 0x0f) << 12) | (next(1) << 6) | next(2), low: undefined, end: offset + 3 };
  }
  const codePoint = ((byte & 0x07) << 18) | (next(1) << 12) | (next(2) << 6) | next(3);
  const beyond = codePoint - 0x10000;
  return { unit: 0xd800 + (beyond >> 10), low: 0xdc00 + (beyond & 0x3ff), end: offset + 4 };
}
