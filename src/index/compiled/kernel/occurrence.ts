import { fieldCount, fieldScore, textField } from "./bm25";
import { end, readVarint, skipVarints } from "./varint";

/** Of the occurrence read last: its field mask, and its frequency in the text. */
export let fields: u32 = 0;
export let textFrequency: u32 = 0;

/**
 * Decodes an occurrence and returns its score, before the term's weight.
 * @param idfs of the term, by field
 */
export function scoreOccurrence(start: usize, idfs: usize): f64 {
  const first = readVarint(start);
  if ((first & 1) === 0) {
    fields = 1 << textField;
    textFrequency = first >>> 1;
    return fieldScore(textField, load<f64>(idfs + 8 * textField), textFrequency, readVarint(end));
  }
  fields = first >>> 1;
  textFrequency = 0;
  let sum: f64 = 0;
  for (let field: u32 = 0; field < fieldCount; field++) {
    if ((fields & (1 << field)) === 0) continue;
    const frequency = readVarint(end);
    if (field === textField) textFrequency = frequency;
    sum += fieldScore(field, load<f64>(idfs + 8 * field), frequency, readVarint(end));
  }
  return sum;
}

/** Skips an occurrence. @returns the address behind it */
export function passOccurrence(start: usize): usize {
  const first = readVarint(start);
  if ((first & 1) === 0) {
    fields = 1 << textField;
    textFrequency = first >>> 1;
    return skipVarints(end, 1);
  }
  fields = first >>> 1;
  textFrequency = 0;
  let at = end;
  for (let field: u32 = 0; field < fieldCount; field++) {
    if ((fields & (1 << field)) === 0) continue;
    if (field === textField) textFrequency = readVarint(at);
    at = skipVarints(at, 2);
  }
  return at;
}
