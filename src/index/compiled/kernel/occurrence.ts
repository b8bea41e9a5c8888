import { fieldCount, fieldScore, textField } from "./bm25";
import { end, readVarint, skipVarints } from "./varint";

/** Of the occurrence read last: its field mask, and its frequency in the text. */
export let fields: u32 = 0;
export let textFrequency: u32 = 0;
/** Addresses behind its kind, and behind its lengths. */
export let kindEnd: usize = 0;
export let lengthsEnd: usize = 0;

/**
 * Decodes an occurrence and returns its score, before the term's weight.
 * @param kind address of the kind
 * @param lengths address of the lengths
 * @param isRough whether they are those of a rough list
 * @param idfs of the term, by field
 */
export function scoreOccurrence(kind: usize, lengths: usize, isRough: bool, idfs: usize): f64 {
  const first = readVarint(kind);
  kindEnd = end;
  if ((first & 1) === 0) {
    fields = 1 << textField;
    textFrequency = first >>> 1;
    const length = readVarint(lengths);
    lengthsEnd = end;
    return fieldScore(textField, load<f64>(idfs + 8 * textField), textFrequency, length, isRough);
  }
  fields = first >>> 1;
  textFrequency = 0;
  let sum: f64 = 0;
  let at = lengths;
  for (let field: u32 = 0; field < fieldCount; field++) {
    if ((fields & (1 << field)) === 0) continue;
    const frequency = readVarint(at);
    if (field === textField) textFrequency = frequency;
    sum += fieldScore(field, load<f64>(idfs + 8 * field), frequency, readVarint(end), isRough);
    at = end;
  }
  lengthsEnd = at;
  return sum;
}

/** Skips an occurrence. */
export function passOccurrence(kind: usize, lengths: usize): void {
  const first = readVarint(kind);
  kindEnd = end;
  if ((first & 1) === 0) {
    fields = 1 << textField;
    textFrequency = first >>> 1;
    lengthsEnd = skipVarints(lengths, 1);
    return;
  }
  fields = first >>> 1;
  textFrequency = 0;
  let at = lengths;
  for (let field: u32 = 0; field < fieldCount; field++) {
    if ((fields & (1 << field)) === 0) continue;
    if (field === textField) textFrequency = readVarint(at);
    at = skipVarints(at, 2);
  }
  lengthsEnd = at;
}
