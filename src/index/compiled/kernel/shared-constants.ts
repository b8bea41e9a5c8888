/** Constants shared by TypeScript and the WebAssembly kernel, which compiles this file too. */

/** Postings of a block of a list: what has to be decoded to find one of them. */
export const blockLength = 64;

/** Resolution of the greatest saturated frequency in a list's head; `k + 1` times this fits a byte. */
export const boundSteps = 100;

/** Relative difference below which scores may be equal after rounding to single precision. */
export const scoreTolerance = 1e-6;
