/**
 * Posting lists: for one term, the passages that hold it, with what scoring and ranking need of each, so that neither
 * reads anything else.
 *
 * A list is a head and blocks. The head has the number of passages, a byte with a bit for each field that holds the term,
 * and for each such field the number of passages and the highest saturated frequency. A block has its number of
 * postings, its first key, the lengths of its two parts in bytes, then the parts: postings, and positions.
 *
 * A posting is a varint of four times the distance to the key before, and its form. Forms 0 to 2: the text alone holds
 * the term, once, twice, or as often as the next varint says; the length of the text follows. Form 3: the byte of fields
 * follows, then frequency and length for each.
 *
 * Positions are those of the text field. Sentences count as if all were as long as the block needs; that length is
 * first, and positions are the differences within one passage.
 */
import { sentenceOf, wordOf } from "../text/analyser.ts";
import { textField, textOnly } from "./bm25.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import { fields } from "./store.ts";

/** One passage of a list, before it is written. */
export interface Posting {
  readonly key: number;
  /** How often each of `fields` holds the term, 0 when it does not, and how many distinct terms each has. */
  readonly frequencies: readonly number[];
  readonly lengths: readonly number[];
  /** Positions in the text field, ascending, as many as its frequency says. */
  readonly positions: readonly number[];
}

/** Forms of a posting beside those for once and twice. */
export const moreThanTwice = 2;
export const manyFields = 3;

/** Postings that share one block: what has to be decoded to find one of them. */
const blockLength = 64;

/** Steps in which highest saturated frequencies are written; at most `k + 1` steps of this fit a byte. */
export const boundSteps = 100;

/** The blocks of some postings, ascending by key. Lists of ascending keys can be joined byte to byte. */
export function encodeBlocks(postings: readonly Posting[]): Uint8Array {
  const blocks = new ByteWriter();
  for (let start = 0; start < postings.length; start += blockLength) {
    const block = postings.slice(start, start + blockLength);
    const body = new ByteWriter();
    let previousKey = block[0]?.key ?? 0;
    blocks.varint(block.length);
    blocks.varint(previousKey);
    for (const posting of block) {
      encodePosting(body, posting, posting.key - previousKey);
      previousKey = posting.key;
    }
    const positions = encodePositions(block);
    blocks.varint(body.length);
    blocks.varint(positions.length);
    blocks.bytes(body.finish());
    blocks.bytes(positions);
  }
  return blocks.finish();
}

function encodePosting(writer: ByteWriter, { frequencies, lengths }: Posting, distance: number): void {
  let mask = 0;
  for (let field = 0; field < fields.length; field++) if ((frequencies[field] ?? 0) > 0) mask |= 1 << field;
  if (mask === textOnly) {
    const frequency = frequencies[textField] ?? 0;
    writer.varint(4 * distance + Math.min(frequency - 1, moreThanTwice));
    if (frequency > 2) writer.varint(frequency);
    writer.varint(lengths[textField] ?? 0);
    return;
  }
  writer.varint(4 * distance + manyFields);
  writer.varint(mask);
  for (let field = 0; field < fields.length; field++) {
    if ((mask & (1 << field)) === 0) continue;
    writer.varint(frequencies[field] ?? 0);
    writer.varint(lengths[field] ?? 0);
  }
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

/** What a list says of its term as a whole. Lists of numbers count as `fields` do. */
export interface PostingsHead {
  /** In how many passages the term occurs. */
  readonly count: number;
  readonly documentFrequencies: readonly number[];
  /** The highest saturated frequency of each field, rounded up. */
  readonly highest: readonly number[];
}

/** A whole list, out of its head and blocks. */
export function encodePostings(head: PostingsHead, blocks: Iterable<Uint8Array>): Uint8Array {
  const writer = new ByteWriter();
  writer.varint(head.count);
  let mask = 0;
  head.documentFrequencies.forEach((count, field) => {
    if (count > 0) mask |= 1 << field;
  });
  writer.varint(mask);
  head.documentFrequencies.forEach((count, field) => {
    if (count === 0) return;
    writer.varint(count);
    writer.varint(Math.ceil((head.highest[field] ?? 0) * boundSteps));
  });
  for (const block of blocks) writer.bytes(block);
  return writer.finish();
}

/** In how many passages the term of a list occurs. */
export function passageCount(list: Uint8Array): number {
  return new ByteReader(list).varint();
}
