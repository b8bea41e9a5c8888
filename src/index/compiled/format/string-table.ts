/**
 * Sorted string tables (SSTables): sorted keys, each with a value of bytes, cut into slices. A sparse index of separators is enough
 * to find the slice that contains a key.
 *
 * A slice is the number of its entries, the length of its keys, the front-coded keys, and the values (drawn in
 * docs/index-format.md). A key is the length of the prefix shared with the key before, the length of the rest, the rest in UTF-8,
 * and the length of its value.
 */
import { ByteReader, ByteWriter, compareCodePoints } from "../../../shared/bytes.ts";
import { ContentChunker } from "../write/chunker.ts";

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

/** The value of a key and its number within the slice, or undefined. Decodes no other key. */
export function findInSlice(
  slice: Uint8Array,
  key: string,
): { value: Uint8Array; number: number } | undefined {
  const wanted = encoder.encode(key);
  const reader = new ByteReader(slice);
  const count = reader.varint();
  const keysLength = reader.varint();
  let valueStart = reader.offset + keysLength;
  // Length of the prefix that the previous key shares with the wanted one.
  let matched = 0;
  for (let number = 0; number < count; number++) {
    const shared = reader.varint();
    const length = shared + reader.varint();
    const suffix = reader.offset - shared;
    reader.offset = suffix + length;
    const valueLength = reader.varint();
    if (shared <= matched) {
      matched = shared;
      while (matched < length && slice[suffix + matched] === wanted[matched]) matched++;
      if (matched === length && length === wanted.length) {
        return { number, value: slice.subarray(valueStart, valueStart + valueLength) };
      }
    }
    valueStart += valueLength;
  }
  return undefined;
}

/** The entry with this number within a slice, or undefined. */
export function entryAt(slice: Uint8Array, number: number): TableEntry | undefined {
  let left = number;
  for (const entry of readSlice(slice)) if (left-- === 0) return entry;
  return undefined;
}

/** The entries of a slice in order. */
export function* readSlice(slice: Uint8Array): Generator<TableEntry> {
  const reader = new ByteReader(slice);
  const count = reader.varint();
  const keysLength = reader.varint();
  let valueStart = reader.offset + keysLength;
  const key = new ByteWriter();
  for (let number = 0; number < count; number++) {
    key.truncate(reader.varint());
    const length = reader.varint();
    key.bytes(slice.subarray(reader.offset, reader.offset + length));
    reader.offset += length;
    const valueEnd = valueStart + reader.varint();
    yield { key: decoder.decode(key.finish()), value: slice.subarray(valueStart, valueEnd) };
    valueStart = valueEnd;
  }
}
