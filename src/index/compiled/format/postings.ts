/**
 * Posting lists: for one term, the passages that hold it, with what scoring and ranking need of each, so that neither
 * reads anything else.
 *
 * A list is a head, a table and blocks; docs/index-format.md draws it, with an example. The head has the number of passages, the
 * mask of the fields that contain the term, and for each such field the number of passages and the greatest saturated
 * frequency. The table has the occurrences that many passages of a long list share; a posting then is a byte, and its score is
 * looked up. A block has its number of postings, its first docId, the lengths of its three parts in bytes, then the parts: docId
 * deltas, occurrences and positions. Occurrences that are not in the table follow the bytes of the block.
 *
 * An occurrence is each field's frequency and length: when only the text contains the term, twice the frequency, and the
 * length; otherwise twice the field mask plus one, then frequency and length for each field.
 *
 * Positions are those of the text field. All sentences of a block count as long as its longest; that length comes first, and
 * positions are deltas within one passage.
 */

import { ByteReader, ByteWriter } from "../../../shared/bytes.ts";
import { sentenceOf, wordOf } from "../../../text/analyser.ts";
import { type Occurrence, saturatedFrequency, textOnly } from "../../bm25.ts";
import { fields, textField } from "../../fields.ts";
import { boundSteps, notInTable } from "../kernel/shared-constants.ts";

/** One passage of a list, before it is written. */
export interface Posting {
  readonly docId: number;
  /** Frequency of the term in each of `fields`, 0 when absent, and the length (distinct terms) of each. */
  readonly frequencies: readonly number[];
  readonly lengths: readonly number[];
  /** Positions in the text field, ascending, as many as its frequency says. */
  readonly positions: readonly number[];
}

/** Postings per block: what has to be decoded to find one of them. */
const blockLength = 64;

/**
 * Shorter lists have no table, and rarer occurrences are not in it: computing a score beforehand would take a new isolate longer
 * than it saves.
 */
const shortestWithTable = 512;
const fewestShared = 8;

/** The mask of the fields that contain a term: bit `1 << i` for `fields[i]`. */
export function fieldMask(frequencies: readonly number[]): number {
  return frequencies.reduce((mask, frequency, field) => (frequency > 0 ? mask | (1 << field) : mask), 0);
}

/** Encodes an occurrence as numbers. */
export function occurrenceNumbers({ frequencies, lengths }: Posting): number[] {
  const mask = fieldMask(frequencies);
  if (mask === textOnly) return [2 * (frequencies[textField] ?? 0), lengths[textField] ?? 0];
  return [
    2 * mask + 1,
    ...fields.flatMap((_, field) => {
      const frequency = frequencies[field] ?? 0;
      return frequency > 0 ? [frequency, lengths[field] ?? 0] : [];
    }),
  ];
}

/** Decodes an occurrence into an existing object. */
export function readOccurrence(reader: ByteReader, occurrence: { mask: number } & Occurrence): void {
  const { frequencies, lengths } = occurrence;
  const first = reader.varint();
  if (first % 2 === 0) {
    occurrence.mask = textOnly;
    frequencies[textField] = first >>> 1;
    lengths[textField] = reader.varint();
    return;
  }
  occurrence.mask = first >>> 1;
  for (let field = 0; field < fields.length; field++) {
    if ((occurrence.mask & (1 << field)) === 0) continue;
    frequencies[field] = reader.varint();
    lengths[field] = reader.varint();
  }
}

/** Encodes a posting list. Postings ascend by docId; `averageLengths` are those of `fields`. */
export function encodePostings(postings: readonly Posting[], averageLengths: readonly number[]): Uint8Array {
  const writer = new ByteWriter();
  writeHead(writer, postings, averageLengths);
  const named = postings.map((posting): NamedPosting => {
    const numbers = occurrenceNumbers(posting);
    return { posting, numbers, name: numbers.join() };
  });
  const table = postings.length < shortestWithTable ? [] : mostFrequent(named);
  writer.varint(table.length);
  for (const { numbers } of table) for (const number of numbers) writer.varint(number);
  const codes = new Map(table.map(({ name }, code) => [name, code]));
  for (let start = 0; start < postings.length; start += blockLength) {
    writeBlock(writer, named.slice(start, start + blockLength), codes);
  }
  return writer.finish();
}

/** A posting with its encoded occurrence, and that as a string to compare by. */
interface NamedPosting {
  readonly posting: Posting;
  readonly numbers: readonly number[];
  readonly name: string;
}

/** The most frequent occurrences, each represented by its first posting. */
function mostFrequent(postings: readonly NamedPosting[]): NamedPosting[] {
  const counts = new Map<string, { count: number; readonly first: NamedPosting }>();
  for (const posting of postings) {
    const known = counts.get(posting.name);
    if (known === undefined) counts.set(posting.name, { count: 1, first: posting });
    else known.count++;
  }
  return [...counts.values()]
    .filter(({ count }) => count >= fewestShared)
    .sort((a, b) => b.count - a.count)
    .slice(0, notInTable)
    .map(({ first }) => first);
}

function writeHead(
  writer: ByteWriter,
  postings: readonly Posting[],
  averageLengths: readonly number[],
): void {
  const counts = fields.map(() => 0);
  const highest = fields.map(() => 0);
  for (const { frequencies, lengths } of postings) {
    frequencies.forEach((frequency, field) => {
      if (frequency === 0) return;
      counts[field] = (counts[field] ?? 0) + 1;
      const saturated = saturatedFrequency(frequency, lengths[field] ?? 0, averageLengths[field] ?? 1);
      highest[field] = Math.max(highest[field] ?? 0, saturated);
    });
  }
  writer.varint(postings.length);
  writer.varint(fieldMask(counts));
  counts.forEach((count, field) => {
    if (count === 0) return;
    writer.varint(count);
    writer.varint(Math.ceil((highest[field] ?? 0) * boundSteps));
  });
}

function writeBlock(
  writer: ByteWriter,
  block: readonly NamedPosting[],
  codes: ReadonlyMap<string, number>,
): void {
  const keys = new ByteWriter();
  const others = new ByteWriter();
  const firstKey = block[0]?.posting.docId ?? 0;
  let previousId = firstKey;
  for (const { posting } of block.slice(1)) {
    keys.varint(posting.docId - previousId);
    previousId = posting.docId;
  }
  for (const { numbers, name } of block) {
    if (!codes.has(name)) for (const number of numbers) others.varint(number);
  }
  const written = Uint8Array.from(codes.size === 0 ? [] : block, ({ name }) => codes.get(name) ?? notInTable);
  const positions = encodePositions(block.map(({ posting }) => posting));
  writer.varint(block.length);
  writer.varint(firstKey);
  writer.varint(keys.length);
  writer.varint(written.length + others.length);
  writer.varint(positions.length);
  for (const part of [keys.finish(), written, others.finish(), positions]) writer.bytes(part);
}

function encodePositions(block: readonly Posting[]): Uint8Array {
  const writer = new ByteWriter();
  let sentenceLength = 1;
  for (const { positions } of block) {
    for (const position of positions) sentenceLength = Math.max(sentenceLength, wordOf(position) + 1);
  }
  writer.varint(sentenceLength);
  for (const { positions } of block) {
    let previous = 0;
    for (const position of positions) {
      const place = sentenceOf(position) * sentenceLength + wordOf(position);
      writer.varint(place - previous);
      previous = place;
    }
  }
  return writer.finish();
}

/** Document frequency of a list's term. */
export function passageCount(list: Uint8Array): number {
  return new ByteReader(list).varint();
}
