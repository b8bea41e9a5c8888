/** Log-odds of an answer by feature. Made by `npm run bench -- fit`, which says over what questions; do not edit. */
export const coefficients = {
  topic: {
    intercept: -3.1323,
    weights: {
      lacking: 1.8036,
      passageLacking: -2.1436,
      focusHeld: 0.9502,
      nameAbsent: -2.5644,
      evidence: 2.2169,
      length: 3.7939,
      asked: 3.3951,
      negated: -2.6345,
      antonym: -1.0957,
    },
  },
  choice: {
    intercept: -0.7272,
    weights: {
      score: 0.8134,
      margin: 2.5338,
      lacking: -0.318,
    },
  },
  threshold: 0.36,
} as const;
