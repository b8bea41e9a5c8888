/**
 * Posting lists: for one term, the passages that hold it, with what scoring and ranking need of each, so that neither
 * reads anything else.
 *
 * docs/index-format.md draws it, with an example. A list is a head, a table and blocks. The head has the number of passages, a byte with a bit for each field that holds the
 * term, and for each such field the number of passages and the highest saturated frequency. The table has the occurrences
 * that many passages of a long list share; a posting then is a byte, and its score is looked up. A block has its number of
 * postings, its first key, the lengths of its three parts in bytes, then the parts: distances between keys, occurrences and
 * positions. Those that are not in the table follow the bytes of the block.
 *
 * An occurrence is how often each field holds the term, and how long each is: where the text alone does, twice the frequency,
 * and the length; otherwise twice the bits of the fields and one, then frequency and length for each.
 *
 * Positions are those of the text field. Sentences count as if all were as long as the block needs; that length is
 * first, and positions are the differences within one passage.
 */

import { ByteReader, ByteWriter } from "../../../shared/bytes.ts";
import { sentenceOf, wordOf } from "../../../text/analyser.ts";
import { type Occurrence, saturatedFrequency, textOnly } from "../../bm25.ts";
import { fields } from "../../store.ts";
import { boundSteps, notInTable, textField } from "../kernel/shared-constants.ts";

/** One passage of a list, before it is written. */
export interface Posting {
  readonly docId: number;
  /** How often each of `fields` holds the term, 0 when it does not, and how many distinct terms each has. */
  readonly frequencies: readonly number[];
  readonly lengths: readonly number[];
  /** Positions in the text field, ascending, as many as its frequency says. */
  readonly positions: readonly number[];
}

/** Postings that share one block: what has to be decoded to find one of them. */
const blockLength = 64;

/**
 * Lists of fewer postings have no table, and occurrences that fewer share are not in it: an isolate that has just started
 * takes longer to work a score out beforehand than it saves.
 */
const shortestWithTable = 512;
const fewestShared = 8;

/** The bits of the fields that hold a term. */
export function fieldMask(frequencies: readonly number[]): number {
  return frequencies.reduce((mask, frequency, field) => (frequency > 0 ? mask | (1 << field) : mask), 0);
}

/** An occurrence as the numbers that are written of it. */
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

/** Reads an occurrence into an object that is there. */
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

/** A whole list. Postings ascend by key; `averageLengths` are those of `fields`. */
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

/** A posting with the numbers of its occurrence, and those as one name. */
interface NamedPosting {
  readonly posting: Posting;
  readonly numbers: readonly number[];
  readonly name: string;
}

/** The occurrences that most postings have, each as the first of those. */
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

/** In how many passages the term of a list occurs. */
export function passageCount(list: Uint8Array): number {
  return new ByteReader(list).varint();
}
