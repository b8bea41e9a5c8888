import { type JudgedPassage, readWeights } from "./rerank.ts";
import type { QuoteCandidate } from "./score-units.ts";

/** A heading that stands in a question as it is written and holds at least this share of it is what it asks for. */
const namedShare = 0.75;

/**
 * Orders passages that quotes were cut from once more, now by how well the best unit of each answers as well, but for
 * those that the question names: they stay first. Returns them with their units.
 *
 * @param total idf of the question
 */
export function answeringFirst<Passage extends JudgedPassage>(
  passages: readonly Passage[],
  candidates: readonly QuoteCandidate[],
  total: number,
): { passages: Passage[]; candidates: QuoteCandidate[] } {
  const best = new Map<number, number>();
  for (const { passage, score } of candidates) {
    best.set(passage, Math.max(best.get(passage) ?? Number.NEGATIVE_INFINITY, score));
  }
  const naming = ({ features: { named, headed, whole, introducing } }: Passage): number =>
    introducing > 0 || Math.max(named, headed) >= namedShare * total ? 2 : Number(whole > 0);
  // Never below what they had, so that those that no quotes are cut from stay behind them.
  const lowest = Math.min(...best.values());
  const ordered = passages
    .map((passage, number) => {
      const units = (best.get(number) ?? lowest) - lowest;
      if (!Number.isFinite(units)) return { number, passage };
      const score = passage.ranked.score + readWeights.units * units;
      const ranked = { ...passage.ranked, score };
      return { number, passage: { ...passage, ranked, features: { ...passage.features, units } } };
    })
    .sort(
      (a, b) =>
        naming(b.passage) - naming(a.passage) ||
        b.passage.ranked.score - a.passage.ranked.score ||
        a.number - b.number,
    );
  const placeOf = new Map(ordered.map(({ number }, place) => [number, place]));
  return {
    passages: ordered.map(({ passage }) => passage),
    candidates: candidates.map((candidate) => ({
      ...candidate,
      passage: placeOf.get(candidate.passage) ?? candidate.passage,
    })),
  };
}
