import { type Collection, defaultCollection } from "../corpus/collection.ts";
import { plainArticle } from "../corpus/formats/plain.ts";
import { loadCorpus } from "../corpus/load.ts";
import { type JudgedSet, JudgedSetError } from "../evaluation/judged-set.ts";
import type { Article } from "../model/index.ts";

/** The articles of a judged set: one for each of its documents, or the project's own corpus when it has none. */
export async function judgedCorpus(
  set: JudgedSet,
): Promise<{ collection: Collection; articles: Article[]; documentOf(article: string): string }> {
  if (set.documents === undefined) {
    const { collection, articles, problems } = await loadCorpus("corpus");
    if (problems.some(({ severity }) => severity === "error")) {
      throw new JudgedSetError("corpus: has errors; npm run build lists them");
    }
    return { collection, articles, documentOf: (article) => article };
  }
  const articles = set.documents.map(({ id, title, text }) => plainArticle({ id, title }, text));
  return { collection: defaultCollection, articles, documentOf: (article) => article };
}
