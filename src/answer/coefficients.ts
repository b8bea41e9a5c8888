/** Log-odds of an answer by feature. Made by `npm run bench -- fit`, which says over what questions; do not edit. */
export const coefficients = {
  topic: {
    intercept: -3.2337,
    weights: {
      lacking: 1.8205,
      passageLacking: -2.1206,
      focusHeld: 1.0228,
      nameAbsent: -2.5516,
      evidence: 2.2311,
      length: 3.8395,
      asked: 3.3901,
      negated: -2.6374,
      antonym: -1.1422,
    },
  },
  choice: {
    intercept: -0.8607,
    weights: {
      score: 0.9423,
      margin: 2.5293,
      lacking: -0.1683,
    },
  },
  threshold: 0.32,
} as const;
