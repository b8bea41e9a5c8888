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

/**
 * Clusters questions by the terms they share: each joins the first cluster whose most asked question is similar enough
 * (single-pass leader clustering, Hartigan, "Clustering Algorithms", 1975).
 * @param asked most asked first.
 * @param termsOf the analysed terms of a question.
 */
export function clusterQuestions(
  asked: readonly AskedQuestion[],
  termsOf: (question: string) => Iterable<string>,
): QuestionCluster[] {
  const clusters: { readonly terms: ReadonlySet<string>; readonly questions: AskedQuestion[] }[] = [];
  for (const entry of asked) {
    const terms = new Set(termsOf(entry.question));
    const cluster = clusters.find((candidate) => dice(candidate.terms, terms) >= minimumSimilarity);
    if (cluster === undefined) clusters.push({ terms, questions: [entry] });
    else cluster.questions.push(entry);
  }
  return clusters
    .map(({ questions }) => ({ questions, times: questions.reduce((sum, { times }) => sum + times, 0) }))
    .sort((a, b) => b.times - a.times);
}

/** Dice coefficient: twice the shared terms over all terms of both (Dice, 1945), 0 to 1. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  const shared = [...a].filter((term) => b.has(term)).length;
  return (2 * shared) / (a.size + b.size);
}
