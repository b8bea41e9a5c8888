import type { PassageStore, StoredPassage } from "../index/store.ts";

/** Gives the passages with these keys, in this order. */
export type ReadPassages = (keys: readonly number[]) => Promise<readonly StoredPassage[]>;

/** Reads passages for one question, each once: feedback mostly looks at those that are shown afterwards. */
export function passageReader(store: PassageStore): ReadPassages {
  const known = new Map<number, StoredPassage>();
  return async (keys) => {
    const unknown = keys.filter((key) => !known.has(key));
    if (unknown.length > 0) {
      for (const passage of await store.passages(unknown)) known.set(passage.key, passage);
    }
    return keys.flatMap((key) => known.get(key) ?? []);
  };
}
