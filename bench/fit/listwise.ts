/** Candidates of one question: what was measured of each, and which of them are right. */
export interface RankedList {
  readonly candidates: readonly { readonly features: readonly number[]; readonly right: boolean }[];
  /** How much it counts. */
  readonly weight: number;
}

/** Steps of the ascent, after which the weights move by less than a thousandth. */
const steps = 250;

/**
 * Weights of a linear scorer that make the right candidates of each list likely under a softmax over the list (ListNet with
 * the best candidate alone, Cao et al. 2007), with an L2 penalty, by gradient ascent with Adam (Kingma and Ba, 2015).
 * Lists without a right candidate tell nothing and are passed over.
 */
export function fitListwise(lists: readonly RankedList[], size: number, penalty: number): number[] {
  const weights = new Float64Array(size);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  const useful = lists.filter(({ candidates }) => candidates.some(({ right }) => right));
  const total = useful.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(size);
    for (const { candidates, weight } of useful) {
      const scores = candidates.map(({ features }) => dot(weights, features));
      const highest = Math.max(...scores);
      const likely = scores.map((score) => Math.exp(score - highest));
      const all = likely.reduce((sum, value) => sum + value, 0);
      const right = candidates.reduce((sum, one, index) => sum + (one.right ? (likely[index] ?? 0) : 0), 0);
      candidates.forEach(({ features, right: isRight }, index) => {
        const value = likely[index] ?? 0;
        const pull = (weight / total) * ((isRight ? value / right : 0) - value / all);
        if (pull === 0) return;
        for (let i = 0; i < size; i++) gradient[i] = (gradient[i] ?? 0) + pull * (features[i] ?? 0);
      });
    }
    const rate = 0.08 * (1 - step / (steps + 1));
    for (let i = 0; i < size; i++) {
      const slope = (gradient[i] ?? 0) - penalty * (weights[i] ?? 0);
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * slope;
      square[i] = 0.99 * (square[i] ?? 0) + 0.01 * slope * slope;
      const [first, second] = [(mean[i] ?? 0) / (1 - 0.9 ** step), (square[i] ?? 0) / (1 - 0.99 ** step)];
      weights[i] = (weights[i] ?? 0) + (rate * first) / (Math.sqrt(second) + 1e-8);
    }
  }
  return [...weights];
}

function dot(weights: Float64Array, features: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (features[i] ?? 0);
  return sum;
}
