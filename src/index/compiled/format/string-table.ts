/**
 * Sorted string tables (SSTables): sorted keys, each with a value of bytes, cut into blocks. A sparse index of separators is enough
 * to find the block that contains a key.
 *
 * A block is the number of its entries, the length of its keys, the front-coded keys, and the values (drawn in
 * docs/index-format.md). A key is the length of the prefix shared with the key before, the length of the rest, the rest in UTF-8,
 * and the length of its value.
 */
import { ByteReader, ByteWriter, compareCodePoints } from "../../../shared/bytes.ts";
import { ContentChunker } from "./chunker.ts";

/** The blocks of one table. */
export interface TableIndex {
  /** For each block, a string above all keys of the previous block and not above its own first key. */
  readonly separators: readonly string[];
  /** For each block, the number of entries before it. */
  readonly starts: readonly number[];
}

export interface TableEntry {
  readonly key: string;
  readonly value: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Cuts entries into blocks of about `blockLength` bytes. A value that is much larger has a block of its own.
 *
 * @param entries ascending by code point, each key once
 * @param write called with each block, in order
 */
export async function writeTable(
  entries: Iterable<TableEntry>,
  blockLength: number,
  write: (block: Uint8Array) => Promise<void>,
): Promise<TableIndex> {
  const separators: string[] = [];
  const starts: number[] = [];
  let written = 0;
  let lastKey = "";
  let block: TableEntry[] = [];
  const cutter = new ContentChunker(blockLength);
  const close = async (): Promise<void> => {
    const first = block[0];
    if (first === undefined) return;
    separators.push(separator(lastKey, first.key));
    starts.push(written);
    await write(encodeBlock(block));
    written += block.length;
    lastKey = block.at(-1)?.key ?? lastKey;
    block = [];
  };
  for (const entry of entries) {
    if (cutter.startsChunk(entry.key, entry.key.length + entry.value.length)) await close();
    block.push(entry);
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

function encodeBlock(entries: readonly TableEntry[]): Uint8Array {
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
  const block = new ByteWriter();
  block.varint(entries.length);
  block.varint(keys.length);
  block.bytes(keys.finish());
  for (const { value } of entries) block.bytes(value);
  return block.finish();
}

/** Index of the block that contains a key if any does; -1 when the key is below all. */
export function blockOfKey(separators: readonly string[], key: string): number {
  return lastWhere(separators.length, (block) => compareCodePoints(separators[block] ?? "", key) <= 0);
}

/** Index of the block that contains the entry with this number, where `starts` are as in `TableIndex`. */
export function blockOfEntry(starts: ArrayLike<number>, entry: number): number {
  return lastWhere(starts.length, (block) => (starts[block] ?? 0) <= entry);
}

/** The common prefix of a block's keys, as far as the separators tell. */
export function sharedPrefix(separators: readonly string[], block: number): string {
  const separator = separators[block] ?? "";
  const next = separators[block + 1] ?? "";
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

/** Where an entry stands, in bytes from the start of its block. */
export interface ScannedEntry {
  /** Its number within the block. */
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
 * Visits the entries of a block in order, without decoding any, until one yields a result.
 *
 * @param visit is passed the same object for every entry
 */
export function scan<Result>(
  block: Uint8Array,
  visit: (entry: ScannedEntry) => Result | undefined,
): Result | undefined {
  const reader = new ByteReader(block);
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

/** The value of a key and its number within the block, or undefined. Decodes no other key. */
export function findInBlock(
  block: Uint8Array,
  key: string,
): { value: Uint8Array; number: number } | undefined {
  const wanted = encoder.encode(key);
  // Length of the prefix that the previous key shares with the wanted one.
  let matched = 0;
  return scan(block, ({ number, shared, length, rest, valueStart, valueEnd }) => {
    if (shared > matched) return undefined;
    matched = shared;
    while (matched < length && block[rest + matched - shared] === wanted[matched]) matched++;
    if (matched < length || length < wanted.length) return undefined;
    return { number, value: block.subarray(valueStart, valueEnd) };
  });
}

/** Visits the entries of a block with their keys in UTF-8, which hold until the next visit. */
function scanKeys<Result>(
  block: Uint8Array,
  visit: (key: ByteWriter, entry: ScannedEntry) => Result | undefined,
): Result | undefined {
  const key = new ByteWriter();
  return scan(block, (entry) => {
    key.truncate(entry.shared);
    key.bytes(block.subarray(entry.rest, entry.rest + entry.length - entry.shared));
    return visit(key, entry);
  });
}

const decoded = (block: Uint8Array, key: ByteWriter, { valueStart, valueEnd }: ScannedEntry): TableEntry => ({
  key: decoder.decode(key.finish()),
  value: block.subarray(valueStart, valueEnd),
});

/** All entries of a block. Their values are parts of it. */
export function entriesOf(block: Uint8Array): TableEntry[] {
  const entries: TableEntry[] = [];
  scanKeys(block, (key, entry) => {
    entries.push(decoded(block, key, entry));
  });
  return entries;
}

/** The entry with this number within a block, or undefined. Decodes no other key. */
export const entryAt = (block: Uint8Array, number: number): TableEntry | undefined =>
  scanKeys(block, (key, entry) => (entry.number === number ? decoded(block, key, entry) : undefined));
