import { createHash } from "node:crypto";
import type { Article, Block, Passage, Range } from "../../model/index.ts";
import { type Piece, piecesOf } from "./cut-units.ts";
import { groupPieces } from "./pack-passages.ts";

/** The blocks below one heading, up to the next. */
interface Section {
  readonly headings: readonly string[];
  readonly pieces: Piece[];
}

function sections({ text, blocks, title }: Article, sentences: (range: Range) => Range[]): Section[] {
  const found: Section[] = [];
  const trail: { level: number; heading: string }[] = [];
  let paragraph = 0;
  let section: Section = { headings: [], pieces: [] };
  const enterHeading = ({ start, end, level = 1 }: Block): void => {
    while ((trail.at(-1)?.level ?? 0) >= level) trail.pop();
    trail.push({ level, heading: text.slice(start, end) });
    const headings = trail.map(({ heading }) => heading).filter((heading) => heading !== title);
    section = { headings, pieces: [] };
  };
  for (const block of blocks) {
    if (block.kind === "heading") {
      enterHeading(block);
      continue;
    }
    paragraph += 1;
    if (section.pieces.length === 0) found.push(section);
    for (const piece of piecesOf(text, block, paragraph, sentences)) section.pieces.push(piece);
  }
  return found.filter(({ pieces }) => pieces.length > 0);
}

/** Digits of the hash in an id: few enough to be read out, enough for the passages of one article. */
const hashDigits = 6;

/** Gives ids to the passages of one article. They depend on the text of the passage, not on its place. */
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
  return sections(article, sentences).flatMap(({ headings, pieces }) =>
    groupPieces(pieces).map(({ start, end, paragraph }): Passage => {
      const text = article.text.slice(start, end);
      return { id: ids.of(text), article: article.id, headings, paragraph, start, end, text };
    }),
  );
}
