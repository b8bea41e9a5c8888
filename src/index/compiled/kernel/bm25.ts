import { allocate } from "./memory";

export let fieldCount: u32 = 0;
/** For each field, in 64 bits: what it weighs, and how many distinct terms it has on average. */
let weights: usize = 0;
let averageLengths: usize = 0;
/** The parameters of BM25: how soon a frequency saturates, and how far the length of a field counts. */
let k: f64 = 0;
let b: f64 = 0;

/** Says how many fields there are, and the parameters of BM25. `defineField` has to follow for each. */
export function defineFields(count: u32, bm25K: f64, bm25B: f64): void {
  fieldCount = count;
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
