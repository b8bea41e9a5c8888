import type { Range } from "../../../model/index.ts";
import { blank, codeRanges, isWithin, outsideCode } from "./code-ranges.ts";
import type { Marks } from "./marks.ts";

/** Comments of Obsidian in one line: the whole of it, or within. A percent sign twice is none by itself. */
const hiddenInLine =
  /^[ \t]*%%.+%%[ \t]*$|%%[^\S\n][^%\n]*[^\S\n]%%|(?<![\w%])%%(?=[^\s%])[^%\n]*(?<=[^\s%])%%(?![\w%])/gm;
/** A line that opens a comment which goes on over lines. */
const hiddenFrom = /^[ \t]*%%(?:[ \t][^%\n]*)?$/gm;

/** Where comments of Obsidian stand that begin outside code. */
function hiddenRanges(text: string): Range[] {
  const ranges: Range[] = [];
  hiddenFrom.lastIndex = 0;
  for (let match = hiddenFrom.exec(text); match !== null; match = hiddenFrom.exec(text)) {
    const close = text.indexOf("%%", match.index + match[0].length);
    if (close === -1) break;
    ranges.push({ start: match.index, end: close + 2 });
    hiddenFrom.lastIndex = close + 2;
  }
  for (const { 0: matched, index } of text.matchAll(hiddenInLine)) {
    ranges.push({ start: index, end: index + matched.length });
  }
  const isCode = isWithin(codeRanges(text));
  return ranges.sort((a, b) => a.start - b.start).filter(({ start }) => !isCode(start));
}

function withoutHidden(text: string): string {
  if (!text.includes("%%")) return text;
  let made = "";
  let end = 0;
  for (const range of hiddenRanges(text)) {
    if (range.start < end) continue;
    made += text.slice(end, range.start) + blank(text.slice(range.start, range.end));
    end = range.end;
  }
  return made + text.slice(end);
}

/** Text that is marked. */
const marked = /(?<![\w=])==(?=[^\s=])([^=\n]+?)(?<=\S)==(?![\w=])/g;
/** The name of a block, at its end or on a line of its own, that others link to. */
const blockName = /(?:^|(?<=\S)[ \t]+)\^(?=[\w-]*[a-z])[a-z\d][a-z\d-]{2,}[ \t]*$/gim;

/** Fields that programs for notes keep of a block, on lines of their own. */
const ownField =
  /^[ \t]*(?:[-*][ \t]+)?(?:id|collapsed|created-at|updated-at|heading|background-color|card-[\w-]+|logseq\.[\w.-]+|query-[\w-]+|ls-type|hl-[\w-]+|file-path|icon|exclude-from-graph-view|public|template|template-including-parent|title)::(?:[ \t].*)?$/gm;
/** A field of a block or page that readers see. */
const shownField = /^([ \t]*(?:[-*][ \t]+)?[\p{L}][\p{L}\p{N}_-]*)::(?=[ \t]+\S)/gmu;
/** The times that somebody has worked on a task, and when it is due. */
const logbook =
  /^[ \t]*:LOGBOOK:[ \t]*\n(?:[^\n]*\n)*?[ \t]*:END:[ \t]*$|^[ \t]*(?:SCHEDULED|DEADLINE):[ \t]+<[^>\n]+>[ \t]*$/gm;

/** Ends of links that go over several paragraphs, as programs write them that clip pages: lines that open one, and that close it. */
const clippedOpen = /^[ \t]*!?\[(?=[ \t]*$|!\[[^\]\n]*\]\([^()\s]*\)[ \t]*$)/gm;
const clippedClose = /(?<=^[ \t]*\n)[ \t]*\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)/gm;

/** The text of links over several paragraphs, which Markdown does not have. */
function withoutClippedLinks(text: string): string {
  clippedClose.lastIndex = 0;
  if (!clippedClose.test(text)) return text;
  const isCode = isWithin(codeRanges(text));
  const opened = text.replace(clippedClose, (mark: string, offset: number) => (isCode(offset) ? mark : ""));
  return opened.replace(clippedOpen, "");
}

const begin = /^([ \t]*(?:[-*][ \t]+)?)#\+BEGIN_(\w+)(.*)$/i;
const end = /^([ \t]*)#\+END_(\w+)[ \t]*$/i;

/** Blocks of Org that Logseq has: code becomes a fence, queries and comments are not shown, the others are boxes. */
function withoutOrgBlocks(text: string, marks: Marks): string {
  if (!/#\+BEGIN_/i.test(text)) return text;
  const made: string[] = [];
  let open: string | undefined;
  for (const line of text.split("\n")) {
    const [, before = "", name = "", rest = ""] = (open === undefined ? begin.exec(line) : null) ?? [];
    const [, indent = "", closed] = end.exec(line) ?? [];
    if (open !== undefined && closed?.toLowerCase() === open) {
      if (/^(?:src|example|export)$/.test(open)) made.push(`${indent}\`\`\`\`\``);
      else made.push(/^(?:query|comment)$/.test(open) ? "" : indent + marks.close(open));
      open = undefined;
    } else if (name !== "") {
      open = name.toLowerCase();
      if (/^(?:src|example|export)$/.test(open))
        made.push(`${before}\`\`\`\`\`${rest.trim().split(" ")[0] ?? ""}`);
      else made.push(/^(?:query|comment)$/.test(open) ? before : before + marks.open(open));
    } else made.push(open !== undefined && /^(?:query|comment)$/.test(open) ? "" : line);
  }
  return made.join("\n");
}

/** Takes out of a text what programs for notes add to Markdown: Obsidian, Logseq and their like. What they hide is gone for good. */
export function withoutNoteMarks(text: string, marks: Marks): string {
  if (!/%%|==|::|\^|^[ \t]*\]\(|#\+BEGIN_|:LOGBOOK:|^[ \t]*(?:SCHEDULED|DEADLINE):/im.test(text)) return text;
  return outsideCode(withoutClippedLinks(withoutOrgBlocks(withoutHidden(text), marks)), (prose) =>
    prose
      .replace(logbook, blank)
      .replace(ownField, "")
      .replace(shownField, "$1:")
      .replace(marked, "$1")
      .replace(blockName, ""),
  );
}
