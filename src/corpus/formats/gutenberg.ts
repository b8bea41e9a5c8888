import type { GivenMetadata } from "../front-matter/metadata.ts";
import { langOf } from "../front-matter/values.ts";
import { oneLine } from "./blocks.ts";

const start = /^[ \t]*\*{3}[ \t]*START OF (?:THE|THIS) PROJECT GUTENBERG.*$|^\*END\*? ?THE SMALL PRINT.*$/im;
const end = /^[ \t]*\*{3}[ \t]*END OF (?:THE|THIS) PROJECT GUTENBERG|^End of (?:the )?Project Gutenberg/im;
/** Who made the electronic text, right below the start. */
const credits =
  /^\s*(?:(?:Produced|This (?:etext|eBook) was (?:produced|prepared)|E-?text prepared|Transcribed|\[?Transcriber).*(?:\n.+)*\n)/i;

/** A field of the header, with lines that go on. */
function field(header: string, name: string): string | undefined {
  const found = new RegExp(`^${name}:[ \\t]*(.+(?:\\n[ \\t]+\\S.*)*)`, "im").exec(header)?.[1];
  return found === undefined ? undefined : oneLine(found);
}

/**
 * Takes the header and the licence off a book of Project Gutenberg, which are not the book's words, and reads what the
 * header says about it. Blank lines stand in their place.
 */
export function takeGutenberg(text: string): { text: string; metadata: GivenMetadata } | undefined {
  const first = start.exec(text);
  if (first === null) return undefined;
  const from = first.index + first[0].length;
  const header = text.slice(0, first.index);
  const rest = text.slice(from);
  const last = end.exec(rest);
  const book = last === null ? rest : rest.slice(0, last.index);
  const title = field(header, "Title");
  const author = field(header, "Author");
  const lang = langOf(field(header, "Language"));
  const metadata = {
    ...(title !== undefined && { title }),
    ...(author !== undefined && { authors: [author] }),
    ...(lang !== undefined && { lang }),
  };
  const blank = "\n".repeat(text.slice(0, from).split("\n").length - 1);
  return { text: blank + book.replace(credits, (lines) => lines.replace(/[^\n]/g, "")), metadata };
}
