/** A file with longer lines is not wrapped by hand; an address in between may be longer. */
const longestWrappedLine = 200;

/** Nobody wraps text narrower than this, so a shorter line that ends early ends on purpose. */
export const narrowestWrap = 60;

/** Columns by which a line has to end early to do so on purpose. */
const slack = 4;

/** Starts of lines that are items of a list. */
const bullet = /^\s*(?:[-*+•‣◦·]|\(?\d{1,3}[.)]|[a-z]\)|o(?=\s+[\p{Lu}\d[`'"(]))\s+\S/u;
/** Starts of lines that somebody else speaks: with a dash, or behind a name. */
const speech = /^\s*(?:[—–―]\s?\S|\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}:\s)/u;

/** Whether a line begins an item of a list. */
export const isBullet = (line: string): boolean => bullet.test(line);

/** The width that a file was wrapped to: that of its long lines, without the few that stick out. */
export function widthOf(lines: readonly string[]): number {
  const lengths = lines
    .map((line) => line.trimEnd().length)
    .filter((length) => length > 0 && length <= longestWrappedLine)
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.95)] ?? 0;
}

/** A line too long to be wrapped by hand. */
function isUnwrapped(line: string): boolean {
  return line.length > longestWrappedLine && line.trim().split(/\s+/).length > longestWrappedLine / 20;
}

/** Whether the first word of the next line had room at the end of a line. */
function endsEarly(line: string, next: string, width: number): boolean {
  const word = /^\s*(\S+)/.exec(next)?.[1] ?? "";
  return line.trimEnd().length + 1 + word.length + slack <= width;
}

/** The lines of a paragraph that stay lines of their own, each with those that were wrapped after it. */
export function joinWrapped(
  lines: readonly string[],
  width: number,
): { parts: string[]; kind: "paragraphs" | "lines" } {
  if (lines.some(isUnwrapped)) return { parts: [...lines], kind: "paragraphs" };
  const early = lines.slice(0, -1).filter((line, index) => endsEarly(line, lines[index + 1] ?? "", width));
  if (lines.length > 1 && early.length * 5 > (lines.length - 1) * 3) {
    // Long lines of verse are wrapped too, and what goes on is indented.
    return {
      parts: joinWhere(
        lines,
        (line, before) => /^\s{2,}/.test(line) && !/^\s/.test(before) && !endsEarly(before, line, width),
      ),
      kind: "lines",
    };
  }
  const marks = lines.filter((line) => bullet.test(line) || speech.test(line));
  const isMarked = marks.length > 1 && (bullet.test(lines[0] ?? "") || speech.test(lines[0] ?? ""));
  if (isMarked)
    return { parts: joinWhere(lines, (line) => !bullet.test(line) && !speech.test(line)), kind: "lines" };
  return { parts: [lines.join("\n")], kind: "lines" };
}

/** Joins each line for which that holds to the one before. */
function joinWhere(lines: readonly string[], goesOn: (line: string, before: string) => boolean): string[] {
  const parts: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0 && goesOn(line, lines[index - 1] ?? "")) parts.push(`${parts.pop()}\n${line}`);
    else parts.push(line);
  }
  return parts;
}
