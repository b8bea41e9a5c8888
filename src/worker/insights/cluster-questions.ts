/** Something that was asked, and how often. */
export interface Asked {
  readonly question: string;
  readonly times: number;
}

/** Questions that are about the same, most asked first. */
export interface Group {
  readonly times: number;
  readonly questions: readonly Asked[];
}

/** Share of terms that two questions must have in common to be taken for one, by Dice's coefficient. */
const likeness = 0.6;

/**
 * Groups questions by the terms they share: each joins the first group whose most asked question is like it
 * (single-pass leader clustering, Hartigan, "Clustering Algorithms", 1975).
 * @param asked most asked first.
 * @param termsOf the analysed terms of a question.
 */
export function groupAlike(
  asked: readonly Asked[],
  termsOf: (question: string) => Iterable<string>,
): Group[] {
  const groups: { readonly terms: ReadonlySet<string>; readonly questions: Asked[] }[] = [];
  for (const entry of asked) {
    const terms = new Set(termsOf(entry.question));
    const group = groups.find((candidate) => dice(candidate.terms, terms) >= likeness);
    if (group === undefined) groups.push({ terms, questions: [entry] });
    else group.questions.push(entry);
  }
  return groups
    .map(({ questions }) => ({ questions, times: questions.reduce((sum, { times }) => sum + times, 0) }))
    .sort((a, b) => b.times - a.times);
}

/** Twice the shared terms over all terms of both (Dice, 1945): 0 to 1. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  const shared = [...a].filter((term) => b.has(term)).length;
  return (2 * shared) / (a.size + b.size);
}
