/** Log-odds of an answer by feature. Made by `npm run fit`, which says over what questions; do not edit. */
export const coefficients = {
  intercept: -1.1082,
  weights: {
    coverage: 1.0196,
    strength: 1.1307,
    absent: -2.0229,
    missing: -0.6168,
    nameAbsent: -1.7083,
    negation: -2.1715,
    length: 1.8867,
  },
  threshold: 0.284,
} as const;
