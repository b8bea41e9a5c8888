/** Marks that readers leave out when they type: combining diacritics, Arabic vowel signs and the tatweel. */
const optionalMarks = /[\u0300-\u036f\u0640\u064b-\u0652\u0670]/g;

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
};
const letterWithPlainForm = new RegExp(`[${Object.keys(plainLetters).join("")}]`, "g");

/** Words of printable ASCII, nearly all in English, need no Unicode normalisation. */
const beyondAscii = /[^ -~]/;

/** Lower case and compatibility composition (NFKC), marks kept: two spellings of one word become one string. */
export function lower(word: string): string {
  return beyondAscii.test(word) ? word.normalize("NFKC").toLowerCase().normalize("NFC") : word.toLowerCase();
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
