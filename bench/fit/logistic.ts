/** One observation: what was measured, and how far the answer was right. */
export interface Observation {
  readonly features: readonly number[];
  /** 0 to 1. */
  readonly right: number;
  /** How much it counts. */
  readonly weight: number;
}

/** An intercept and a weight for each feature. */
export interface LogisticModel {
  readonly intercept: number;
  readonly weights: readonly number[];
}

/** The probability that a model gives. */
export function probability({ intercept, weights }: LogisticModel, features: readonly number[]): number {
  const logOdds = weights.reduce((sum, weight, index) => sum + weight * (features[index] ?? 0), intercept);
  return 1 / (1 + Math.exp(-logOdds));
}

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares) with an L2 penalty on all weights but the
 * intercept, which keeps features that say the same from cancelling each other with large weights.
 * @throws RangeError when there is nothing to learn from.
 */
export function fitLogistic(observations: readonly Observation[], penalty: number): LogisticModel {
  const size = (observations[0]?.features.length ?? -1) + 1;
  if (size === 0) throw new RangeError("no observations to fit");
  let parameters = new Array<number>(size).fill(0);
  for (let round = 0; round < 50; round++) {
    const gradient = parameters.map((value, index) => (index === 0 ? 0 : -penalty * value));
    const hessian = parameters.map((_, row) =>
      parameters.map((_, column) => (row === column && row > 0 ? penalty : row === column ? 1e-9 : 0)),
    );
    const [intercept = 0, ...weights] = parameters;
    for (const { features, right, weight } of observations) {
      const expected = probability({ intercept, weights }, features);
      const inputs = [1, ...features];
      const residual = weight * (right - expected);
      const curvature = weight * expected * (1 - expected);
      inputs.forEach((input, row) => {
        gradient[row] = (gradient[row] ?? 0) + residual * input;
        const line = hessian[row];
        if (line === undefined) return;
        inputs.forEach((other, column) => {
          line[column] = (line[column] ?? 0) + curvature * input * other;
        });
      });
    }
    const step = solve(hessian, gradient);
    parameters = parameters.map((value, index) => value + (step[index] ?? 0));
    if (Math.max(...step.map(Math.abs)) < 1e-8) break;
  }
  const [intercept = 0, ...weights] = parameters;
  return { intercept, weights };
}

/** Solves a symmetric positive definite system by Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((line, index) => [...line, vector[index] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const candidates = rows.slice(column).map((line) => Math.abs(line[column] ?? 0));
    const pivotIndex = column + candidates.indexOf(Math.max(...candidates));
    const pivot = rows[pivotIndex] ?? [];
    rows[pivotIndex] = rows[column] ?? [];
    rows[column] = pivot;
    for (let row = 0; row < size; row++) {
      const line = rows[row];
      if (row === column || line === undefined) continue;
      const factor = (line[column] ?? 0) / (pivot[column] ?? 1);
      for (let index = column; index <= size; index++) {
        line[index] = (line[index] ?? 0) - factor * (pivot[index] ?? 0);
      }
    }
  }
  return rows.map((line, index) => (line[size] ?? 0) / (line[index] ?? 1));
}
