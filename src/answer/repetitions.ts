import type { ArticleMetadata } from "../model/index.ts";
import type { ReadPassage } from "./rerank.ts";

/**
 * Passages, best first, without those that repeat another word for word, as the same page of several versions does. The
 * newest of them stays, else the one whose path is shortest, at the place of the best.
 */
export function withoutRepetitions<Passage extends ReadPassage>(passages: readonly Passage[]): Passage[] {
  const byText = new Map<string, Passage>();
  for (const passage of passages) {
    const text = passage.stored.passage.text.replace(/\s+/g, " ").trim();
    const known = byText.get(text);
    if (known === undefined) byText.set(text, passage);
    else if (isPreferred(passage.stored.article, known.stored.article)) {
      byText.set(text, { ...passage, ranked: { ...passage.ranked, score: known.ranked.score } });
    }
  }
  return [...byText.values()];
}

function isPreferred(article: ArticleMetadata, other: ArticleMetadata): boolean {
  const [time, otherTime] = [article, other].map(({ updated, published }) => updated ?? published ?? "");
  if (time !== otherTime) return (time ?? "") > (otherTime ?? "");
  return depthOf(article) < depthOf(other);
}

const depthOf = ({ id }: ArticleMetadata): number => id.split("/").length;
