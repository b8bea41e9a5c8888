import type { QuestionSet } from "../../src/evaluation/question-set.ts";
import type { StoredPassage } from "../../src/index/store.ts";

/** A question and the passages that are right first, each with the grade 1. */
export interface AskedPassage {
  readonly question: string;
  readonly right: ReadonlyMap<string, number>;
}

/** Questions of one kind. */
export interface AskedPassages {
  readonly about: string;
  readonly questions: readonly AskedPassage[];
}

/** The answerable questions of a set, each with the passages that hold an answer. */
export function judgedQuestions(
  { questions }: QuestionSet,
  passages: readonly StoredPassage[],
  articleAt: (path: string) => string,
): AskedPassages {
  const texts = passages.map(({ passage, article }) => {
    return { id: passage.id, article: article.id, text: passage.text.replace(/\s+/gu, " ") };
  });
  return {
    about: "judged questions",
    questions: questions
      .filter(({ answerable }) => answerable)
      .map(({ question, article, says }) => {
        const articles = new Set(article.map(articleAt));
        const right = texts.filter(
          (passage) => articles.has(passage.article) && says.some((pattern) => pattern.test(passage.text)),
        );
        return { question, right: new Map(right.map(({ id }) => [id, 1])) };
      }),
  };
}
