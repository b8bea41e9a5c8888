/** Log-odds of an answer by feature. Made by `npm run fit`, which says over what questions; do not edit. */
export const coefficients = {
  topic: {
    intercept: 0.9368,
    weights: {
      missing: -2.3921,
      nameAbsent: -0.9209,
      length: -10.2669,
      evidence: 10.6999,
    },
  },
  answer: {
    intercept: 4.6062,
    weights: {
      nameAbsent: -0.8931,
      denied: -6.2369,
      opposed: -5.0237,
    },
  },
  threshold: 0.191,
} as const;
