import { type Collection, defaultCollection } from "../corpus/collection.ts";
import { plainArticle } from "../corpus/formats/plain.ts";
import { articleId } from "../corpus/formats/source.ts";
import { loadCorpus } from "../corpus/load.ts";
import { formatProblem } from "../corpus/problem.ts";
import type { JudgedSet } from "../evaluation/judged-set.ts";
import type { QuestionSet } from "../evaluation/question-set.ts";
import { JudgedSetError } from "../evaluation/read-lines.ts";
import type { Article } from "../model/index.ts";
import { typed } from "./invocation.ts";
import { log } from "./log.ts";

/** What is asked about, before it is indexed. */
interface JudgedCorpus {
  readonly collection: Collection;
  readonly articles: readonly Article[];
}

/** The articles of a judged set: one for each of its documents, or the project's own corpus when it has none. */
export async function judgedCorpus(
  set: JudgedSet,
): Promise<JudgedCorpus & { documentOf(article: string): string }> {
  if (set.documents === undefined) {
    const { collection, articles, problems } = await loadCorpus("corpus");
    if (problems.some(({ severity }) => severity === "error")) {
      throw new JudgedSetError(`corpus: has errors; ${typed("build")} lists them`);
    }
    return { collection, articles, documentOf: (article) => article };
  }
  const articles = set.documents.map(({ id, title, text }) => plainArticle({ id, title }, text));
  return { collection: defaultCollection, articles, documentOf: (article) => article };
}

/**
 * Articles as their owner has them, read as a build reads them. What a build would stop at is reported, and left out.
 * @throws JudgedSetError when nothing is left.
 */
export async function ownersCorpus(
  set: QuestionSet,
): Promise<JudgedCorpus & { articleAt(path: string): string }> {
  const { collection, articles, problems } = await loadCorpus(set.articles);
  for (const problem of problems) if (problem.severity === "error") log(formatProblem(problem), "red");
  if (articles.length === 0) throw new JudgedSetError(`${set.articles}: no article of it can be read`);
  return { collection, articles, articleAt: articleId };
}
