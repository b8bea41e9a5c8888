/** Patterns that several rules share, each looked for anywhere in a text. */
import { lazyRegExp } from "../shared/lazy-reg-exp.ts";

/** A digit, or any other sign of a number. */
export const anyNumber = lazyRegExp(String.raw`\p{N}`, "u");
/** A decimal digit of any script. */
export const anyDigit = lazyRegExp(String.raw`\p{Nd}`, "u");
/** A small letter. */
export const anySmallLetter = lazyRegExp(String.raw`\p{Ll}`, "u");
