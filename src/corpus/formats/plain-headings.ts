import { asks } from "../../text/asks.ts";

const longestHeading = 100;

/** Longest title of a chapter that is named by its number, in characters and lines: old books tell what happens in it. */
const longestChapter = { characters: 320, lines: 4 };

const ordinal = `first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|prim(?:er[oa]?|[oa])|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|s[eé]ptim[oa]|octav[oa]|noven[oa]|d[eé]cim[oa]|premi(?:er|[eè]re)|deuxi[eè]me|troisi[eè]me|quatri[eè]me|cinqui[eè]me|sixi[eè]me|secondo|seconda|terz[oa]|erste[rs]?|zweite[rs]?|dritte[rs]?|vierte[rs]?|fünfte[rs]?|sechste[rs]?`;
const number = `(?:[ivxlcdm]{1,8}|\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty)(?:-[a-z]{3,5})?|${ordinal}|the [a-z]+)`;
/** Parts of books that hold chapters, and chapters, in the languages of most books, with their number before or after. */
const part = `part|book|volume|act|teil|buch|band|partie|livre|tome|acte|parte|libro|tomo|acto|atto|deel|boek|часть|книга|том`;
const chapter = `chapter|chap\\.|canto|letter|scene|stave|adventure|story|tale|episode|lesson|lecture|section|appendix|kapitel|abschnitt|chapitre|chant|scène|cap[ií]tulo|canto|escena|capitolo|scena|hoofdstuk|глава|rozdział|kapitola|fejezet|luku|bölüm`;
const named = (names: string): RegExp =>
  new RegExp(
    `^(?:${names})(?![\\p{L}])\\s*(?:${number})(?![\\p{L}\\d])[\\s.:—–-]*|^(?:${number})[.\\s]+(?:${names})(?![\\p{L}])`,
    "iu",
  );
/** Numbers of East Asian books and laws: 第三章, 第5条, 제2장. */
const counted = (units: string, korean: string): string =>
  `第\\s?[一二三四五六七八九十百千零〇两\\d]{1,6}\\s?[${units}]|제\\s?\\d{1,4}\\s?[${korean}]`;
const partLine = new RegExp(
  `${named(part).source}|^(?:часть|книга|том)\\s+\\p{L}+(?:ая|ий|ый|ой|ья)(?!\\p{L})|^(?:${counted("卷部编編", "부편")})(?:[\\s:：、]|$)`,
  "iu",
);
const chapterLine = new RegExp(
  `${named(chapter).source}|^глава\\s+\\p{L}+(?:ая|ья)(?!\\p{L})|^(?:الفصل|الباب|अध्याय)\\s+\\S+|^(?:${counted("章回幕话話節节", "장절")})(?:[\\s:：、]|$)|^(?:primera|segunda|tercera|cuarta) parte(?!\\p{L})|^(?:prologue|epilogue|preface|foreword|introduction|conclusion|afterword|contents|prolog|epilog|vorwort|nachwort|prólogo|epílogo|préface)[.:]?$`,
  "iu",
);
/** A chapter's number, and a title that a mark or capitals set apart from it: not a sentence that names the chapter. */
const titledChapter = new RegExp(`^(?:${chapter})\\s+(?:${number})\\s*[.:—–-]+\\s*\\S`, "iu");

/** The number of a law's article or section, which its text may follow on the same line. */
export const lawMark = new RegExp(
  `^(?:§{1,2}\\s?\\d{1,4}\\s?[a-z]?|art(?:icle|ikel|[ií]culo|igo|icolo|\\.)?\\s+(?:\\d{1,4}[a-z]?|[ivxlc]{1,7})|sec(?:tion|\\.)\\s+\\d{1,4}[a-z]?|статья\\s+\\d{1,4}|المادة\\s+\\S+|${counted("条條", "조")})(?![\\p{L}\\d])[.:]?`,
  "iu",
);
/** A Roman number, alone or before a title. */
const roman = /^[IVXLC]{1,7}\.?(?:\s+\S|$)/;
const arabic = /^\d{1,3}[.)](?:\s+\S|$)/;
const sentenceEnd = /[,;]$|[\p{Ll})”"’]\.$/u;

/** A heading that is a number alone, or names a part or chapter by it: its title may stand in a line of its own. */
export const untitled = new RegExp(`^(?:(?:${part}|${chapter})\\s*)?(?:${number})[.:]?$`, "iu");

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const chapterName = new RegExp(`^(?:${chapter})\\s+`, "iu");
const romanNumber = /^[IVXLC]{1,7}(?=[.:—–-]*\s+\S|[.:—–-]*$)/;

/** The Roman number that a heading with a title begins with, or that follows "Chapter". A number alone counts as none. */
export function romanValue(heading: string): number | undefined {
  const rest = heading.replace(chapterName, "");
  const digits = [...(romanNumber.exec(rest)?.[0] ?? "")];
  if (digits.length === 0 || /^[IVXLC]+[.:]?$/.test(heading)) return undefined;
  const values = digits.map((digit) => romanDigits[digit] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** How high a heading of a plain text stands; undefined for a line that is none. */
export type Rank = "part" | "chapter" | "section" | "question";

function isCapitals(line: string): boolean {
  const letters = line.replace(/[^\p{L}]/gu, "");
  return (
    letters.length > 3 &&
    !/^["“‘«]/.test(line) &&
    letters === letters.toUpperCase() &&
    letters !== letters.toLowerCase()
  );
}

/** A chapter's title over several lines, which ends no sentence and names no other chapter. */
function isLongTitle(lines: readonly string[], text: string): boolean {
  const { characters, lines: most } = longestChapter;
  const isOne = lines.slice(1).every((line) => !titledChapter.test(line.trim()));
  return isOne && lines.length <= most && text.length <= characters && !/[.,;:!]$/.test(text);
}

/** A law's number, alone or before the title of what it numbers. */
function isLawHeading(text: string): boolean {
  const mark = lawMark.exec(text)?.[0];
  if (mark === undefined) return false;
  const title = text.slice(mark.length).trim();
  return title === "" || (!/^\p{Ll}/u.test(title) && !/[.。;,:]["”»)]?$/.test(title));
}

/** What a line between blank lines is the heading of. The text of a chapter's first line may stand right below it. */
export function rankOf(lines: readonly string[]): Rank | undefined {
  const text = lines.join(" ").replace(/\s+/g, " ").trim();
  const [first = "", second] = lines.map((line) => line.trim());
  if (titledChapter.test(first) && isLongTitle(lines, text)) return "chapter";
  if (lines.length > 2 || text.length > longestHeading || !/[\p{L}\d]/u.test(text)) return undefined;
  if (partLine.test(first) && !sentenceEnd.test(first.replace(/\.$/, ""))) return "part";
  if (chapterLine.test(first) && (second === undefined || !/[.;,]$/.test(second))) return "chapter";
  if (isLawHeading(text)) return "section";
  if (second !== undefined) return isCapitals(text) ? "section" : undefined;
  if (isCapitals(first)) return "section";
  if (roman.test(first) && !sentenceEnd.test(first))
    return /^[IVXLC]{1,7}\.?$/.test(first) || /^[IVXLC]+\.\s/.test(first) ? "section" : undefined;
  if (
    /^\d{1,3}\.?$/.test(first) ||
    (arabic.test(first) &&
      /^\d+[.)]\s+\p{Lu}/u.test(first) &&
      !sentenceEnd.test(first) &&
      first.length < 70 &&
      !asks(first))
  ) {
    return "section";
  }
  return asks(text) && !/\?.*\?/.test(text) && /^[¿\p{Lu}\p{Lo}]/u.test(first) && !/["”’'»]$/.test(first)
    ? "question"
    : undefined;
}

/** How a question and its answer are marked on their lines. */
export const questionMark =
  /^\s*(?:q|question|frage|f|pregunta|domanda|d|pergunta|p|vraag|v|問|问)\s?\d{0,3}\s*[:：]\s*(?=\S)/iu;
/** The same of its answer. */
export const answerMark =
  /^\s*(?:a|answer|antwort|respuesta|r|réponse|risposta|resposta|antwoord|答)\s?\d{0,3}\s*[:：]\s*(?=\S)/iu;
