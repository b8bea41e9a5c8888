import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitLogistic, type Observation, probability } from "../../bench/fit/logistic.ts";

describe("logistic regression", () => {
  test("without features gives the share of right answers", () => {
    const observations = [1, 1, 0.5, 0.5].map((right) => ({ features: [], right, weight: 1 }));
    expect(probability(fitLogistic(observations, 0.1), [])).toBeCloseTo(0.75, 6);
  });

  test("finds the weights that data were made with", () => {
    const observations: Observation[] = [];
    for (let first = -2; first <= 2; first += 0.25) {
      for (let second = -2; second <= 2; second += 0.25) {
        const chance = 1 / (1 + Math.exp(-(0.5 + 2 * first - second)));
        observations.push({ features: [first, second], right: 1, weight: chance });
        observations.push({ features: [first, second], right: 0, weight: 1 - chance });
      }
    }
    const { intercept, weights } = fitLogistic(observations, 0);
    expect(intercept).toBeCloseTo(0.5, 4);
    expect(weights[0]).toBeCloseTo(2, 4);
    expect(weights[1]).toBeCloseTo(-1, 4);
  });

  test("mean probability equals the share of right answers, whatever the data", () => {
    const row = fc.record({
      features: fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
      right: fc.double({ min: 0, max: 1, noNaN: true }),
      weight: fc.constant(1),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 60 }), (rows) => {
        const share = rows.reduce((sum, { right }) => sum + right, 0) / rows.length;
        fc.pre(share > 0.01 && share < 0.99);
        const model = fitLogistic(rows, 0.1);
        const mean = rows.reduce((sum, { features }) => sum + probability(model, features), 0) / rows.length;
        expect(mean).toBeCloseTo(share, 4);
      }),
      { numRuns: 50 },
    );
  });

  test("refuses to learn from nothing", () => {
    expect(() => fitLogistic([], 0.1)).toThrow(RangeError);
  });
});
