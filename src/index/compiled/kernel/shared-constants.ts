/** What TypeScript and the kernel, which is compiled to WebAssembly, have to agree on. The kernel reads this file, too. */

/** The byte of a posting whose occurrence is not in the table, and the number of occurrences that are, at most. */
export const notInTable = 255;

/** Steps in which highest saturated frequencies are written; at most `k + 1` steps of this fit a byte. */
export const boundSteps = 100;

/** Number of the text among the fields. */
export const textField = 3;

/** Scores that differ by this share at most may be equal: single precision rounds them by less. */
export const scoreTolerance = 1e-6;
