import { outsideCode } from "./code-ranges.ts";

/**
 * Most marks of emphasis, links and cells in a paragraph: the parser's time grows with the square of their number. Of
 * 15,000 files of documentation and blogs none had more than 506.
 */
const mostMarks = 1_500;

/** Most lines of a paragraph: the same. A table's lines are parsed apart. */
const mostLines = 5_000;

const paragraphEnd = /\n[ \t]*\n/;
const marks = /[*_~[\]]/g;
const tableRow = /^[ \t]*\|.*\|[ \t]*$/gm;

/** Thrown for a text that takes the parser too long; its message is why. */
export class CrowdedError extends Error {
  override name = "CrowdedError";
}

function check(prose: string): void {
  if (prose.length < mostMarks) return;
  for (const paragraph of prose.split(paragraphEnd)) {
    if (paragraph.length < mostMarks) continue;
    const running = paragraph.replace(tableRow, "");
    const count = running.match(marks)?.length ?? 0;
    if (count > mostMarks) throw new CrowdedError(`a paragraph with ${count} marks such as * _ ~ [`);
    const lines = running.split("\n").filter((line) => line !== "").length;
    if (lines > mostLines) throw new CrowdedError(`a paragraph of ${lines} lines`);
  }
}

/** @throws CrowdedError when a paragraph has more marks or lines than the parser reads in a second */
export function checkCrowded(text: string): void {
  outsideCode(text, (prose) => {
    check(prose);
    return prose;
  });
}
