import type { Budget } from "../index/budget.ts";
import type { PassageStore, StoredPassage } from "../index/store.ts";

/** Returns those of the passages with these docIds that the budget of a question lets be read, in this order. */
export type ReadPassages = (docIds: readonly number[]) => Promise<readonly StoredPassage[]>;

/** A reader with a cache for one question: feedback and the answer mostly need the same passages. */
export function passageReader(store: PassageStore, budget: Budget): ReadPassages {
  const known = new Map<number, StoredPassage>();
  return async (docIds) => {
    const unknown = budget.passages(docIds.filter((docId) => !known.has(docId)));
    if (unknown.length > 0) {
      for (const passage of await store.passages(unknown)) known.set(passage.docId, passage);
    }
    return docIds.flatMap((docId) => known.get(docId) ?? []);
  };
}
