/** Log-odds of an answer by feature. Made by `npm run fit`, which says over what questions; do not edit. */
export const coefficients = {
  topic: {
    intercept: 1.5941,
    weights: {
      missing: -2.7705,
      nameAbsent: -0.9897,
      length: -13.1921,
      evidence: 14.2928,
    },
  },
  answer: {
    intercept: 1.7106,
    weights: {
      nameAbsent: -0.5213,
      denied: -3.7437,
      opposed: -2.4466,
      kindAbsent: -0.8171,
    },
  },
  threshold: 0.188,
} as const;
