import type { Budget } from "../index/budget.ts";
import type { Candidate, PassageStore, StoredPassage } from "../index/store.ts";
import type { LanguageSet } from "../text/language-set.ts";
import type { PassageReader } from "./passage-reader.ts";
import { passageTokens } from "./passage-tokens.ts";
import type { RankedPassage } from "./rank.ts";
import type { RetrievalResult } from "./retrieve.ts";

/** Maximum number of passages to take terms from, and maximum share of the corpus. */
const feedbackPassages = 10;
const feedbackShare = 0.01;
/** Number of terms to add. */
const feedbackTerms = 15;
/** Total weight of the added terms, relative to 1 for the question's terms. */
const feedbackWeight = 0.3;

/**
 * Rescores the candidates with the characteristic terms of the best passages (relevance model RM3: Abdul-Jaleel et al., "UMass at
 * TREC 2004"): passages on a topic share words that the question lacks. No other passages are retrieved: on Cranfield that
 * changed no nDCG@10, and took several times as long as the search itself. Undefined when the corpus is too small for a
 * topic to stand out.
 */
export async function withFeedback(
  store: PassageStore,
  reader: PassageReader,
  budget: Budget,
  languages: LanguageSet,
  retrieved: RetrievalResult,
  ranked: readonly RankedPassage[],
): Promise<RetrievalResult | undefined> {
  const best = ranked.slice(0, Math.min(feedbackPassages, Math.floor(store.info.passages * feedbackShare)));
  if (best.length === 0) return undefined;
  const model = relevanceModel(await reader.read(best.map(({ docId }) => docId)), best, languages);
  for (const { term } of retrieved.terms) model.delete(term);
  const likely = [...model]
    .filter(([, { passages }]) => passages > 1)
    .sort((a, b) => b[1].likelihood - a[1].likelihood || (a[0] < b[0] ? -1 : 1))
    .slice(0, feedbackTerms);
  const searched = new Set(budget.terms(likely.map(([term]) => term)));
  const marked = likely.filter(([term]) => searched.has(term));
  const sum = marked.reduce((all, [, { likelihood }]) => all + likelihood, 0);
  const words = new Set(retrieved.terms.map(({ word }) => word)).size;
  const added = marked.map(([term, { likelihood }]) => ({
    term,
    weight: (feedbackWeight * words * likelihood) / sum,
  }));
  const docIds = retrieved.candidates.map(({ docId }) => docId);
  const scores = await store.scores(added, docIds);
  const candidates = retrieved.candidates.map(
    (candidate, index): Candidate => ({ ...candidate, score: candidate.score + (scores[index] ?? 0) }),
  );
  return {
    ...retrieved,
    topicScores: new Map(docIds.map((docId, index) => [docId, scores[index] ?? 0])),
    candidates: candidates.sort((a, b) => b.score - a.score || a.docId - b.docId),
  };
}

/** Likelihood of a term in a passage on the topic, up to a common factor, and number of the best passages with it. */
interface Relevance {
  readonly likelihood: number;
  readonly passages: number;
}

/** The terms of the best passages: a term's likelihood is its share of each, weighted by the passage's score. */
function relevanceModel(
  stored: readonly StoredPassage[],
  ranked: readonly RankedPassage[],
  languages: LanguageSet,
): Map<string, Relevance> {
  const model = new Map<string, Relevance>();
  const scores = new Map(ranked.map(({ docId, score }) => [docId, score]));
  stored.forEach((passage) => {
    const counts = new Map<string, number>();
    const { title, sentences } = passageTokens(passage, languages.of(passage.article.lang));
    for (const tokens of [title, ...sentences.map(({ tokens }) => tokens)]) {
      for (const { term, weight } of tokens) if (weight === 1) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    const length = [...counts.values()].reduce((sum, count) => sum + count, 0);
    for (const [term, count] of counts) {
      const known = model.get(term);
      model.set(term, {
        likelihood: (known?.likelihood ?? 0) + ((scores.get(passage.docId) ?? 0) * count) / length,
        passages: (known?.passages ?? 0) + 1,
      });
    }
  });
  return model;
}
