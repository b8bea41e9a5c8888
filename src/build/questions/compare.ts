import type { TestedQuestion, TestReport } from "./test-answers.ts";

/** How the answer to a question differs from an earlier one. */
export interface Change {
  readonly ask: string;
  readonly kind: "now answered" | "now refused" | "another quote" | "new question";
  /** What was said before, and is said now; absent for a refusal. */
  readonly before?: string;
  readonly after?: string;
  readonly passed: boolean;
}

const spaced = (text: string): string => text.replace(/\s+/g, " ").trim();
const firstQuote = ({ answered, quotes }: TestedQuestion): string | undefined =>
  answered ? spaced(quotes[0]?.text ?? "") : undefined;

/**
 * The questions whose first quote, or refusal, is another than in an earlier report. A question that is no longer asked is no
 * change of an answer.
 */
export function compareReports(before: Pick<TestReport, "questions">, after: TestReport): Change[] {
  const earlier = new Map(before.questions.map((question) => [question.ask, question]));
  return after.questions.flatMap((question): Change[] => {
    const known = earlier.get(question.ask);
    const was = known && firstQuote(known);
    const is = firstQuote(question);
    if (known !== undefined && was === is) return [];
    const kind =
      known === undefined
        ? "new question"
        : was === undefined
          ? "now answered"
          : is === undefined
            ? "now refused"
            : "another quote";
    const { ask, passed } = question;
    return [
      {
        ask,
        kind,
        ...(was !== undefined && { before: was }),
        ...(is !== undefined && { after: is }),
        passed,
      },
    ];
  });
}
