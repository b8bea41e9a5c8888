import { asks } from "../../text/asks.ts";

const longestHeading = 100;

const number = String.raw`(?:[ivxlcdm]{1,8}|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|first|second|third|last|the [a-z]+)`;
/** Parts of books that hold chapters, and chapters, in the languages of most books, with their number before or after. */
const part = `part|book|volume|act|teil|buch|band|partie|livre|tome|acte|parte|libro|tomo|acto|atto|deel|boek|часть|книга|том`;
const chapter = String.raw`chapter|chap\.|canto|letter|scene|stave|adventure|story|tale|episode|lesson|lecture|section|appendix|kapitel|abschnitt|chapitre|chant|scène|cap[ií]tulo|canto|escena|capitolo|scena|hoofdstuk|глава|rozdział|kapitola|fejezet|luku|bölüm`;
const named = (names: string): RegExp =>
  new RegExp(
    `^(?:${names})(?![\\p{L}])\\s*(?:${number})\\b[\\s.:—–-]*|^(?:${number})[.\\s]+(?:${names})(?![\\p{L}])`,
    "iu",
  );
const partLine = named(part);
const chapterLine = new RegExp(
  `${named(chapter).source}|^(?:primera|segunda|tercera|cuarta) parte\\b|^(?:prologue|epilogue|preface|foreword|introduction|conclusion|afterword|contents|prolog|epilog|vorwort|nachwort|prólogo|epílogo|préface)[.:]?$`,
  "iu",
);
/** A Roman number, alone or before a title. */
const roman = /^[IVXLC]{1,7}\.?(?:\s+\S|$)/;
const arabic = /^\d{1,3}[.)](?:\s+\S|$)/;
const sentenceEnd = /[,;]$|[\p{Ll})”"’]\.$/u;

/** A heading that is a number alone, or names a part or chapter by it: its title may stand in a line of its own. */
export const untitled = new RegExp(`^(?:(?:${part}|${chapter})\\s*)?(?:${number})[.:]?$`, "iu");

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

/** What a line between blank lines is the heading of. The text of a chapter's first line may stand right below it. */
export function rankOf(lines: readonly string[]): Rank | undefined {
  const text = lines.join(" ").replace(/\s+/g, " ").trim();
  const [first = "", second] = lines.map((line) => line.trim());
  if (lines.length > 2 || text.length > longestHeading || !/[\p{L}\d]/u.test(text)) return undefined;
  if (partLine.test(first) && !sentenceEnd.test(first.replace(/\.$/, ""))) return "part";
  if (chapterLine.test(first) && (second === undefined || !/[.;,]$/.test(second))) return "chapter";
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
  return asks(text) && /^[¿\p{Lu}\p{Lo}]/u.test(first) && !/["”’'»]$/.test(first) ? "question" : undefined;
}

/** How a question and its answer are marked on their lines. */
export const questionMark =
  /^\s*(?:q|question|frage|f|pregunta|domanda|d|pergunta|p|vraag|v|問|问)\s?\d{0,3}\s*[:：]\s*(?=\S)/iu;
export const answerMark =
  /^\s*(?:a|answer|antwort|respuesta|r|réponse|risposta|resposta|antwoord|答)\s?\d{0,3}\s*[:：]\s*(?=\S)/iu;
