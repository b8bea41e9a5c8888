import type { Block, Range } from "../../model/index.ts";
import { countWords } from "../../text/count-words.ts";

/** An indivisible unit: a sentence, a row of a table, an item of a list. */
export interface Piece extends Range {
  /** At least 1, so that a number of words bounds a number of pieces. */
  readonly words: number;
  /** 1-based number of its block among those that are not headings. */
  readonly paragraph: number;
  /**
   * What ends with this piece; a passage ends best where a block does. `lead` is a block that leads to the next one, and
   * `code` a line of code: both are of little use without what follows.
   */
  readonly boundary: "block" | "line" | "sentence" | "code" | "lead";
}

/** Shortest and longest passage in words, as far as sections and sentences allow. */
export const passageWords = { least: 60, most: 200 } as const;

/** Longest sentence, in words, that is never cut. */
const longestSentence = 400;

/** Length in words of the parts that a longer one is cut into; they are then grouped like sentences. */
const partLength = 10;

/** The lines of a range, without white space at their ends. */
function lines(text: string, { start, end }: Range): Range[] {
  return [...text.slice(start, end).matchAll(/\S[^\n]*/g)].map(({ 0: line, index }) => ({
    start: start + index,
    end: start + index + line.trimEnd().length,
  }));
}

/** Cuts a range without better boundaries: at white space or, where there is none for long, anywhere. */
function parts(text: string, range: Range): Range[] {
  const found: Range[] = [];
  let words = partLength;
  for (const { 0: run, index } of text.slice(range.start, range.end).matchAll(/\S{1,80}/gu)) {
    const start = range.start + index;
    const end = start + run.length;
    const last = found.at(-1);
    if (last === undefined || words >= partLength) {
      found.push({ start, end });
      words = 0;
    } else {
      found[found.length - 1] = { start: last.start, end };
    }
    words += countWords(text, { start, end });
  }
  return found;
}

/** Whether a block says nothing without the next one: it ends with a colon. */
export function introduces(text: string, { kind, end }: Block): boolean {
  return kind === "paragraph" && /[:：]$/.test(text.slice(end - 1, end));
}

/** Cuts a block that is not a heading into its pieces, in order. They hold all of the block but white space. */
export function piecesOf(
  text: string,
  block: Block,
  paragraph: number,
  sentences: (range: Range) => Range[],
): Piece[] {
  const pieces: Piece[] = [];
  const add = (range: Range, words: number, boundary: Piece["boundary"]): void => {
    pieces.push({ start: range.start, end: range.end, words: Math.max(1, words), paragraph, boundary });
  };
  const addSentences = (range: Range): void => {
    for (const sentence of sentences(range)) {
      const words = countWords(text, sentence);
      if (words <= longestSentence) add(sentence, words, "sentence");
      else for (const part of parts(text, sentence)) add(part, countWords(text, part), "sentence");
    }
  };
  if (block.kind === "paragraph" || block.kind === "quote") {
    addSentences(block);
  } else {
    for (const line of lines(text, block)) {
      const words = countWords(text, line);
      if (words <= passageWords.most) add(line, words, block.kind === "code" ? "code" : "line");
      else addSentences(line);
    }
  }
  const last = pieces.pop();
  if (last === undefined) return [];
  return [...pieces, { ...last, boundary: introduces(text, block) ? "lead" : "block" }];
}
