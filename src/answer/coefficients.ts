/** Log-odds of an answer by feature. Made by `npm run bench -- fit`, which says over what questions; do not edit. */
export const coefficients = {
  topic: {
    intercept: -3.1843,
    weights: {
      lacking: -0.8676,
      passageLacking: -0.3391,
      nameAbsent: -2.2456,
      evidence: 3.1526,
      length: 3.8474,
      asked: 3.2665,
      negated: -2.6427,
      antonym: -0.8637,
    },
  },
  choice: {
    intercept: -0.3287,
    weights: {
      score: 0.4793,
      margin: 2.1105,
      lacking: -2.2244,
    },
  },
  threshold: 0.25,
} as const;
