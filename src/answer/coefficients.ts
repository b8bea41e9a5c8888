/** Log-odds of an answer by feature. Made by `npm run bench -- fit`, which says over what questions; do not edit. */
export const coefficients = {
  topic: {
    intercept: -3.0688,
    weights: {
      lacking: 1.3516,
      passageLacking: -1.854,
      focusHeld: 0.9507,
      nameAbsent: -2.56,
      evidence: 2.1573,
      length: 3.8364,
      asked: 3.1649,
      negated: -2.5988,
      antonym: -0.9248,
    },
  },
  choice: {
    intercept: -0.8789,
    weights: {
      score: 0.8332,
      margin: 2.6061,
      lacking: -0.594,
    },
  },
  threshold: 0.32,
} as const;
