import { allocate } from "./memory";

/** Numbers that scoring goes by, for each field: what it weighs, and how many distinct terms it has on average. */
let weights: usize = 0;
let averageLengths: usize = 0;
export let fieldCount: u32 = 0;
let k: f64 = 0;
let b: f64 = 0;

/** @param count of fields; their weights and average lengths are to be written to `fieldWeights` and `fieldLengths` */
export function defineFields(count: u32, saturation: f64, lengthShare: f64): void {
  fieldCount = count;
  k = saturation;
  b = lengthShare;
  weights = allocate(8 * count);
  averageLengths = allocate(8 * count);
}

export function defineField(field: u32, weight: f64, averageLength: f64): void {
  store<f64>(weights + 8 * field, weight);
  store<f64>(averageLengths + 8 * field, averageLength);
}

/**
 * Share of its inverse document frequency that a term scores in a field, 0 to `k + 1`. The operations are MiniSearch's, in
 * its order, so that scores are equal to the last bit.
 */
function saturatedFrequency(field: u32, frequency: f64, length: f64): f64 {
  const averageLength = load<f64>(averageLengths + 8 * field);
  return (frequency * (k + 1)) / (frequency + k * (1 - b + (b * length) / averageLength));
}

/** What a field that holds a term adds to the score of a passage, before the weight of the term. */
export function fieldScore(field: u32, idf: f64, frequency: u32, length: u32): f64 {
  return load<f64>(weights + 8 * field) * (idf * saturatedFrequency(field, frequency, length));
}

/** What a field adds at most, given the highest saturated frequency of a term in it. */
export function fieldBound(field: u32, idf: f64, saturated: f64): f64 {
  return load<f64>(weights + 8 * field) * idf * saturated;
}
