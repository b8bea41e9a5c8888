import { createHash } from "node:crypto";
import type { Article, Block, Excerpt, Passage, PassageBlock, Range } from "../../model/index.ts";
import { introduces, type Piece, piecesOf } from "./cut-units.ts";
import { groupPieces } from "./pack-passages.ts";

/** The blocks below one heading, up to the next. */
interface Section {
  readonly headings: readonly string[];
  readonly anchor: string | undefined;
  readonly blocks: Block[];
  readonly pieces: Piece[];
}

function sections({ text, blocks, title }: Article, sentences: (range: Range) => Range[]): Section[] {
  const found: Section[] = [];
  const trail: { level: number; heading: string; anchor: string | undefined }[] = [];
  let paragraph = 0;
  let section: Section = { headings: [], anchor: undefined, blocks: [], pieces: [] };
  const leave = (level: number): void => {
    while ((trail.at(-1)?.level ?? 0) > level) trail.pop();
  };
  const beginSection = (): void => {
    const headings = trail.map(({ heading }) => heading).filter((heading) => heading !== title);
    const anchor = trail.findLast((above) => above.anchor !== undefined)?.anchor;
    section = { headings, anchor, blocks: [], pieces: [] };
  };
  for (const block of blocks) {
    const { kind, level = 1, under, anchor, start, end } = block;
    if (kind === "heading") {
      leave(level - 1);
      trail.push({ level, heading: text.slice(start, end), anchor });
      beginSection();
      continue;
    }
    if (under !== undefined) {
      leave(under);
      beginSection();
    }
    paragraph += 1;
    if (section.pieces.length === 0) found.push(section);
    section.blocks.push(block);
    for (const piece of piecesOf(text, block, paragraph, sentences)) section.pieces.push(piece);
  }
  return found.filter(({ pieces }) => pieces.length > 0);
}

/** Length of the hash in an id: short enough to read out, long enough for the passages of one article. */
const hashDigits = 6;

/** Assigns ids to the passages of one article. They depend on a passage's text, not on its position. */
class PassageIds {
  readonly #article: string;
  readonly #counts = new Map<string, number>();

  constructor(article: string) {
    this.#article = article;
  }

  /** The id by the hash of the text, with a number after it from the second passage with that hash on. */
  of(text: string): string {
    const hash = createHash("sha256").update(text).digest("hex").slice(0, hashDigits);
    const count = (this.#counts.get(hash) ?? 0) + 1;
    this.#counts.set(hash, count);
    return `${this.#article}:${hash}${count > 1 ? `-${count}` : ""}`;
  }
}

/**
 * Splits an article into passages of 60 to 200 words: short neighbours joined, long blocks cut between sentences, rows
 * or items, never across a heading. A passage is shorter where its section is, and longer where a sentence is. Every
 * block but the headings is in the passages whole, and what happens in one section does not change those of another.
 *
 * @param sentences the sentences of a range of the article's text
 */
export function splitArticle(article: Article, sentences: (range: Range) => Range[]): Passage[] {
  const ids = new PassageIds(article.id);
  return sections(article, sentences).flatMap(({ headings, anchor, blocks, pieces }) =>
    groupPieces(pieces).map((group): Passage => {
      const { start, end, paragraph } = group;
      const text = article.text.slice(start, end);
      return {
        id: ids.of(text),
        article: article.id,
        headings,
        ...(anchor !== undefined && { anchor }),
        paragraph,
        start,
        end,
        text,
        section: pieces[0]?.start ?? start,
        blocks: blocksWithin(article.text, blocks, group, sentences),
      };
    }),
  );
}

/** The blocks of a section as far as a passage holds them. */
function blocksWithin(
  text: string,
  blocks: readonly Block[],
  passage: Range,
  sentences: (range: Range) => Range[],
): PassageBlock[] {
  const within: PassageBlock[] = [];
  for (let index = firstEndingBehind(blocks, passage.start); index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined || block.start >= passage.end) break;
    const { kind, language } = block;
    const [start, end] = [Math.max(block.start, passage.start), Math.min(block.end, passage.end)];
    if (kind === "heading" || start >= end) continue;
    const before = blocks[index - 1];
    const lead = start === passage.start ? leadTo(text, block, before, passage, sentences) : undefined;
    within.push({
      kind,
      start: start - passage.start,
      end: end - passage.start,
      ...(language !== undefined && { language }),
      ...(lead && { lead }),
    });
  }
  return within;
}

/** The index of the first block that ends behind a position, of blocks in order: a section may have thousands. */
function firstEndingBehind(blocks: readonly Block[], position: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What a reader needs before the first block of a passage that is not in it. */
function leadTo(
  text: string,
  block: Block,
  before: Block | undefined,
  passage: Range,
  sentences: (range: Range) => Range[],
): Excerpt | undefined {
  const range =
    block.kind === "table" && block.start < passage.start
      ? { start: block.start, end: lineEnd(text, block) }
      : before !== undefined && leads(text, before, block, passage)
        ? sentences(before).at(-1)
        : undefined;
  return range && { text: text.slice(range.start, range.end), start: range.start, end: range.end };
}

/** Whether a block leads to the next one, with which a passage begins: by a colon; or to code that begins there, which it speaks of. */
const leads = (text: string, before: Block, { kind, start }: Block, passage: Range): boolean =>
  introduces(text, before) || (kind === "code" && before.kind === "paragraph" && start === passage.start);

function lineEnd(text: string, { start, end }: Range): number {
  const first = text.indexOf("\n", start);
  return first < 0 || first > end ? end : first;
}
