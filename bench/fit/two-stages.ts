import { fitLogistic, type LogisticModel, probability } from "./logistic.ts";

/** One observation of something that happens when each of two stages succeeds. */
export interface TwoStageObservation {
  /** What was measured for each stage. */
  readonly stages: readonly [readonly number[], readonly number[]];
  /** Whether the first succeeded; undefined when one of the two failed and it is not known which. */
  readonly first: boolean | undefined;
  /** How far the second succeeded where the first did, 0 to 1. */
  readonly right: number;
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
    const last = models;
    const firstOf = ({ stages, first: known }: TwoStageObservation): number => {
      if (known !== undefined) return Number(known);
      if (last === undefined) return 0.5;
      const first = probability(last[0], stages[0]);
      const second = probability(last[1], stages[1]);
      return (first * (1 - second)) / (1 - first * second);
    };
    const passed = observations.map((one) => ({ ...one, passed: firstOf(one) }));
    models = [
      fitLogistic(
        passed.map(({ stages: [features], weight, passed }) => ({ features, right: passed, weight })),
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
