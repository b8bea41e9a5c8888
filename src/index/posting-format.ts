/** What the writer of posting lists and their reader, which is compiled to WebAssembly, have to agree on. */

/** The byte of a posting whose occurrence is not in the table, and the number of occurrences that are, at most. */
export const notInTable = 255;

/** Steps in which highest saturated frequencies are written; at most `k + 1` steps of this fit a byte. */
export const boundSteps = 100;

/** Number of the text among the fields. */
export const textField = 3;
