import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import { invisibleCharacters } from "./patterns.ts";

/**
 * Marks that readers leave out when they type, in decomposed text: diacritics, but not the breve of Cyrillic й, which is
 * a letter of its own; Arabic vowel signs, the tatweel and the hamza on its seat; the nukta of Devanagari.
 */
const optionalMark = "(?<![иИ])\\u0306|[\\u0300-\\u0305\\u0307-\\u036f\\u0640\\u064b-\\u065f\\u0670\\u093c]";
const optionalMarks = new RegExp(optionalMark, "g");
const anyOptionalMark = new RegExp(optionalMark);

/** Letters that Unicode does not decompose, with the letters that people type for them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
  ς: "σ",
  ة: "ه",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  "\u0901": "\u0902",
};
const letterWithPlainForm = new RegExp(`[${Object.keys(plainLetters).join("")}]`, "g");

/** Words of printable ASCII, nearly all in English, need no Unicode normalisation. */
const beyondAscii = /[^ -~]/;

const invisible = new RegExp(`[${invisibleCharacters}]`, "g");

/** The zeros of scripts that have digits of their own, each followed by the other nine: Arabic, Persian, Devanagari, Bengali, Thai. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];
const nativeDigit = lazyRegExp(String.raw`(?![0-9])\p{Nd}`, "gu");

function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}

/**
 * Lower case and compatibility composition (NFKC) with the digits 0 to 9, marks kept: two spellings of one word become one
 * string. `lowerCase` is the language's own, when it has one.
 */
export function lower(word: string, lowerCase?: (word: string) => string): string {
  if (!beyondAscii.test(word)) return lowerCase === undefined ? word.toLowerCase() : lowerCase(word);
  const plain = word.replace(invisible, "").normalize("NFKC").replace(nativeDigit(), plainDigit);
  const lowered = lowerCase === undefined ? plain.replace(/İ/g, "i").toLowerCase() : lowerCase(plain);
  return lowered.normalize("NFC");
}

/** A lower-case word without the marks that readers may leave out. */
export function fold(word: string): string {
  if (!beyondAscii.test(word)) return word;
  return word
    .normalize("NFD")
    .replace(optionalMarks, "")
    .normalize("NFC")
    .replace(letterWithPlainForm, (letter) => plainLetters[letter] ?? letter);
}

/** Whether a text has marks that readers may leave out. */
export function hasMarks(text: string): boolean {
  return beyondAscii.test(text) && anyOptionalMark.test(text.normalize("NFD"));
}
