/** Log-odds of an answer by feature. Made by `npm run bench -- fit`, which says over what questions; do not edit. */
export const coefficients = {
  topic: {
    intercept: 1.5966,
    weights: {
      missing: -2.7691,
      nameAbsent: -0.995,
      length: -13.1921,
      evidence: 14.2694,
    },
  },
  answer: {
    intercept: 1.7007,
    weights: {
      nameAbsent: -0.5157,
      negated: -3.731,
      antonym: -2.4319,
      answerTypeAbsent: -0.5849,
    },
  },
  threshold: 0.187,
} as const;
