import type { Range } from "../../../model/index.ts";
import { codeRanges } from "./code-ranges.ts";
import { type Run, runsOf } from "./line-runs.ts";

/**
 * Most marks of emphasis and links in a piece of running text, and most of its lines: the parser's time grows with the square
 * of their number. Of 15,000 files of documentation and blogs none had more than 506 marks. An item of a list and a cell of
 * a table are pieces of their own.
 */
const mostMarks = 600;
const mostLines = 600;

/** Marks and lines of the pieces that a longer paragraph is cut into. */
const pieceMarks = 100;
const pieceLines = 100;
/** Lines of a quotation, or of blocks without a blank line between them, from which on they are parted. */
const groupLines = 200;

/** Most characters that may be looked through for the ends of tags that have none: for each of them the rest of its piece. */
const mostSearched = 1_000_000;

/** What begins within a line and goes on to its end, and the ends: comments, instructions, character data, declarations. */
const openers = [
  ["<!--", "-->"],
  ["<?", "?>"],
  ["<![CDATA[", "]]>"],
  ["<!", ">"],
] as const;

/** A change of a text: what stands there instead. */
interface Edit extends Range {
  readonly text: string;
}

/** Marks that may open or close something, and those behind a backslash; no line below a letter within a word. */
const marks = /(\\.)|(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])|([*_~[\]])/gsu;
const anyMark = /[*_~[\]<]/g;

/** What a paragraph may begin with so that it is one. */
const beginning = /(?:[\p{L}"'(“‘«]|[*_~![\\][^\s*_~-])(?!\[[^\]\n]*\]:)/uy;

const countOf = (text: string): number =>
  [...text.matchAll(marks)].filter(([, escaped, mark]) => mark !== undefined || escaped !== undefined).length;

/** A text whose code is left out: fences are blank lines, spans are one word. Offsets stay. */
function withoutCode(text: string): string {
  let made = "";
  let end = 0;
  for (const range of codeRanges(text)) {
    const code = text.slice(range.start, range.end);
    const isFence = /^[^`~\n]*(?:`{3}|~{3})[^\n]*\n/.test(code);
    made += text.slice(end, range.start) + code.replace(/[^\n]/g, isFence ? " " : "x");
    end = range.end;
  }
  return made + text.slice(end);
}

/** The lines of a text between blank ones, where they are long enough to hold a crowd. */
function* groupsOf(text: string): Generator<Range> {
  const blank = /\n(?:[ \t]*\n)+/g;
  let start = 0;
  for (const { 0: matched, index } of text.matchAll(blank)) {
    if (index - start > mostMarks) yield { start, end: index };
    start = index + matched.length;
  }
  if (text.length - start > mostMarks) yield { start, end: text.length };
}

/** What the next paragraph of the same item or quotation is indented by. */
function prefixOf(line: string): string {
  const containers = /^[ \t]*(?:(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))[ \t]*)*/.exec(line)?.[0] ?? "";
  return containers.replace(/[^>\s]/g, " ");
}

const escapeAt = (at: number): Edit => ({ start: at, end: at, text: "\\" });

/**
 * Cuts a long paragraph into several, between two words that stand in no link. Where no place is found for too long the marks
 * are no markup, and stand for themselves.
 */
function* cutParagraph(text: string, run: Run): Generator<Edit> {
  const feed = text.indexOf("\n", run.start);
  const prefix = prefixOf(text.slice(run.start, feed === -1 ? run.end : Math.min(feed, run.end)));
  const stops = /(\\.)|(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])|([*_~[\]])|(\n[ \t>]*|[ \t]+)/gsu;
  stops.lastIndex = run.start + prefix.length;
  let crowd: number[] = [];
  let escapes = 0;
  let lines = 0;
  let depth = 0;
  for (let match = stops.exec(text); match !== null && match.index < run.end; match = stops.exec(text)) {
    const { 0: matched, 1: escaped, 2: mark, 3: space, index: start } = match;
    if (escaped !== undefined) escapes += 1;
    if (mark !== undefined) {
      if (crowd.length > 2 * pieceMarks) {
        yield* crowd.map(escapeAt);
        yield { start, end: start, text: `\n${prefix.trimEnd()}\n${prefix}` };
        crowd = [];
        escapes = lines = depth = 0;
      }
      crowd.push(start);
      depth = Math.max(0, depth + (mark === "[" ? 1 : mark === "]" ? -1 : 0));
      continue;
    }
    if (space === undefined) continue;
    if (space.startsWith("\n")) lines += 1;
    const end = start + matched.length;
    beginning.lastIndex = end;
    const count = crowd.length + escapes;
    const isFull = count >= pieceMarks || lines >= pieceLines;
    const isWhole = depth === 0 || count > 1.5 * pieceMarks;
    if (!isFull || !isWhole || !beginning.test(text)) continue;
    if (count > 2 * pieceMarks) yield* crowd.map(escapeAt);
    yield { start, end, text: `\n${prefix.trimEnd()}\n${prefix}` };
    crowd = [];
    escapes = lines = depth = 0;
  }
  if (crowd.length + escapes > 2 * pieceMarks) yield* crowd.map(escapeAt);
}

/** Marks of a line that cannot be cut, as themselves. */
function* escapeMarks(text: string, { start, end }: Range): Generator<Edit> {
  for (const { 0: mark, index } of text.slice(start, end).matchAll(anyMark)) {
    const at = start + index;
    if (text[at - 1] !== "\\" && mark !== "") yield escapeAt(at);
  }
}

/** Tags that open behind the last place where one closes, as text: for the end of each the parser would look through all that follows. */
function* escapeOpen(text: string, { start, end }: Range): Generator<Edit> {
  const piece = text.slice(start, end);
  const open = new Set<number>();
  for (const [opener, closer] of openers) {
    const from = piece.lastIndexOf(closer);
    for (let at = piece.indexOf(opener, from + 1); at !== -1; at = piece.indexOf(opener, at + 1))
      if (piece[at - 1] !== "\\") open.add(at);
  }
  if (open.size * piece.length <= mostSearched) return;
  for (const at of [...open].sort((a, b) => a - b)) yield escapeAt(start + at);
}

function* relieve(text: string, group: Range): Generator<Edit> {
  const runs = runsOf(text, group);
  if (runs[0]?.kind === "html") return;
  let lines = 0;
  for (const run of runs) {
    const piece = text.slice(run.start, run.end);
    const isCuttable = run.kind === "paragraph" || run.kind === "item";
    // The parser reads a text in parts, which begin behind blank lines or with an item.
    const isApart = run.kind === "paragraph" || run.kind === "heading" || run.kind === "rule";
    const isQuoted = /^[ \t]*>/.test(piece);
    if (lines >= groupLines && (isApart || isQuoted) && run.kind !== "row") {
      yield { start: run.start, end: run.start, text: "\n" };
      lines = 0;
    }
    lines += run.lines;
    if (isCuttable && (run.lines > mostLines || countOf(piece) > mostMarks)) yield* cutParagraph(text, run);
    else if (!isCuttable && run.kind !== "definition" && run.kind !== "rule") {
      const cells = run.kind === "row" ? piece.split("|") : [piece];
      if (cells.some((cell) => countOf(cell) > mostMarks)) yield* escapeMarks(text, run);
    }
  }
}

/** Whether lines are code by their indentation, and not what goes on in a list. */
function isIndentedCode(text: string, { start, end }: Range): boolean {
  if (/^(?! {4}|\t)[^\n]/m.test(text.slice(start, end))) return false;
  for (let from = start - 1; from > 0; ) {
    const before = text.lastIndexOf("\n", from - 1) + 1;
    const line = text.slice(before, from);
    if (/^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line)) return false;
    if (/^[^ \t\n]/.test(line)) return true;
    from = before - 1;
  }
  return true;
}

/** Whether a group may hold something to relieve: found out without parting it. */
function isCrowded(group: string): boolean {
  if ((group.match(anyMark)?.length ?? 0) > mostMarks) return true;
  let lines = 0;
  for (let at = group.indexOf("\n"); at !== -1; at = group.indexOf("\n", at + 1)) lines += 1;
  return lines > mostLines;
}

/**
 * A Markdown text whose paragraphs have no more marks and lines than the parser reads at once: longer ones are several, and
 * marks that crowd one word or line stand for themselves. Nothing that readers see is lost.
 */
export function withoutCrowds(text: string): string {
  if (text.length < mostMarks) return text;
  const bare = withoutCode(text);
  const edits: Edit[] = [];
  let wasOpen = false;
  for (const group of groupsOf(bare)) {
    const piece = bare.slice(group.start, group.end);
    if (!isCrowded(piece) || isIndentedCode(bare, group)) continue;
    const open = [...escapeOpen(bare, group)];
    for (const edit of open.length > 0 ? open : relieve(bare, group)) edits.push(edit);
    wasOpen ||= open.length > 0;
  }
  let made = "";
  let end = 0;
  for (const edit of edits) {
    made += text.slice(end, edit.start) + edit.text;
    end = edit.end;
  }
  made += text.slice(end);
  // What is text now is long, too.
  return wasOpen ? withoutCrowds(made) : made;
}
