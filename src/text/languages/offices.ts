import { lazyRegExp } from "../../shared/lazy-reg-exp.ts";
import type { Language } from "../language.ts";

/**
 * Questions after who holds an office, in a language that asks for it as "Who is the director" does.
 *
 * @param asking who is, in all its forms; `determiners` what may stand before the office, and `holders` what people are called, as patterns
 */
export const officesOf = (
  asking: string,
  determiners: string,
  holders: string,
): NonNullable<Language["offices"]> => ({
  asked: lazyRegExp(
    String.raw`(?<!\p{L})${asking} (?:(?:${determiners})\s*)*(?<!\p{L})(?:${holders})(?!\p{L})`,
    "iu",
  ),
  held: lazyRegExp(String.raw`(?<!\p{L})(?:${holders})(?!\p{L})`, "giu"),
});
