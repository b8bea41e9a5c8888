import type { StoredPassage } from "../index/store.ts";
import type { Language } from "../text/language.ts";
import { settleDeclared } from "./declared-opening.ts";
import { type JudgedUnit, unitJudge } from "./judge-unit.ts";
import type { QuoteFeatures } from "./quote-features.ts";
import { quoteUnits } from "./quote-units.ts";
import { quoteWeights } from "./quote-weights.ts";
import type { RankedPassage } from "./rank.ts";
import type { RetrievalResult } from "./retrieve.ts";
import { asksForSubject } from "./subject.ts";
import { WordMatcher } from "./word-matches.ts";

/** A passage that was fetched, with its place in the ranking. */
export interface FetchedPassage {
  readonly ranked: RankedPassage;
  readonly stored: StoredPassage;
}

/** A unit of a passage and how well it answers. */
export interface QuoteCandidate extends Omit<JudgedUnit, "features"> {
  /** Index of the passage among those given. */
  readonly passage: number;
  readonly features: QuoteFeatures;
  /** Log-odds, but for a constant of the question, of being what answers it. */
  readonly score: number;
}

/** All units of the passages with their scores, in order of appearance. */
export function scoreUnits(
  retrieved: RetrievalResult,
  passages: readonly FetchedPassage[],
  languageOf: (code: string) => Language,
  weights: QuoteFeatures = quoteWeights,
): QuoteCandidate[] {
  const matcher = new WordMatcher(retrieved);
  const subject = asksForSubject(retrieved);
  const bestScore = passages[0]?.ranked.score || 1;
  const judged = passages.flatMap(({ stored, ranked }, passage) => {
    const language = languageOf(stored.article.lang);
    const judge = unitJudge(retrieved, matcher, stored, language, subject);
    const passageScore = Math.max(0, ranked.score / bestScore);
    return quoteUnits(stored, language).flatMap((unit) => {
      const judged = judge(unit);
      if (judged === undefined) return [];
      return [
        { ...judged, article: stored.article.id, passage, features: { ...judged.features, passageScore } },
      ];
    });
  });
  return settleDeclared(judged).map(({ article: _, ...candidate }) => ({
    ...candidate,
    score: weigh(candidate.features, weights),
  }));
}

function weigh(features: QuoteFeatures, weights: QuoteFeatures): number {
  return (Object.keys(weights) as (keyof QuoteFeatures)[]).reduce(
    (sum, name) => sum + weights[name] * features[name],
    0,
  );
}
