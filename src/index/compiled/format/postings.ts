/**
 * Posting lists: for one term, the passages that hold it, with what scoring and ranking need of each, so that neither
 * reads anything else.
 *
 * A list is a head, a directory and streams; docs/index-format.md draws it, with an example. The head has the number of passages, the
 * mask of the fields that contain the term, and for each such field the number of passages, and frequency and length of the occurrence
 * that scores most: an edit elsewhere, which changes the average lengths, mostly leaves it. Postings are in blocks, so that a search can jump: the directory has for each block its first docId and how many bytes
 * of each stream are its own. What is alike stands together, in a stream of its own, since it packs better.
 *
 * An occurrence is each field's frequency and length: when only the text contains the term, twice the frequency, and the
 * length; otherwise twice the field mask plus one, then frequency and length for each field. The first of these numbers is its
 * kind, the others are its lengths.
 *
 * A rough list, of a term in a great many passages, counts lengths in eighths of the average, and has no positions. Its mask has a bit
 * above those of the fields.
 *
 * Positions are those of the text field: a sentence, as the distance from that of the position before in the same passage, and a word, as
 * the distance from the word before when that is in the same sentence.
 */

import { ByteReader, ByteWriter } from "../../../shared/bytes.ts";
import { sentenceOf, wordOf } from "../../../text/analyser.ts";
import { saturatedFrequency, textOnly } from "../../bm25.ts";
import { fields, textField } from "../../fields.ts";
import { blockLength, roughLength } from "../kernel/shared-constants.ts";

/** One passage of a list, before it is written. */
export interface Posting {
  readonly docId: number;
  /** Frequency of the term in each of `fields`, 0 when absent, and the length (distinct terms) of each. */
  readonly frequencies: readonly number[];
  readonly lengths: readonly number[];
  /** Positions in the text field, ascending, as many as its frequency says. */
  readonly positions: readonly number[];
}

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

/** The streams of a list, in their order. */
type Streams = [
  distances: ByteWriter,
  kinds: ByteWriter,
  lengths: ByteWriter,
  sentences: ByteWriter,
  words: ByteWriter,
];

const newStreams = (): Streams => [
  new ByteWriter(),
  new ByteWriter(),
  new ByteWriter(),
  new ByteWriter(),
  new ByteWriter(),
];

/** The bit of a list's mask that says that it is rough. */
const roughBit = 1 << fields.length;

/** How long fields are as a rough list counts it. */
export const roughLengths = (lengths: readonly number[], averageLengths: readonly number[]): number[] =>
  lengths.map((length, field) => Math.round(length / (roughLength * (averageLengths[field] || 1))));

/**
 * Encodes a posting list. Postings ascend by docId; `averageLengths` are those of `fields`.
 *
 * @param isRough whether lengths are rough and positions are left out
 */
export function encodePostings(
  exact: readonly Posting[],
  averageLengths: readonly number[],
  isRough = false,
): Uint8Array {
  const list = new ByteWriter();
  const postings = isRough ? exact.map((posting) => roughly(posting, averageLengths)) : exact;
  writeHead(list, postings, averageLengths, isRough);
  const written = newStreams();
  const [distances, kinds, lengths, sentences, words] = written;
  let previousFirst = 0;
  for (let start = 0; start < postings.length; start += blockLength) {
    const block = postings.slice(start, start + blockLength);
    const before = written.map(({ length }) => length);
    const first = block[0]?.docId ?? 0;
    let previous = first;
    for (const [index, posting] of block.entries()) {
      if (index > 0) distances.varint(posting.docId - previous);
      previous = posting.docId;
      const [kind = 0, ...others] = occurrenceNumbers(posting);
      kinds.varint(kind);
      for (const number of others) lengths.varint(number);
      writePositions(posting.positions, sentences, words);
    }
    list.varint(first - previousFirst);
    previousFirst = first;
    written.forEach(({ length }, stream) => {
      list.varint(length - (before[stream] ?? 0));
    });
  }
  for (const stream of written) list.bytes(stream.finish());
  return list.finish();
}

const roughly = (posting: Posting, averageLengths: readonly number[]): Posting => ({
  ...posting,
  lengths: roughLengths(posting.lengths, averageLengths),
  positions: [],
});

function writeHead(
  writer: ByteWriter,
  postings: readonly Posting[],
  averageLengths: readonly number[],
  isRough: boolean,
): void {
  const counts = fields.map(() => 0);
  const highest = fields.map(() => ({ saturated: 0, frequency: 0, length: 0 }));
  for (const { frequencies, lengths } of postings) {
    frequencies.forEach((frequency, field) => {
      if (frequency === 0) return;
      counts[field] = (counts[field] ?? 0) + 1;
      const length = lengths[field] ?? 0;
      const averageLength = averageLengths[field] ?? 1;
      const terms = isRough ? length * (roughLength * averageLength) : length;
      const saturated = saturatedFrequency(frequency, terms, averageLength);
      if (saturated > (highest[field]?.saturated ?? 0)) highest[field] = { saturated, frequency, length };
    });
  }
  writer.varint(postings.length);
  writer.varint(fieldMask(counts) | (isRough ? roughBit : 0));
  counts.forEach((count, field) => {
    if (count === 0) return;
    const { frequency, length } = highest[field] ?? { frequency: 0, length: 0 };
    writer.varint(count);
    writer.varint(frequency);
    writer.varint(length);
  });
}

function writePositions(positions: readonly number[], sentences: ByteWriter, words: ByteWriter): void {
  let sentence = 0;
  let word = 0;
  for (const position of positions) {
    const distance = sentenceOf(position) - sentence;
    if (distance > 0) word = 0;
    sentences.varint(distance);
    words.varint(wordOf(position) - word);
    sentence += distance;
    word = wordOf(position);
  }
}

/** Where the directory of a list begins. */
function directoryOf(list: Uint8Array): ByteReader {
  const reader = new ByteReader(list);
  reader.skipVarints(1);
  const mask = reader.varint();
  for (let field = 0; field < fields.length; field++) {
    if ((mask & (1 << field)) === 0) continue;
    reader.skipVarints(3);
  }
  return reader;
}

/** Where the streams of a list begin, in bytes from its start. */
export function streamStarts(list: Uint8Array): number[] {
  const reader = directoryOf(list);
  const lengths = newStreams().map(() => 0);
  for (let left = passageCount(list); left > 0; left -= blockLength) {
    reader.varint();
    lengths.forEach((length, stream) => {
      lengths[stream] = length + reader.varint();
    });
  }
  let start = reader.offset;
  return lengths.map((length) => {
    const here = start;
    start += length;
    return here;
  });
}

/** Document frequency of a list's term. */
export function passageCount(list: Uint8Array): number {
  return new ByteReader(list).varint();
}
