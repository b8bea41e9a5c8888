import { allocate } from "./memory";
import { roughLength } from "./shared-constants";

export let fieldCount: u32 = 0;
/** Number of the text among the fields: the one whose positions are kept. */
export let textField: u32 = 0;
/** Addresses of each field's weight and average length, 64 bits each. */
let weights: usize = 0;
let averageLengths: usize = 0;
/** BM25's parameters: saturation of the frequency, and influence of the field's length. */
let k: f64 = 0;
let b: f64 = 0;

/**
 * Sets the number of fields and BM25's parameters. `defineField` must follow for each.
 *
 * @param text number of the text among the fields
 */
export function defineFields(count: u32, text: u32, bm25K: f64, bm25B: f64): void {
  fieldCount = count;
  textField = text;
  k = bm25K;
  b = bm25B;
  weights = allocate(8 * count);
  averageLengths = allocate(8 * count);
}

/** @param averageLength distinct terms that the field has on average */
export function defineField(field: u32, weight: f64, averageLength: f64): void {
  store<f64>(weights + 8 * field, weight);
  store<f64>(averageLengths + 8 * field, averageLength);
}

/**
 * BM25's saturated term frequency, 0 to `k + 1`. The operations are MiniSearch's, in its order, so that scores are equal to the
 * last bit.
 */
function saturatedFrequency(field: u32, frequency: f64, length: f64): f64 {
  const averageLength = load<f64>(averageLengths + 8 * field);
  return (frequency * (k + 1)) / (frequency + k * (1 - b + (b * length) / averageLength));
}

/**
 * A field's contribution to the score, before the term's weight.
 * @param isRough whether the length is that of a rough list
 */
export function fieldScore(field: u32, idf: f64, frequency: u32, length: u32, isRough: bool): f64 {
  const terms: f64 = isRough ? length * (roughLength * load<f64>(averageLengths + 8 * field)) : length;
  return load<f64>(weights + 8 * field) * (idf * saturatedFrequency(field, frequency, terms));
}
