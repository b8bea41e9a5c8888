import type { Candidate } from "../index/store.ts";
import { sentenceOf } from "../text/analyser.ts";
import type { Evidence, SearchedTerm } from "./retrieve.ts";

/** A candidate with its final score and what it is made of. */
export interface RankedPassage {
  readonly key: number;
  readonly article: number;
  readonly score: number;
  readonly features: Features;
  readonly candidate: Candidate;
}

/** What a passage is judged by beside BM25. */
export interface Features {
  /** BM25 over all fields. */
  readonly bm25: number;
  /** Idf-weighted neighbours of the question that are neighbours, in order, in the passage. */
  readonly ordered: number;
  /** Idf-weighted neighbours of the question that stand within a few words of each other in the passage. */
  readonly near: number;
  /** Sum of the idf of the question's words in the one sentence that holds most of it. */
  readonly sentence: number;
}

/** How much each feature counts. BM25 is the unit. */
const featureWeights = { ordered: 0.35, near: 0.25, sentence: 0.5 } as const;

/** Words apart, at most, that two words of a question may stand to count as near. */
const nearWindow = 8;

/** Saturates a count as BM25 does a term frequency. */
const saturate = (count: number): number => (count * 2.2) / (count + 1.2);

/** Orders candidates by BM25 with proximity (Metzler and Croft's sequential dependence model, 2005) and sentence coverage. */
export function rank(evidence: Evidence): RankedPassage[] {
  const pairs = neighbours(evidence.terms);
  return evidence.candidates
    .map((candidate) => {
      const features = { bm25: candidate.score, ...judge(candidate, evidence.terms, pairs) };
      const score =
        features.bm25 +
        featureWeights.ordered * features.ordered +
        featureWeights.near * features.near +
        featureWeights.sentence * features.sentence;
      return { key: candidate.key, article: candidate.article, score, features, candidate };
    })
    .sort((a, b) => b.score - a.score || a.key - b.key);
}

/** Two terms that follow each other in the question, and how far apart. */
interface Pair {
  readonly first: number;
  readonly second: number;
  readonly distance: number;
  readonly weight: number;
}

function neighbours(terms: readonly SearchedTerm[]): Pair[] {
  const pairs: Pair[] = [];
  terms.forEach((first, index) => {
    terms.forEach((second, other) => {
      if (second.group !== first.group + 1 || second.position <= first.position) return;
      pairs.push({
        first: index,
        second: other,
        distance: second.position - first.position,
        weight: (Math.min(first.weight, second.weight) * (first.idf + second.idf)) / 2,
      });
    });
  });
  return pairs;
}

function judge(candidate: Candidate, terms: readonly SearchedTerm[], pairs: readonly Pair[]) {
  const positions = new Map(candidate.matches.map((match) => [match.term, match.positions]));
  let ordered = 0;
  let near = 0;
  for (const pair of pairs) {
    const first = positions.get(pair.first);
    const second = positions.get(pair.second);
    if (first === undefined || second === undefined) continue;
    let inOrder = 0;
    let together = 0;
    for (const a of first) {
      for (const b of second) {
        const distance = b - a;
        if (distance === pair.distance || distance === 1) inOrder++;
        if (Math.abs(distance) < nearWindow) together++;
      }
    }
    ordered += pair.weight * saturate(inOrder);
    near += pair.weight * saturate(together);
  }
  return { ordered, near, sentence: bestSentence(candidate, terms) };
}

function bestSentence(candidate: Candidate, terms: readonly SearchedTerm[]): number {
  const bySentence = new Map<number, Map<number, number>>();
  for (const match of candidate.matches) {
    const term = terms[match.term];
    if (term === undefined) continue;
    for (const position of match.positions) {
      const sentence = sentenceOf(position);
      const groups = bySentence.get(sentence) ?? new Map<number, number>();
      groups.set(term.group, Math.max(groups.get(term.group) ?? 0, term.idf * term.weight));
      bySentence.set(sentence, groups);
    }
  }
  let best = 0;
  for (const groups of bySentence.values()) {
    let covered = 0;
    for (const idf of groups.values()) covered += idf;
    best = Math.max(best, covered);
  }
  return best;
}
