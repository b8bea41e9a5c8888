/** Patterns that several rules share, each looked for anywhere in a text. */
import { lazyRegExp } from "../shared/lazy-reg-exp.ts";

/** A digit, or any other sign of a number. */
export const anyNumber = lazyRegExp(String.raw`\p{N}`, "u");
/** A decimal digit of any script. */
export const anyDigit = lazyRegExp(String.raw`\p{Nd}`, "u");
/** A small letter. */
export const anySmallLetter = lazyRegExp(String.raw`\p{Ll}`, "u");

/**
 * Characters that no reader sees and that are no part of a word, as the inside of a class: soft hyphens, joiners and
 * spaces of no width, marks of direction, variation selectors. They come along when text is copied.
 */
export const invisibleCharacters = String.raw`\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff`;
