import { type ByteReader, ByteWriter } from "../../../shared/bytes.ts";
import { fields } from "../../store.ts";
import { occurrenceNumbers, type Posting, readOccurrence } from "../format/postings.ts";
import { textField } from "../kernel/shared-constants.ts";

/**
 * The postings of one term in a few bytes each, while a build waits for those of other passages. They are read whole, one
 * after the other: the number of them, and for each the distance to the key before, its occurrence as in a posting list, and
 * the distances between positions.
 */
export function packPostings(postings: readonly Posting[]): Uint8Array {
  const writer = new ByteWriter();
  writer.varint(postings.length);
  let previousId = 0;
  for (const posting of postings) {
    writer.varint(posting.docId - previousId);
    previousId = posting.docId;
    for (const number of occurrenceNumbers(posting)) writer.varint(number);
    let previous = 0;
    for (const position of posting.positions) {
      writer.varint(position - previous);
      previous = position;
    }
  }
  return writer.finish();
}

/** What `packPostings` wrote. Lengths of fields that lack the term are 0. */
export function unpackPostings(reader: ByteReader): Posting[] {
  let docId = 0;
  return Array.from({ length: reader.varint() }, (): Posting => {
    docId += reader.varint();
    const occurrence = {
      mask: 0,
      frequencies: new Uint32Array(fields.length),
      lengths: new Uint32Array(fields.length),
    };
    readOccurrence(reader, occurrence);
    const frequencies = Array.from(occurrence.frequencies);
    let position = 0;
    const positions = Array.from({ length: frequencies[textField] ?? 0 }, () => {
      position += reader.varint();
      return position;
    });
    return { docId, frequencies, lengths: Array.from(occurrence.lengths), positions };
  });
}
