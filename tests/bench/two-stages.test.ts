import { expect, test } from "vitest";
import { probability } from "../../bench/fit/logistic.ts";
import { fitTwoStages, type TwoStageObservation } from "../../bench/fit/two-stages.ts";

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

test("finds the two models whose product data were made with", () => {
  const observations: TwoStageObservation[] = [];
  const truth = (first: number, second: number) => sigmoid(0.5 + 2 * first) * sigmoid(2 - 3 * second);
  for (let first = -3; first <= 3; first += 0.5) {
    for (const second of [0, 0.5, 1]) {
      const chance = truth(first, second);
      observations.push({ stages: [[first], [second]], first: true, right: 1, weight: chance });
      observations.push({ stages: [[first], [second]], first: undefined, right: 0, weight: 1 - chance });
    }
  }
  const [one, other] = fitTwoStages(observations, 1e-6);
  for (const { stages } of observations) {
    const [first = 0] = stages[0];
    const [second = 0] = stages[1];
    const fitted = probability(one, stages[0]) * probability(other, stages[1]);
    expect(Math.abs(fitted - truth(first, second))).toBeLessThan(0.01);
  }
});

test("a first stage that is known to have succeeded is not blamed", () => {
  const observations: TwoStageObservation[] = [0, 1].flatMap((second) => [
    { stages: [[second], [second]], first: true, right: second === 1 ? 0.2 : 0.9, weight: 1 },
    { stages: [[-1], [second]], first: false, right: 0, weight: 0.5 },
  ]);
  const [one, other] = fitTwoStages(observations, 1e-4);
  expect(probability(one, [0])).toBeGreaterThan(0.9);
  expect(probability(other, [0])).toBeCloseTo(0.9, 2);
  expect(probability(other, [1])).toBeCloseTo(0.2, 2);
});

test("says so when there is nothing to learn from", () => {
  expect(() => fitTwoStages([], 0.1)).toThrow(RangeError);
});
