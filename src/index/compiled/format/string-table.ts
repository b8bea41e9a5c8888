/**
 * Sorted string tables (SSTables): sorted keys, each with a value of bytes, cut into slices. A sparse index of separators is enough
 * to find the slice that contains a key.
 *
 * A slice is the number of its entries, the length of its keys, the front-coded keys, and the values (drawn in
 * docs/index-format.md). A key is the length of the prefix shared with the key before, the length of the rest, the rest in UTF-8,
 * and the length of its value.
 */
import { ByteReader, ByteWriter, compareCodePoints } from "../../../shared/bytes.ts";
import { ContentChunker } from "./chunker.ts";

/** The slices of one table. */
export interface TableIndex {
  /** For each slice, a string above all keys of the previous slice and not above its own first key. */
  readonly separators: readonly string[];
  /** For each slice, the number of entries before it. */
  readonly starts: readonly number[];
}

export interface TableEntry {
  readonly key: string;
  readonly value: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Cuts entries into slices of about `sliceLength` bytes. A value that is much larger has a slice of its own.
 *
 * @param entries ascending by code point, each key once
 * @param write called with each slice, in order
 */
export async function writeTable(
  entries: Iterable<TableEntry>,
  sliceLength: number,
  write: (slice: Uint8Array) => Promise<void>,
): Promise<TableIndex> {
  const separators: string[] = [];
  const starts: number[] = [];
  let written = 0;
  let lastKey = "";
  let slice: TableEntry[] = [];
  const cutter = new ContentChunker(sliceLength);
  const close = async (): Promise<void> => {
    const first = slice[0];
    if (first === undefined) return;
    separators.push(separator(lastKey, first.key));
    starts.push(written);
    await write(encodeSlice(slice));
    written += slice.length;
    lastKey = slice.at(-1)?.key ?? lastKey;
    slice = [];
  };
  for (const entry of entries) {
    if (cutter.startsChunk(entry.key, entry.key.length + entry.value.length)) await close();
    slice.push(entry);
  }
  await close();
  return { separators, starts };
}

/** The shortest prefix of `key` that sorts after `before`. */
function separator(before: string, key: string): string {
  let length = 0;
  for (const character of key) {
    length += character.length;
    if (!before.startsWith(key.slice(0, length))) break;
  }
  return key.slice(0, length);
}

function encodeSlice(entries: readonly TableEntry[]): Uint8Array {
  const keys = new ByteWriter();
  let previous: Uint8Array = new Uint8Array();
  for (const { key, value } of entries) {
    const bytes = encoder.encode(key);
    let shared = 0;
    while (shared < previous.length && previous[shared] === bytes[shared]) shared++;
    keys.varint(shared);
    keys.varint(bytes.length - shared);
    keys.bytes(bytes.subarray(shared));
    keys.varint(value.length);
    previous = bytes;
  }
  const slice = new ByteWriter();
  slice.varint(entries.length);
  slice.varint(keys.length);
  slice.bytes(keys.finish());
  for (const { value } of entries) slice.bytes(value);
  return slice.finish();
}

/** Index of the slice that contains a key if any does; -1 when the key is below all. */
export function sliceOfKey(separators: readonly string[], key: string): number {
  return lastWhere(separators.length, (slice) => compareCodePoints(separators[slice] ?? "", key) <= 0);
}

/** Index of the slice that contains the entry with this number, where `starts` are as in `TableIndex`. */
export function sliceOfEntry(starts: ArrayLike<number>, entry: number): number {
  return lastWhere(starts.length, (slice) => (starts[slice] ?? 0) <= entry);
}

/** The common prefix of a slice's keys, as far as the separators tell. */
export function sharedPrefix(separators: readonly string[], slice: number): string {
  const separator = separators[slice] ?? "";
  const next = separators[slice + 1] ?? "";
  let length = 0;
  while (length < separator.length && separator[length] === next[length]) length++;
  return separator.slice(0, length);
}

/** The last of `count` numbers from 0 for which `test` holds, given that it holds up to some number; -1 when for none. */
export function lastWhere(count: number, test: (number: number) => boolean): number {
  let low = -1;
  let high = count;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (test(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Where an entry stands in a slice, in bytes from its beginning. */
export interface ScannedEntry {
  /** Its number within the slice. */
  number: number;
  /** Length of the prefix that its key shares with the key before. */
  shared: number;
  /** Length of its key. */
  length: number;
  /** Where the rest of its key begins. */
  rest: number;
  valueStart: number;
  valueEnd: number;
}

/**
 * Visits the entries of a slice in order, without decoding any, until one yields a result.
 *
 * @param visit is passed the same object for every entry
 */
export function scan<Result>(
  slice: Uint8Array,
  visit: (entry: ScannedEntry) => Result | undefined,
): Result | undefined {
  const reader = new ByteReader(slice);
  const count = reader.varint();
  const keysLength = reader.varint();
  const start = reader.offset + keysLength;
  const entry = { number: 0, shared: 0, length: 0, rest: 0, valueStart: start, valueEnd: start };
  for (; entry.number < count; entry.number++) {
    entry.shared = reader.varint();
    const restLength = reader.varint();
    entry.length = entry.shared + restLength;
    entry.rest = reader.offset;
    reader.offset += restLength;
    entry.valueStart = entry.valueEnd;
    entry.valueEnd += reader.varint();
    const result = visit(entry);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** The value of a key and its number within the slice, or undefined. Decodes no other key. */
export function findInSlice(
  slice: Uint8Array,
  key: string,
): { value: Uint8Array; number: number } | undefined {
  const wanted = encoder.encode(key);
  // Length of the prefix that the previous key shares with the wanted one.
  let matched = 0;
  return scan(slice, ({ number, shared, length, rest, valueStart, valueEnd }) => {
    if (shared > matched) return undefined;
    matched = shared;
    while (matched < length && slice[rest + matched - shared] === wanted[matched]) matched++;
    if (matched < length || length < wanted.length) return undefined;
    return { number, value: slice.subarray(valueStart, valueEnd) };
  });
}

/** Visits the entries of a slice with their keys in UTF-8, which hold until the next visit. */
function scanKeys<Result>(
  slice: Uint8Array,
  visit: (key: ByteWriter, entry: ScannedEntry) => Result | undefined,
): Result | undefined {
  const key = new ByteWriter();
  return scan(slice, (entry) => {
    key.truncate(entry.shared);
    key.bytes(slice.subarray(entry.rest, entry.rest + entry.length - entry.shared));
    return visit(key, entry);
  });
}

const decoded = (slice: Uint8Array, key: ByteWriter, { valueStart, valueEnd }: ScannedEntry): TableEntry => ({
  key: decoder.decode(key.finish()),
  value: slice.subarray(valueStart, valueEnd),
});

/** The entry with this number within a slice, or undefined. Decodes no other key. */
export const entryAt = (slice: Uint8Array, number: number): TableEntry | undefined =>
  scanKeys(slice, (key, entry) => (entry.number === number ? decoded(slice, key, entry) : undefined));

/** The entries of a slice in order. */
export function readSlice(slice: Uint8Array): TableEntry[] {
  const entries: TableEntry[] = [];
  scanKeys(slice, (key, entry) => void entries.push(decoded(slice, key, entry)));
  return entries;
}
