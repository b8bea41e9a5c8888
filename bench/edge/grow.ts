import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JudgedSet } from "../../src/evaluation/judged-set.ts";
import english from "../../src/text/languages/en.ts";
import { sentences as sentencesOf } from "../../src/text/sentences.ts";

/**
 * A paragraph is two runs of sentences that follow each other in a real text, so that paragraphs differ and yet keep to
 * a topic or two. So much text becomes one passage.
 */
const runs = [3, 2];
const paragraphsPerLongArticle = 25;
/** Articles in one folder of the corpus. */
const articlesPerFolder = 500;

/**
 * Numbers below `limit` that look random and are the same in every run for one seed: mulberry32, by Tommy Ettinger, in
 * the public domain.
 */
export function seeded(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** The sentences of the documents of a judged set, in their order, each without line breaks. */
export function realSentences(documents: NonNullable<JudgedSet["documents"]>): string[] {
  return documents
    .map(({ text }) => text.replace(/\s+/g, " "))
    .flatMap((text) =>
      sentencesOf(text, { start: 0, end: text.length }, english).map(({ start, end }) =>
        text.slice(start, end),
      ),
    );
}

/**
 * Writes a corpus of about `passages` passages: Markdown articles of paragraphs out of real sentences.
 *
 * @param sentences real ones, in their order, each without line breaks
 */
export function growCorpus(
  directory: string,
  sentences: readonly string[],
  passages: number,
  seed: number,
  paragraphsPerArticle: number = paragraphsPerLongArticle,
): void {
  const random = seeded(seed);
  const pick = (count: number): string[] => {
    const start = random(sentences.length - count + 1);
    return sentences.slice(start, start + count);
  };
  const articles = Math.ceil(passages / paragraphsPerArticle);
  for (let number = 0; number < articles; number++) {
    const count = Math.min(paragraphsPerArticle, passages - number * paragraphsPerArticle);
    const paragraphs = Array.from({ length: count }, () => runs.flatMap(pick).join(" "));
    const title = pick(1).join().split(" ").slice(0, 8).join(" ").replace(/\W+$/, "");
    const folder = join(directory, `part-${Math.floor(number / articlesPerFolder)}`);
    if (number % articlesPerFolder === 0) mkdirSync(folder, { recursive: true });
    const metadata = { title, lang: "en", tags: [`topic-${random(50)}`] };
    const text = `---\n${JSON.stringify(metadata)}\n---\n\n${paragraphs.join("\n\n")}\n`;
    writeFileSync(join(folder, `article-${number}.md`), text);
  }
}
