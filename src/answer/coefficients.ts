/** Log-odds of an answer by feature. Made by `npm run bench -- fit`, which says over what questions; do not edit. */
export const coefficients = {
  topic: {
    intercept: -2.3425,
    weights: {
      lacking: -0.8796,
      passageLacking: -0.5277,
      nameAbsent: -2.2034,
      evidence: 2.2881,
      length: 3.964,
      asked: 3.2109,
      negated: -2.6894,
      antonym: -1.1441,
    },
  },
  choice: {
    intercept: -0.2188,
    weights: {
      score: 0.0699,
      margin: 2.3563,
      lacking: -1.6185,
    },
  },
  threshold: 0.25,
} as const;
