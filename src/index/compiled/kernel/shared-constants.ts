/** Constants shared by TypeScript and the WebAssembly kernel, which compiles this file too. */

/** Postings of a block of a list: what has to be decoded to find one of them. */
export const blockLength = 64;

/** The lengths of a rough list are counted in this share of the average length of their field. */
export const roughLength = 0.125;

/** Relative difference below which scores may be equal after rounding to single precision. */
export const scoreTolerance = 1e-6;
