import { textField } from "./bm25.ts";
import { type ByteReader, ByteWriter } from "./bytes.ts";
import { fieldMask, type Posting } from "./postings.ts";
import { fields } from "./store.ts";

/**
 * The postings of one term in a few bytes each, while a build waits for those of other passages. They are read whole, one
 * after the other: the number of them, and for each the distance to the key before, the bits of the fields that hold the
 * term, frequency and length for each, and the distances between positions.
 */
export function packPostings(postings: readonly Posting[]): Uint8Array {
  const writer = new ByteWriter();
  writer.varint(postings.length);
  let previousKey = 0;
  for (const { key, frequencies, lengths, positions } of postings) {
    writer.varint(key - previousKey);
    previousKey = key;
    const mask = fieldMask(frequencies);
    writer.varint(mask);
    for (let field = 0; field < fields.length; field++) {
      if ((mask & (1 << field)) === 0) continue;
      writer.varint(frequencies[field] ?? 0);
      writer.varint(lengths[field] ?? 0);
    }
    let previous = 0;
    for (const position of positions) {
      writer.varint(position - previous);
      previous = position;
    }
  }
  return writer.finish();
}

/** What `packPostings` wrote. Lengths of fields that lack the term are 0. */
export function unpackPostings(reader: ByteReader): Posting[] {
  let key = 0;
  return Array.from({ length: reader.varint() }, (): Posting => {
    key += reader.varint();
    const mask = reader.varint();
    const frequencies = fields.map(() => 0);
    const lengths = fields.map(() => 0);
    for (let field = 0; field < fields.length; field++) {
      if ((mask & (1 << field)) === 0) continue;
      frequencies[field] = reader.varint();
      lengths[field] = reader.varint();
    }
    let position = 0;
    const positions = Array.from({ length: frequencies[textField] ?? 0 }, () => {
      position += reader.varint();
      return position;
    });
    return { key, frequencies, lengths, positions };
  });
}
