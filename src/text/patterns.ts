/** Patterns that several rules share, each looked for anywhere in a text. */
import { latePattern } from "./late-pattern.ts";

/** A digit, or any other sign of a number. */
export const anyNumber = latePattern(String.raw`\p{N}`, "u");
/** A decimal digit of any script. */
export const anyDigit = latePattern(String.raw`\p{Nd}`, "u");
/** A small letter. */
export const anySmallLetter = latePattern(String.raw`\p{Ll}`, "u");
