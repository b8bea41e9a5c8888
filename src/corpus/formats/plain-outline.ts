import type { DraftBlock } from "./blocks.ts";
import { lawMark, untitled } from "./plain-headings.ts";

/** Longest title, in characters, that stands in a paragraph of its own below the number of its chapter. */
const longestTitle = 160;

/** Shortest title that is looked for among the headings, in characters. */
const shortestListed = 4;

/** How many chapters must have their titles there, or laws their numbers before their texts, and what share of all. */
const fewest = 3;
const leastShare = 0.6;

/** What a heading says, without what tables of contents add or leave out. */
const folded = (text: string): string =>
  text
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim()
    .toLowerCase();

const isTitleLike = (block: DraftBlock | undefined): boolean =>
  block?.kind === "paragraph" &&
  block.text.length <= longestTitle &&
  !block.text.includes("\n") &&
  /^[¿¡]?[\p{Lu}\p{Lo}]/u.test(block.text);

/** Whether a heading is a number alone and what stands below it could be its title: text follows it. */
function couldBeTitled(blocks: readonly DraftBlock[], index: number): boolean {
  const text = blocks[index + 2];
  return isTitleLike(blocks[index + 1]) && text !== undefined && text.kind !== "heading";
}

/** Joins the numbers of chapters to the titles in the paragraphs below them, where most chapters have theirs there. */
function joinTitles(blocks: readonly DraftBlock[]): DraftBlock[] {
  const numbers = [...blocks.entries()].flatMap(([index, { kind, text }]) =>
    kind === "heading" && untitled.test(text) ? [index] : [],
  );
  const titled = new Set(numbers.filter((index) => couldBeTitled(blocks, index)));
  if (titled.size < fewest || titled.size < leastShare * numbers.length) return [...blocks];
  return blocks.flatMap((block, index) => {
    if (titled.has(index - 1)) return [];
    return titled.has(index)
      ? [{ ...block, text: `${block.text} ${blocks[index + 1]?.text ?? ""}` }]
      : [block];
  });
}

/** Drops headings in a row that all come again further down, with text below them: a table of contents says no more than they do. */
function dropRepeated(blocks: readonly DraftBlock[]): DraftBlock[] {
  const last = new Map<string, number>();
  for (const [index, { kind, text }] of blocks.entries())
    if (kind === "heading") last.set(folded(text), index);
  const made: DraftBlock[] = [];
  let row: DraftBlock[] = [];
  const endRow = (): void => {
    if (row.length < fewest) made.push(...row);
    row = [];
  };
  for (const [index, block] of blocks.entries()) {
    const isRepeated = block.kind === "heading" && (last.get(folded(block.text)) ?? index) > index;
    if (isRepeated) row.push(block);
    else {
      endRow();
      made.push(block);
    }
  }
  endRow();
  return made;
}

/** Most words that a table of contents says of one chapter below its number. */
const longestEntry = 14;

/** What a line of a table of contents says, without the number before it and that of its page. */
const entry = (line: string): string =>
  folded(line.replace(/^\s*(?:[ivxlc]+|\d{1,3})[.)]\s+/iu, "").replace(/[\s.·…]+\d{1,4}\s*$/u, ""));

/** What a title ends with, from each of its words on: a table of contents leaves out the number of a chapter. */
const endings = (title: string): string[] => {
  const words = title.split(" ");
  return words.map((_, from) => words.slice(from).join(" "));
};

const numberedAs = (heading: string): string | undefined =>
  /^\p{L}+ (?:[ivxlc]+|\d{1,3})(?= |$)/u.exec(folded(heading))?.[0];

/** Drops lists of the titles that head what follows, and chapters that are named with the number of their page alone. */
function dropContents(blocks: readonly DraftBlock[]): DraftBlock[] {
  const headings = [...blocks.entries()].filter(([, { kind }]) => kind === "heading");
  const last = new Map(headings.map(([index, { text }]) => [numberedAs(text), index]));
  const lastEnding = new Map(
    headings.flatMap(([index, { text }]) => endings(folded(text)).map((ending) => [ending, index] as const)),
  );
  const isListed = (text: string, index: number): boolean => {
    const lines = text.split("\n").map(entry);
    const listed = lines.filter(
      (line) => line.length >= shortestListed && (lastEnding.get(line) ?? index) > index,
    );
    return lines.length >= fewest && listed.length >= leastShare * lines.length;
  };
  const dropped = new Set<number>();
  let named: number[] = [];
  const endNamed = (): void => {
    if (named.length >= fewest) for (const index of named) dropped.add(index);
    named = [];
  };
  for (const [at, [index, { text }]] of headings.entries()) {
    const end = headings[at + 1]?.[0] ?? blocks.length;
    const below = blocks.slice(index + 1, end);
    const words = below.flatMap((block) => block.text.split(/\s+/u)).length;
    const isNamed = (last.get(numberedAs(text)) ?? index) > index && numberedAs(text) !== undefined;
    if (isNamed && words <= longestEntry)
      named.push(...Array.from({ length: end - index }, (_, offset) => index + offset));
    else endNamed();
  }
  endNamed();
  return blocks.filter(
    ({ kind, text }, index) => !dropped.has(index) && (kind === "heading" || !isListed(text, index)),
  );
}

/** Parts the numbers of a law's articles from the texts that follow them on the same line. */
function partLaws(blocks: readonly DraftBlock[]): DraftBlock[] {
  const marks = blocks.map(({ kind, text }) =>
    kind === "paragraph" && !/^\p{Ll}/u.test(text) ? lawMark.exec(text)?.[0] : undefined,
  );
  // A sentence may begin with one; a law begins each of its paragraphs with the next number.
  const texts = blocks.flatMap(({ text }, index) => {
    const rest = text.slice(marks[index]?.length ?? 0).trim();
    return marks[index] !== undefined && /^[(\p{Lu}\p{Lo}\d]/u.test(rest) ? [index] : [];
  });
  const parted = new Set(texts);
  const different = new Set(texts.map((index) => folded(marks[index] ?? "")));
  if (different.size < fewest || different.size < texts.length * leastShare) return [...blocks];
  let level = 2;
  return blocks.flatMap((block, index): DraftBlock[] => {
    if (block.kind === "heading")
      level = Math.min(6, (block.level ?? level) + (lawMark.test(block.text) ? 0 : 1));
    const mark = marks[index] ?? "";
    if (!parted.has(index)) return [block];
    return [
      { kind: "heading", level, text: mark.trim() },
      { ...block, text: block.text.slice(mark.length).trim() },
    ];
  });
}

/** Mends the outline of a plain text by what only all of it shows: tables of contents, titles below numbers, laws. */
export const mendOutline = (blocks: readonly DraftBlock[]): DraftBlock[] =>
  partLaws(dropContents(joinTitles(dropRepeated(blocks))));
