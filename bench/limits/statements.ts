import { createAnswerer } from "../../src/answer/answer.ts";
import { describeCorpus } from "../../src/build/describe-corpus.ts";
import { prepareArticles } from "../../src/build/index-article.ts";
import { languagesOf } from "../../src/build/languages.ts";
import { defaultCollection } from "../../src/corpus/collection.ts";
import { plainArticle } from "../../src/corpus/formats/plain.ts";
import type { Database } from "../../src/index/d1/database.ts";
import { ingest } from "../../src/index/d1/ingest/ingest.ts";
import { openPublished } from "../../src/index/d1/store.ts";
import { hostileQuestions } from "./hostile.ts";

/** Articles that are ingested. */
const articleCount = 400;
/** Sentences of each. */
const sentenceCount = 8;

/** Statements that questions make of D1. */
export interface StatementResult {
  readonly passages: number;
  readonly ordinary: number;
  readonly most: number;
}

/** Ingests articles of real sentences, and counts the most statements of ordinary and of hostile questions. */
export async function statementsOf(
  database: Database,
  texts: readonly string[],
  questions: readonly string[],
  limit: number,
): Promise<StatementResult> {
  const articles = Array.from({ length: articleCount }, (_, number) =>
    plainArticle(
      { id: `article-${number}`, title: `Article ${number}` },
      texts.slice(number * sentenceCount, (number + 1) * sentenceCount).join(" "),
    ),
  );
  const languages = await languagesOf(articles);
  await ingest({
    database,
    owner: "bench",
    now: 0,
    about: describeCorpus(defaultCollection, languages),
    articles: prepareArticles(articles, languages, { title: "Bench" }),
    files: [],
  });
  let statements = 0;
  let passages = 0;
  const counting: Database = {
    run: (run) => {
      statements += run.length;
      return database.run(run);
    },
  };
  const most = async (asked: readonly string[]): Promise<number> => {
    const counts: number[] = [];
    for (const question of asked) {
      statements = 0;
      const store = await openPublished(counting);
      if (store === undefined) throw new Error("the ingest published nothing");
      passages = store.info.passages;
      await createAnswerer(store, languages.set).ask({ question, limit });
      counts.push(statements);
    }
    return Math.max(...counts);
  };
  const words = texts.slice(0, articleCount).flatMap((text) => text.toLowerCase().split(/[^a-z]+/));
  const terms = [...new Set(words)].map((term, file) => ({ term, documentFrequency: 1, file }));
  const ordinary = await most(questions);
  return { passages, ordinary, most: Math.max(ordinary, await most(Object.values(hostileQuestions(terms)))) };
}
