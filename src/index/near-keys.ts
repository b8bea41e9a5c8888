import { ByteReader } from "./bytes.ts";
import { allowedDistance } from "./similar.ts";
import type { TableEntry } from "./table.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Edit distances between what was read of a key and each beginning of a term, where swapping two neighbours counts once. Keys
 * come in order, so that the rows of what a key shares with the one before need not be worked out again; and of each row
 * only what may be within the limit is. Works on UTF-16 units.
 */
class DistanceRows {
  readonly #term: string;
  readonly #limit: number;
  /** The row of each beginning of the key, the empty one first. Beyond the limit, they say one more than it. */
  readonly #rows: Uint8Array[] = [];
  readonly #units: number[] = [];

  constructor(term: string, limit: number) {
    this.#term = term;
    this.#limit = limit;
    this.#rows.push(Uint8Array.from({ length: term.length + 1 }, (_, column) => Math.min(column, limit + 1)));
  }

  /** UTF-16 units that were read of the key. */
  get length(): number {
    return this.#units.length;
  }

  /** Takes back all but the first `length` units. */
  truncate(length: number): void {
    this.#units.length = length;
  }

  /** Reads a unit more. False when no key that goes on from here is within the limit. */
  push(unit: number): boolean {
    const term = this.#term;
    const over = this.#limit + 1;
    const row = this.#units.push(unit);
    const previous = this.#rows[row - 1];
    const beforePrevious = this.#rows[row - 2];
    let current = this.#rows[row];
    if (current === undefined) {
      current = new Uint8Array(term.length + 1);
      this.#rows.push(current);
    }
    current.fill(over);
    if (row <= this.#limit) current[0] = row;
    let least = current[0] ?? over;
    const last = Math.min(term.length, row + this.#limit);
    for (let column = Math.max(1, row - this.#limit); column <= last; column++) {
      const same = unit === term.charCodeAt(column - 1);
      let distance = Math.min(
        over,
        (previous?.[column] ?? over) + 1,
        (current[column - 1] ?? over) + 1,
        (previous?.[column - 1] ?? over) + (same ? 0 : 1),
      );
      const swapped =
        unit === term.charCodeAt(column - 2) && this.#units[row - 2] === term.charCodeAt(column - 1);
      if (swapped) distance = Math.min(distance, (beforePrevious?.[column - 2] ?? over) + 1);
      current[column] = distance;
      least = Math.min(least, distance);
    }
    return least < over;
  }

  /** True when the key that was read is within the limit of the term. */
  get isNear(): boolean {
    return (this.#rows[this.#units.length]?.[this.#term.length] ?? 0) <= this.#limit;
  }
}

/**
 * The entries of a slice whose keys could be meant by a term: they begin with the same character, and are within its
 * `allowedDistance`. Makes no string of any other key.
 */
export function* nearEntries(slice: Uint8Array, term: string): Generator<TableEntry> {
  const rows = new DistanceRows(term, allowedDistance(term));
  const first = encoder.encode(String.fromCodePoint(term.codePointAt(0) ?? 0));
  const reader = new ByteReader(slice);
  const count = reader.varint();
  const keysLength = reader.varint();
  let valueStart = reader.offset + keysLength;
  const key: number[] = [];
  // For each unit that was read of the key, where its character ends in bytes.
  const ends: number[] = [];
  // Bytes of the key before after which nothing near can come.
  let ruledOut = Number.POSITIVE_INFINITY;
  for (let number = 0; number < count; number++) {
    const shared = reader.varint();
    const length = shared + reader.varint();
    const suffix = reader.offset - shared;
    reader.offset = suffix + length;
    const valueEnd = valueStart + reader.varint();
    if (shared < ruledOut) {
      key.length = shared;
      for (let at = shared; at < length; at++) key.push(slice[suffix + at] ?? 0);
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
          break;
        }
        ends.push(end);
        if (low !== undefined) ends.push(end);
        at = end;
      }
      if (ruledOut === Number.POSITIVE_INFINITY && rows.isNear) {
        yield { key: decoder.decode(Uint8Array.from(key)), value: slice.subarray(valueStart, valueEnd) };
      }
    }
    valueStart = valueEnd;
  }
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
