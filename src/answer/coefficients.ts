/** Log-odds of an answer by feature. Made by `npm run fit`, which says over what questions; do not edit. */
export const coefficients = {
  intercept: -0.9566,
  weights: {
    coverage: 0.9614,
    strength: 1.0572,
    absent: -2.1717,
    missing: -0.6166,
    nameAbsent: -1.6974,
    negation: -1.8616,
    length: 1.8114,
  },
  threshold: 0.279,
} as const;
