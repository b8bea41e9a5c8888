import { outsideCode } from "./code-ranges.ts";

/**
 * Most marks of emphasis, links and cells in a paragraph: the parser's time grows with the square of their number. Of
 * 15,000 files of documentation and blogs none had more than 506.
 */
const mostMarks = 1_500;

/** Most lines of a paragraph: the same. A table's lines are parsed apart. */
const mostLines = 5_000;

/** Most characters that may be looked through for the ends of tags that have none: for each of them the rest of its paragraph. */
const mostSearched = 5_000_000;

/** Most cells of a table, those counted that its rows lack: they are filled in. */
const mostCells = 300_000;

/** Lists and quotations that a line may open in one another, and those beyond the tenth that all lines together may. */
const deepest = 100;
const usualDepth = 10;
const mostBeyond = 2_000;

const paragraphEnd = /\n[ \t]*\n/;
const marks = /[*_~[\]]/g;
const tableRow = /^[ \t]*\|.*\|[ \t]*$/gm;
const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/m;

/** What begins within a line and goes on to its end, and the ends: comments, instructions, character data, declarations. */
const openers = [
  ["<!--", "-->"],
  ["<?", "?>"],
  ["<![CDATA[", "]]>"],
  ["<!", ">"],
] as const;

/** Thrown for a text that takes the parser too long; its message is why. */
export class CrowdedError extends Error {
  override name = "CrowdedError";
}

/** How often such a tag opens behind the last place where one closes. */
function unclosed(paragraph: string): number {
  return openers.reduce((sum, [open, close]) => {
    const end = paragraph.lastIndexOf(close);
    let count = 0;
    for (let at = paragraph.indexOf(open, end + 1); at !== -1; at = paragraph.indexOf(open, at + 1)) count++;
    return sum + count;
  }, 0);
}

/** The cells of a paragraph that is a table. */
function cells(paragraph: string): number {
  const row = delimiterRow.exec(paragraph)?.[0];
  if (row === undefined) return 0;
  return row.split("|").length * paragraph.split("\n").length;
}

function checkParagraph(paragraph: string): void {
  const open = unclosed(paragraph);
  if (open * paragraph.length > mostSearched) throw new CrowdedError(`a paragraph with ${open} open tags`);
  const filled = cells(paragraph);
  if (filled > mostCells) throw new CrowdedError(`a table of ${filled} cells`);
  const running = paragraph.replace(tableRow, "");
  const count = running.match(marks)?.length ?? 0;
  if (count > mostMarks) throw new CrowdedError(`a paragraph with ${count} marks such as * _ ~ [`);
  const lines = running.split("\n").filter((line) => line !== "").length;
  if (lines > mostLines) throw new CrowdedError(`a paragraph of ${lines} lines`);
}

/** How many lists and quotations a line opens in one another; those that it indents for are told by four columns each. */
function depthOf(line: string): number {
  let depth = 0;
  let at = 0;
  const indent = /^[ \t]*/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0;
  const mark = /[ \t]*(?:>|(?:[*+-]|\d{1,9}[.)])(?=[ \t]))/y;
  for (mark.lastIndex = at; mark.test(line); mark.lastIndex = at) {
    at = mark.lastIndex;
    depth++;
  }
  // A rule may be made of such marks; text that is only indented is code, or goes on.
  const isText = depth > 0 && /[^\s>*+-]/.test(line.slice(at));
  return isText ? depth + Math.floor(indent / 4) : 0;
}

function checkDepth(text: string): void {
  let beyond = 0;
  for (const line of text.split("\n")) {
    if (!/^[ \t]{40}|^[ \t]*(?:[>*+-]|\d{1,9}[.)])/.test(line)) continue;
    const depth = depthOf(line);
    beyond += Math.max(0, depth - usualDepth);
    if (depth >= deepest || beyond > mostBeyond) throw new RangeError("nested too deeply");
  }
}

/**
 * Refuses a text whose reading would take the parser longer than its length explains.
 *
 * @throws CrowdedError when a paragraph has more marks, open tags, cells or lines than the parser reads in a second
 * @throws RangeError when lists or quotations are nested too deeply
 */
export function checkCrowded(text: string): void {
  const shortest = Math.min(mostMarks, Math.sqrt(mostSearched));
  const prose = outsideCode(
    text,
    (part) => {
      if (part.length < shortest) return part;
      for (const paragraph of part.split(paragraphEnd)) {
        if (paragraph.length >= shortest) checkParagraph(paragraph);
      }
      return part;
    },
    (code) => code.replace(/[^\n]/g, "x"),
  );
  checkDepth(prose);
}
