/** A number that a law, a chapter or a release goes by, with the sign or the word before it: `§ 433`, `Article 5`, `2.4.1`. */
const label =
  /(?:(§+)\s*|(?<![\p{L}\p{N}])(\p{L}{1,20})\.?\s*|(?<![\p{L}\p{N}.]))(\d+(?:\.\d+)*\p{Ll}?)(?![\p{L}\p{N}])/gu;
/** Letters that the words before two numbers have to share: Art., Artikel and Article name one thing. */
const sharedLetters = 3;

/** The labels of a text: each number with what kind of thing it numbers; a number with stops in it needs none. */
export function labelsOf(text: string): string[] {
  return Array.from(text.matchAll(label), ([, sign, word, number = ""]) => {
    if (sign !== undefined) return `§ ${number}`;
    if (number.includes(".")) return number;
    return `${word?.toLowerCase().slice(0, sharedLetters) ?? ""} ${number}`;
  }).filter((found) => !found.startsWith(" "));
}

const opening = /^[[(\s]*((?:§+\s*|\p{L}{1,20}\.?\s*)?\d[\d.]*\p{Ll}?)(?![\p{L}\p{N}])/u;

/** What parts of a text are called, by the letters that its forms share: Chapter 5, Lektion 5, capítulo 5. */
const parts =
  /^(?:§|abs|anh|app|art|boo|buc|cap|cha|cla|exe|fra|kap|lek|les|lev|mod|par|pha|que|rul|sch|sec|sek|ste|tas|tei|tit|uni|ver|vol) |\./u;

/** Whether a word before a number says what part of a text it numbers. */
const namesPart = (word: string): boolean => parts.test(`${word.toLowerCase().slice(0, sharedLetters)} `);

/** A word before a number with stops in it that is no part, as in "What 1.0 was about" and "Rust 1.0". */
const namedBefore = /^(?!v\.?\s*\d|rel)(\p{L}{1,20})\.?\s*\d+\./iu;

/** A number, in figures or Roman, that a heading begins with, and the sign or the word before it. */
const numbering =
  /^[[(\s]*(?:(§+|\p{L}{2,20})\.?\s*)?(\d[\d.]*\p{Ll}?|[IVXLC]+(?!\p{L}))((?:\s*[\])])?(?:\s*[.:)–—-]+)?)\s+(?=.*\p{L})/u;

/**
 * A heading without the number that says where it stands and not what it is about: `Diebstahl` of "§ 242 Diebstahl", "Chapter IV. The
 * mill", "2.4.1 Setting up", "3. File it". A number of something stays: "10 ways", "Express 5".
 */
export function withoutLabel(heading: string): string {
  const [label = "", word, number = "", end = ""] = numbering.exec(heading) ?? [];
  const isPlace =
    word === undefined ? number.includes(".") || end.trim() !== "" : word.startsWith("§") || namesPart(word);
  return isPlace ? heading.slice(label.length) : heading;
}

/** The label that a heading begins with, if it does. */
export function labelOf(heading: string): string | undefined {
  const [, label = ""] = opening.exec(heading) ?? [];
  const [, word] = namedBefore.exec(label) ?? [];
  return word !== undefined && !namesPart(word) ? undefined : labelsOf(label)[0];
}

/**
 * Whether a heading begins with one of the numbers that are asked for. "Express 5" is a release and no part of a text: "Express 5 codemods"
 * is not what is asked for with it.
 *
 * @param asked labels of a question
 */
export function isNumbered(heading: string, asked: ReadonlySet<string>): boolean {
  const label = labelOf(heading);
  return label !== undefined && asked.has(label) && parts.test(label);
}

/** Whether a label names nothing but a section: a type 2 or an interleukin 6 is a thing. */
export const namesSection = (label: string): boolean => /^(?:§|art|rul|sec|cha|cla|kap) |\./u.test(label);
