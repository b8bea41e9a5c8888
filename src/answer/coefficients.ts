/** Log-odds of an answer by feature. Made by `npm run bench -- fit`, which says over what questions; do not edit. */
export const coefficients = {
  topic: {
    intercept: -2.3704,
    weights: {
      lacking: -0.1014,
      passageLacking: -1.2597,
      nameAbsent: -2.2709,
      evidence: 2.2537,
      length: 3.9864,
      asked: 3.247,
      negated: -2.6904,
      antonym: -0.8238,
    },
  },
  choice: {
    intercept: -0.6371,
    weights: {
      score: 0.7131,
      margin: 2.2178,
      lacking: -0.8035,
    },
  },
  threshold: 0.25,
} as const;
