/** How two engines differ over the same questions. */
export interface Difference {
  /** Mean of the first less mean of the second. */
  readonly mean: number;
  /** Bounds of the 95% percentile interval. */
  readonly low: number;
  readonly high: number;
  /** How likely a difference at least this large is when there is none: two-sided, above 0 and up to 1. */
  readonly p: number;
}

const resamples = 10_000;
const outside = 0.05;
/** Sums of the same numbers in another order differ by less than this. */
const rounding = 1e-9;

/** Numbers from 0 to 2^32 - 1 that are the same on each run (Mulberry32, T. Ettinger). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/**
 * Paired bootstrap over questions: draws as many questions as there are, with replacement, 10,000 times. The interval is
 * the percentile one; `p` is the share of draws whose mean lies as far from the observed one as that lies from 0 (Efron
 * and Tibshirani 1993, chapter 16; for search engines Sakai, SIGIR 2006), one added to both counts.
 * @param first a figure for each question, in the order of `second`.
 * @throws RangeError when the two are not of one length, or empty.
 */
export function pairedBootstrap(first: readonly number[], second: readonly number[], seed = 1): Difference {
  const count = first.length;
  if (count === 0 || second.length !== count) {
    throw new RangeError(
      `paired bootstrap: ${count} figures against ${second.length}; give one pair for each question`,
    );
  }
  const differences = Float64Array.from(first, (value, index) => value - (second[index] ?? 0));
  const observed = differences.reduce((sum, difference) => sum + difference, 0) / count;
  const random = generator(seed);
  const means = new Float64Array(resamples);
  let asFar = 0;
  for (let resample = 0; resample < resamples; resample++) {
    let sum = 0;
    for (let draw = 0; draw < count; draw++) {
      sum += differences[Math.floor((random() / 2 ** 32) * count)] ?? 0;
    }
    const mean = sum / count;
    means[resample] = mean;
    if (Math.abs(mean - observed) >= Math.abs(observed) - rounding) asFar++;
  }
  means.sort();
  const cut = (outside / 2) * resamples;
  return {
    mean: observed,
    low: means[cut] ?? observed,
    high: means[resamples - 1 - cut] ?? observed,
    p: (asFar + 1) / (resamples + 1),
  };
}

/**
 * P values made fit to be read together: the chance of one false finding among all stays below the level that each is
 * held to (Holm 1979). In the order given.
 */
export function holm(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const adjusted = new Array<number>(values.length).fill(1);
  let largest = 0;
  order.forEach((index, rank) => {
    largest = Math.max(largest, Math.min(1, (values[index] ?? 1) * (values.length - rank)));
    adjusted[index] = largest;
  });
  return adjusted;
}
