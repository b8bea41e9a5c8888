import { createHash } from "node:crypto";
import type { Article, Block, Passage, Range } from "../model.ts";
import { groupPieces } from "./group.ts";
import { type Piece, piecesOf } from "./pieces.ts";

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

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Gives ids to the passages of one article. They depend on the text of the passage, not on its place. */
class PassageIds {
  readonly #article: string;
  readonly #given = new Set<string>();

  constructor(article: string) {
    this.#article = article;
  }

  /** The id by the hash of the text or, where the article has that id already, by that of the text and a count. */
  of(text: string): string {
    let id = `${this.#article}:${sha256(text).slice(0, 6)}`;
    for (let count = 2; this.#given.has(id); count++) {
      id = `${this.#article}:${sha256(`${text}\n${count}`).slice(0, 12)}`;
    }
    this.#given.add(id);
    return id;
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
