import { asks } from "../../text/asks.ts";
import type { DraftBlock } from "./blocks.ts";

/** Names of files that stand for the folder they are in. */
const folderFile = /^(?:_?index|readme|home|default)$/i;

/** What orders or dates a file rather than naming it: `01-`, `01 `, `2024-05-06-`, `2024-05-`. `68 bits` are counted. */
const order =
  /^(?:(?:(?:19|20)\d{2}[-_.]?(?:0[1-9]|1[0-2])(?:[-_.]?(?:0[1-9]|[12]\d|3[01]))?|0\d{1,2})[-_.\s]+|\d{1,3}(?:[-_]+|\.\s*|\s+[-–—]\s+))(?=\S)/;

/** Names that are numbers and hashes: `000_7e06a4b7a266559f`. */
const meaningless = /^(?=(?:.*\d){4})[\da-f]+(?:[-_.\s][\da-f]+)*$/i;

/** What Notion puts behind the name of a page that it exports. */
const exportHash = /[ _-][\da-f]{32}$/i;

/** A name that somebody gave to be read: with a space, or a capital that is not one of many. */
const isWritten = (name: string): boolean => /\S\s+\S/.test(name) || /^\p{Lu}\p{Ll}[^-_]*$/u.test(name);

/** Words of a first sentence that stand for a title. */
const titleWords = 9;

/** The last part of an id as a title: `2026/r2-is-late` becomes `R2 is late`. Undefined when it says nothing. */
function readableName(id: string): string | undefined {
  const parts = id.split("/");
  const own = (parts.pop() ?? "").replace(exportHash, "");
  const named = folderFile.test(own) ? parts.pop() : own;
  if (named === undefined) return undefined;
  const name = named
    .replace(order, "")
    .replace(exportHash, "")
    .replace(/[-_\s]+/g, " ")
    .trim();
  if (name === "" || meaningless.test(named)) return undefined;
  return /^faqs?$/i.test(name) ? name.replace(/faq/i, "FAQ") : name.charAt(0).toUpperCase() + name.slice(1);
}

/** How a text begins, as a title. */
function beginning(text: string): string {
  const words = text.replace(/\s+/g, " ").trim().split(" ");
  // Scripts without spaces have no words to count.
  const start = words.slice(0, titleWords).join(" ").slice(0, 80);
  return words.length > titleWords || text.length > 80 ? `${start.replace(/[,;:]$/, "")} …` : start;
}

/**
 * The heading that names an article: one before all text that heads more than a box, or the only one of level 1.
 */
function titleHeading(blocks: readonly DraftBlock[]): DraftBlock | undefined {
  const [first] = blocks;
  if (first?.kind === "heading" && first.folded !== true) return first;
  const top = blocks.filter(({ kind, level }) => kind === "heading" && level === 1);
  return top.length === 1 ? top[0] : undefined;
}

/** Whether a heading is a question among others, as on a page of them: it names its answer, and not the page. */
const isOneOfQuestions = (heading: DraftBlock, blocks: readonly DraftBlock[]): boolean =>
  asks(heading.text) &&
  blocks.filter(({ kind, level, text }) => kind === "heading" && level === heading.level && asks(text))
    .length > 1;

/** What the first section of a page is called, whatever the page is about. */
const ofAnyPage =
  /^(?:introduction|intro|overview|name|synopsis|description|summary|abstract|about|background|contents|table of contents|toc|preface|prerequisites|requirements|usage)$/i;

/**
 * Whether a heading is one of several of its level, and says less of the page than the name of its file: one that is a
 * title, as notes have it, or a heading that any page may begin with.
 */
const isOneOfSections = (heading: DraftBlock, id: string, blocks: readonly DraftBlock[]): boolean =>
  (isWritten(id.split("/").at(-1)?.replace(exportHash, "") ?? "") || ofAnyPage.test(heading.text.trim())) &&
  blocks.filter(({ kind, level }) => kind === "heading" && level === heading.level).length > 1;

/**
 * The title of an article.
 *
 * @param given what the article says it is
 * @returns the title, and the heading that says the same, which the page shows as its title
 */
export function titleOf(
  id: string,
  given: string | undefined,
  blocks: readonly DraftBlock[],
): { title: string; heading?: DraftBlock } {
  const heading = titleHeading(blocks);
  const said = heading?.text.normalize("NFC");
  // The title of a box says more of its page than what is in it.
  const text = blocks.find(({ kind, folded }) => kind !== "heading" || folded === true)?.text ?? "";
  const name = readableName(id);
  const isSection =
    heading !== undefined && (isOneOfQuestions(heading, blocks) || isOneOfSections(heading, id, blocks));
  const own = isSection ? name || said : said || name;
  const title = given ?? (own || beginning(text).normalize("NFC") || id);
  const isShown = heading?.level === 1 && said === title;
  return { title, ...(isShown && { heading }) };
}
