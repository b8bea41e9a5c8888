/** Log-odds of an answer by feature. Made by `npm run fit`, which says over what questions; do not edit. */
export const coefficients = {
  intercept: -0.8301,
  weights: {
    coverage: 0.8562,
    strength: 1.0077,
    absent: -2.2544,
    missing: -0.6676,
    nameAbsent: -1.7038,
    negation: -1.838,
    length: 1.797,
  },
  threshold: 0.289,
} as const;
