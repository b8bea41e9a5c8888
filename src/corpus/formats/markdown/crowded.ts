import { outsideCode } from "./code-ranges.ts";
import { isDelimiterRow } from "./line-runs.ts";

/** Most cells of a table, those counted that its rows lack: they are filled in. */
const mostCells = 300_000;

/** Lists and quotations that a line may open in one another, and those beyond the tenth that all lines together may. */
const deepest = 100;
const usualDepth = 10;
const mostBeyond = 2_000;

const paragraphEnd = /\n[ \t]*\n/;

/** Thrown for a text that takes the parser too long; its message is why. */
export class CrowdedError extends Error {
  override name = "CrowdedError";
}

/** The cells of lines that are a table. */
function cells(paragraph: string): number {
  const lines = paragraph.split("\n");
  const delimiter = lines.find(isDelimiterRow);
  return delimiter === undefined ? 0 : delimiter.split("|").length * lines.length;
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
  // A rule may be made of such marks.
  const isRule = /^[ \t>]*([-*])(?:[ \t]*\1)*[ \t]*$/.test(line);
  return depth === 0 || isRule ? 0 : depth + Math.floor(indent / 4);
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
 * @throws CrowdedError when a table has more cells than the parser reads in a second
 * @throws RangeError when lists or quotations are nested too deeply
 */
export function checkCrowded(text: string): void {
  const prose = outsideCode(
    text,
    (part) => {
      for (const paragraph of part.split(paragraphEnd)) {
        const filled = cells(paragraph);
        if (filled > mostCells) throw new CrowdedError(`a table of ${filled} cells`);
      }
      return part;
    },
    (code) => code.replace(/[^\n]/g, "x"),
  );
  checkDepth(prose);
}
