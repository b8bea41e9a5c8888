import { fitLogistic, type LogisticModel, probability } from "./logistic.ts";

/** One observation of something that happens when each of two stages succeeds. */
export interface TwoStageObservation {
  /** What was measured for each stage. */
  readonly stages: readonly [readonly number[], readonly number[]];
  /** Whether both succeeded. When not, it is not known which failed. */
  readonly right: boolean;
  /** How much it counts. */
  readonly weight: number;
}

/** Rounds of expectation and maximisation; the coefficients move by less than a hundredth after these. */
const rounds = 60;

/**
 * Two logistic regressions whose product is the probability of both stages, by expectation maximisation (Dempster, Laird
 * and Rubin, 1977). Which stage failed is the hidden variable: a failure counts as one of the first stage as far as the
 * models of the round before make that likely, and else as one of the second.
 * @throws RangeError when there is nothing to learn from.
 */
export function fitTwoStages(
  observations: readonly TwoStageObservation[],
  penalty: number,
): readonly [LogisticModel, LogisticModel] {
  let models: readonly [LogisticModel, LogisticModel] | undefined;
  for (let round = 0; round < rounds; round++) {
    const known = models;
    const firstOf = ({ stages, right }: TwoStageObservation): number => {
      if (right) return 1;
      if (known === undefined) return 0.5;
      const first = probability(known[0], stages[0]);
      const second = probability(known[1], stages[1]);
      return (first * (1 - second)) / (1 - first * second);
    };
    const passed = observations.map((one) => ({ ...one, passed: firstOf(one) }));
    models = [
      fitLogistic(
        passed.flatMap(({ stages: [features], right, weight, passed }) => [
          { features, right: true, weight: weight * passed },
          ...(right ? [] : [{ features, right: false, weight: weight * (1 - passed) }]),
        ]),
        penalty,
      ),
      fitLogistic(
        passed.map(({ stages: [, features], right, weight, passed }) => ({
          features,
          right,
          weight: weight * passed,
        })),
        penalty,
      ),
    ];
  }
  if (models === undefined) throw new RangeError("no observations to fit");
  return models;
}
