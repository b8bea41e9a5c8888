/** Log-odds of an answer by feature. Made by `npm run fit`, which says over what questions; do not edit. */
export const coefficients = {
  topic: {
    intercept: 0.9423,
    weights: {
      missing: -2.7441,
      nameAbsent: -0.8134,
      length: -9.4279,
      evidence: 10.54,
    },
  },
  answer: {
    intercept: 3.5025,
    weights: {
      nameAbsent: -0.6913,
      denied: -5.2008,
      opposed: -4.0202,
    },
  },
  threshold: 0.219,
} as const;
