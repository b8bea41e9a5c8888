import { expect, test } from "vitest";
import { IngestError } from "../../../src/index/d1/ingest/error.ts";
import { corpusOf, splitArticleOf } from "../../index/corpora.ts";
import { ingestCorpus, openStore } from "../../index/d1/corpus.ts";
import { search } from "../../index/search.ts";
import { describeStore } from "../../index/store.contract.ts";
import { emptyDatabase } from "./database.ts";

describeStore(
  "D1 in workerd",
  async (corpus) => {
    const database = await emptyDatabase();
    await ingestCorpus(database, corpus);
    return openStore(database);
  },
  { scoreTolerance: undefined, runs: 5, isReplaced: true },
);

test("a question of more terms than D1 binds is answered by the rarest", async () => {
  const database = await emptyDatabase();
  const words = Array.from({ length: 150 }, (_, number) => `word${number}`);
  const text = `${words.join(" ")}.`;
  const paragraphs = Array.from({ length: 500 }, () => ({ text }));
  await ingestCorpus(database, corpusOf([splitArticleOf({ id: "words" }, paragraphs)]));
  const store = await openStore(database);
  const terms = words.map((term) => ({ term, weight: 1 }));
  const { candidates, documentFrequencies } = await search(store, terms, {}, 5);
  expect(candidates.map(({ matches }) => matches.length)).toEqual([90, 90, 90, 90, 90]);
  expect(documentFrequencies).toEqual(terms.map(() => 500));
});

test("a batch of one who was overtaken writes nothing", async () => {
  const database = await emptyDatabase();
  const corpus = corpusOf([splitArticleOf({ id: "bees" }, [{ text: "Bees dance." }])]);
  const { run } = database;
  let batches = 0;
  const first = ingestCorpus(
    {
      run: async (statements) => {
        if (batches++ === 4) await ingestCorpus({ run }, corpus, { owner: "the other" });
        return run(statements);
      },
    },
    corpus,
    { owner: "the first" },
  );
  await expect(first).rejects.toThrow(IngestError);
});
