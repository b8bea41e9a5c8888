import type { PassageStore, PreparedQuery } from "../index/store.ts";

/** Lets whatever else waits for the thread have its turn. */
export type Pause = () => Promise<void>;

/**
 * The same store, which pauses before each of its reads: what it has in memory already it returns without ever waiting, and a
 * question that has all of its words there would keep the thread from its first read to its last.
 */
export function pausing(store: PassageStore, pause: Pause): PassageStore {
  const before = async <Value>(read: () => Promise<Value>): Promise<Value> => {
    await pause();
    return read();
  };
  const pausingQuery = (query: PreparedQuery): PreparedQuery => ({
    get documentFrequencies() {
      return query.documentFrequencies;
    },
    add: (terms) => before(() => query.add(terms)),
    best: (limit) => before(() => query.best(limit)),
  });
  return {
    info: store.info,
    budget: (filter, shown) => store.budget(filter, shown),
    prepare: (terms, filter) => before(async () => pausingQuery(await store.prepare(terms, filter))),
    scores: (terms, docIds) => before(() => store.scores(terms, docIds)),
    similarTerms: (terms) => before(() => store.similarTerms(terms)),
    ...(store.hints !== undefined && { hints: store.hints.bind(store) }),
    passages: (docIds) => before(() => store.passages(docIds)),
    passage: (id) => before(() => store.passage(id)),
    article: (id) => before(() => store.article(id)),
    articles: (filter, offset, limit) => before(() => store.articles(filter, offset, limit)),
  };
}
