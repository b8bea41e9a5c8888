import { type ByteReader, ByteWriter } from "../../../shared/bytes.ts";
import { textOnly } from "../../bm25.ts";
import { fields, textField } from "../../fields.ts";
import { occurrenceNumbers, type Posting } from "../format/postings.ts";

/**
 * Compact in-memory form of one term's postings in one segment of a build: their number, and for each the docId delta, the
 * occurrence as in a posting list, and position deltas. Read sequentially.
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

/** Decodes `packPostings`. Lengths of fields without the term are 0. */
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

/** Decodes an occurrence into an existing object. */
function readOccurrence(
  reader: ByteReader,
  occurrence: { mask: number; readonly frequencies: Uint32Array; readonly lengths: Uint32Array },
): void {
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
