/** A question, and how often it was asked. */
export interface AskedQuestion {
  readonly question: string;
  readonly times: number;
}

/** Similar questions, most asked first. */
export interface QuestionCluster {
  readonly times: number;
  readonly questions: readonly AskedQuestion[];
}

/** Minimum Dice coefficient of two questions' terms for them to be in one cluster. */
const minimumSimilarity = 0.6;

/** Characters of a question that are compared: strangers may ask long ones, and what is asked stands early. */
const comparedLength = 120;
/** Distinct terms of a question that are compared, at most. */
const comparedTerms = 20;

/**
 * Groups questions by the terms they share: each joins the first cluster whose most asked question is like it
 * (single-pass leader clustering, Hartigan, "Clustering Algorithms", 1975). A question is compared with those leaders alone that
 * share a term with it, which an inverted index shows, so the work is bounded by the terms of all questions and not by
 * the pairs of them.
 *
 * @param asked most asked first
 * @param termsOf the analysed terms of the start of a question
 */
export function clusterQuestions(
  asked: readonly AskedQuestion[],
  termsOf: (question: string) => Iterable<string>,
): QuestionCluster[] {
  const clusters: { readonly size: number; readonly questions: AskedQuestion[] }[] = [];
  /** Numbers of the clusters whose leader has a term, ascending. */
  const postings = new Map<string, number[]>();
  for (const entry of asked) {
    const terms = termsToCompare(termsOf(entry.question.slice(0, comparedLength)));
    const shared = new Map<number, number>();
    for (const term of terms) {
      for (const cluster of postings.get(term) ?? []) shared.set(cluster, (shared.get(cluster) ?? 0) + 1);
    }
    let joined: number | undefined;
    for (const [cluster, count] of shared) {
      const dice = (2 * count) / ((clusters[cluster]?.size ?? 0) + terms.size);
      if (dice >= minimumSimilarity && (joined === undefined || cluster < joined)) joined = cluster;
    }
    if (joined !== undefined) {
      clusters[joined]?.questions.push(entry);
      continue;
    }
    for (const term of terms) {
      const list = postings.get(term);
      if (list === undefined) postings.set(term, [clusters.length]);
      else list.push(clusters.length);
    }
    clusters.push({ size: terms.size, questions: [entry] });
  }
  return clusters
    .map(({ questions }) => ({ questions, times: questions.reduce((sum, { times }) => sum + times, 0) }))
    .sort((a, b) => b.times - a.times);
}

function termsToCompare(all: Iterable<string>): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const term of all) {
    if (terms.size === comparedTerms) break;
    terms.add(term);
  }
  return terms;
}
