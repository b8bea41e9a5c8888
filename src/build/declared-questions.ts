import type { Answerer } from "../answer/answer.ts";
import { type Problem, warning } from "../corpus/problem.ts";
import type { ArticleMetadata } from "../model/index.ts";

/** An article and the file that it is from. */
export interface DeclaringArticle {
  readonly path: string;
  readonly article: Pick<ArticleMetadata, "id" | "questions">;
}

/**
 * Asks every question that an article says it answers, as a reader does who picks it from the suggestions.
 *
 * @returns a warning for each that the article does not answer first
 */
export async function askDeclared(
  answerer: Answerer,
  articles: readonly DeclaringArticle[],
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { path, article } of articles) {
    for (const question of article.questions) {
      const { answer, passages } = await answerer.ask({ question, limit: 5 });
      const source = passages[(answer[0]?.passage ?? 0) - 1]?.citation.article;
      if (source === article.id) continue;
      problems.push(
        warning(
          path,
          1,
          "declares a question or a name that is not answered from it; answer it below a heading that asks it, or in the first paragraph",
          question,
        ),
      );
    }
  }
  return problems;
}
