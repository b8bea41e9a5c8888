/** Something that was asked, and how often. */
export interface AskedQuestion {
  readonly question: string;
  readonly times: number;
}

/** Questions that are about the same, most asked first. */
export interface QuestionCluster {
  readonly times: number;
  readonly questions: readonly AskedQuestion[];
}

/** Share of terms that two questions must have in common to be taken for one, by Dice's coefficient. */
const minimumSimilarity = 0.6;

/**
 * Groups questions by the terms they share: each joins the first cluster whose most asked question is like it
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

/** Twice the shared terms over all terms of both (Dice, 1945): 0 to 1. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  const shared = [...a].filter((term) => b.has(term)).length;
  return (2 * shared) / (a.size + b.size);
}
