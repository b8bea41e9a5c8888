import type { Range } from "../model/index.ts";
import { lazyRegExp } from "../shared/lazy-reg-exp.ts";
import type { Language } from "./language.ts";
import { anyDigit, anySmallLetter } from "./patterns.ts";
import { hasUnspaced, isSpaceAt } from "./word-characters.ts";

/**
 * What may end a sentence. Full stops, question and exclamation marks end one only before white space; the marks of
 * scripts that do so in themselves (Chinese and Japanese, Devanagari, Arabic, Urdu, Armenian, Ethiopic, Khmer, Burmese)
 * always. A semicolon is the Greek question mark. A line break always ends a sentence.
 */
const enders = /\n|[.!?…;。！？｡．।॥؟۔։።፧។៕။]+/g;
const decisiveEnder = /[。！？｡।॥؟۔։።፧។៕။]/;
const closers = /["'”’»›“‘)\]}」』）】》〉］｝]/;
const openers = /["'“”‘’„‚«‹»›([{¿¡「『（【《〈*_—–-]/;
const greek = lazyRegExp(String.raw`\p{Script=Greek}`, "u");
const unspaced = lazyRegExp(String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`, "u");
const thai = lazyRegExp(String.raw`[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`, "u");

/** A note right after a sentence: `[12]`, `[a]`, `[citation needed]`, or in superior figures. */
const footnoteMark = /\[[^[\]\n]{1,40}\]|[¹²³⁰⁴-⁹]+/y;

/** Abbreviations that go before names, and so occur in texts of any language. */
const titles = new Set(["Dr", "Mr", "Mrs", "Ms", "Prof", "Rev", "St"]);

/** Maximum length of an abbreviation in UTF-16 units; bounds the work at each full stop. */
const longestAbbreviation = 24;

/**
 * Initials and what is made of them: `J`, `U.S`, `e.g`, `Ph.D`. Those in ASCII have a pattern of their own: the other takes
 * a new isolate long to compile.
 */
const initials = lazyRegExp(String.raw`^(?:\p{L}\p{M}*|\p{L}{1,2}(?:\.-?\p{L}{1,2})+)$`, "u");
const plainInitials = /^(?:[a-z]|[a-z]{1,2}(?:\.-?[a-z]{1,2})+)$/i;
const plain = /^[ -~]*$/;

/** Words this short before a full stop and a number are taken for abbreviations: `No. 5`, `Fig. 3`. */
const numberedWord = lazyRegExp(String.raw`^\p{L}{1,3}$`, "u");
/** The number of an item or chapter: `1. January`. */
const number = lazyRegExp(String.raw`^\p{Nd}+$`, "u");
const shortNumber = lazyRegExp(String.raw`^\p{Nd}{1,3}$`, "u");

/** In scripts without marks between sentences, what is longer than this is cut at spaces. UTF-16 units. */
const longestUnmarked = 200;

function characterAt(text: string, index: number): string {
  const codePoint = text.codePointAt(index);
  return codePoint === undefined ? "" : String.fromCodePoint(codePoint);
}

/** The word that ends at `end`, without opening marks, in at most `longestAbbreviation` units. */
function wordBefore(text: string, end: number): string {
  let start = end;
  const first = Math.max(0, end - longestAbbreviation - 1);
  while (start > first && !/[\s"'“‘„‚«‹([{¿¡/—–]/.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

/** Index of the first character at or after `index` that is not white space. */
function skipSpace(text: string, index: number): number {
  let at = index;
  while (at < text.length && isSpaceAt(text, at)) at += 1;
  return at;
}

/** Index behind any opening marks (quotes, brackets) at `index`. */
function skipOpening(text: string, index: number): number {
  let at = index;
  while (at < text.length && openers.test(text.charAt(at))) at += 1;
  return at;
}

/** Index behind the marks that belong to the preceding sentence: closing quotes and brackets, footnote marks. */
function skipClosing(text: string, index: number): number {
  let at = index;
  while (at < text.length) {
    if (closers.test(text.charAt(at))) at += 1;
    // French and others set a closing quotation mark off with a no-break space.
    else if (/[\u00A0\u202F]/.test(text.charAt(at)) && /[»›]/.test(text.charAt(at + 1))) at += 2;
    else break;
  }
  footnoteMark.lastIndex = at;
  while (footnoteMark.test(text)) at = footnoteMark.lastIndex;
  return at;
}

/** What distinguishes full stops that end a sentence from others. */
type SentenceRules = Pick<Language, "abbreviations" | "ordinals" | "stopWords">;

/** The first letters of a word: as many as a stop word has, and more. */
const wordStart = lazyRegExp(String.raw`[\p{L}\p{M}\p{Nd}]{1,24}`, "uy");

/** Whether the word that begins at `index` names something, so that a number before it can be its ordinal. */
function namesThing(text: string, index: number, { stopWords }: SentenceRules): boolean {
  const pattern = wordStart();
  pattern.lastIndex = index;
  const [word] = pattern.exec(text) ?? [];
  return word !== undefined && !stopWords.has(word.toLowerCase());
}

/** True when the full stop at `index`, the only one of its run, belongs to the word before it; the next begins at `nextWord`. */
function isAbbreviation(
  text: string,
  sentenceStart: number,
  index: number,
  nextWord: number,
  language: SentenceRules,
): boolean {
  const word = wordBefore(text, index);
  if (language.abbreviations.has(word.toLowerCase()) || titles.has(word)) return true;
  if ((plain.test(word) ? plainInitials : initials()).test(word)) return true;
  if (language.ordinals?.().test(word) === true && namesThing(text, nextWord, language)) return true;
  if (index - word.length <= sentenceStart && number().test(word)) return true;
  return (
    anyDigit().test(characterAt(text, nextWord)) && (numberedWord().test(word) || shortNumber().test(word))
  );
}

/**
 * Where the sentence ends whose ender, a run of marks, stands at `start` to `end`; undefined when it goes on.
 */
function sentenceEnd(
  text: string,
  sentenceStart: number,
  start: number,
  end: number,
  language: SentenceRules,
): number | undefined {
  const marks = text.slice(start, end);
  const closed = skipClosing(text, end);
  if (closed === text.length || decisiveEnder.test(marks)) return closed;
  const following = characterAt(text, closed);
  if (marks.includes("．")) return anyDigit().test(following) ? undefined : closed;
  if (!isSpaceAt(text, closed)) return /[!?]/.test(marks) && unspaced().test(following) ? closed : undefined;
  if (marks === ";" && !greek().test(text.charAt(start - 1))) return undefined;
  const nextWord = skipOpening(text, skipSpace(text, closed));
  if (anySmallLetter().test(characterAt(text, nextWord))) return undefined;
  return marks === "." && isAbbreviation(text, sentenceStart, start, nextWord, language) ? undefined : closed;
}

/** Cuts a sentence of a script without sentence marks at spaces. Other sentences are returned whole. */
function* cutUnmarked(text: string, { start, end }: Range): Generator<Range> {
  let from = start;
  let cut = -1;
  if (end - start > longestUnmarked && hasUnspaced(text.slice(start, end))) {
    for (let at = start + 1; at < end - 1; at++) {
      if (!isSpaceAt(text, at)) continue;
      if (!thai().test(text.charAt(at - 1)) && !thai().test(text.charAt(at + 1))) continue;
      if (cut > from && at - from > longestUnmarked) {
        yield { start: from, end: cut };
        from = cut;
      }
      cut = at;
    }
    if (cut > from && end - from > longestUnmarked) {
      yield { start: from, end: cut };
      from = cut;
    }
  }
  yield { start: from, end };
}

function trimmed(text: string, { start, end }: Range): Range {
  const part = text.slice(start, end);
  return { start: end - part.trimStart().length, end: start + part.trimEnd().length };
}

const visible = lazyRegExp(String.raw`[\p{L}\p{N}\p{S}]`, "u");

/** True for marks without a word, such as `. . .`, on the line of the sentence that ends at `previousEnd`. */
function isMarks(text: string, { start, end }: Range, previousEnd: number): boolean {
  const part = text.slice(start, end);
  if (/[0-9A-Za-z]/.test(part) || visible().test(part)) return false;
  return !text.slice(previousEnd, start).includes("\n");
}

/**
 * The sentences of a range of a text: in order, without white space at their ends, and holding all else. Offsets are
 * those of the text. Linear in the length of the range.
 *
 * The rules are this file's own, not those of `Intl.Segmenter`, whose outcome changes with the version of ICU: a build
 * and the service must find the same sentences.
 */
export function sentences(text: string, range: Range, language: SentenceRules): Range[] {
  const part = text.slice(range.start, range.end);
  const found: Range[] = [];
  let from = 0;
  let opening = 0;
  const endAt = (index: number): void => {
    for (const piece of cutUnmarked(part, { start: from, end: index })) {
      const { start, end } = trimmed(part, piece);
      const last = found.at(-1);
      if (start >= end) continue;
      if (last !== undefined && isMarks(part, { start, end }, last.end - range.start)) {
        found[found.length - 1] = { start: last.start, end: range.start + end };
      } else {
        found.push({ start: range.start + start, end: range.start + end });
      }
    }
    from = index;
    opening = Math.max(opening, index);
  };
  for (const match of part.matchAll(enders)) {
    if (match.index < from) continue;
    // White space is passed once, however many marks follow it.
    opening = skipSpace(part, opening);
    const end =
      match[0] === "\n"
        ? match.index
        : sentenceEnd(part, opening, match.index, match.index + match[0].length, language);
    if (end !== undefined) endAt(end);
  }
  endAt(part.length);
  return found;
}
