import type { PassageStore, StoredPassage } from "../../src/index/store.ts";

/** Passages that are read at once. */
const batch = 500;

/** All passages of an index, in order. */
export async function allPassages(store: PassageStore): Promise<StoredPassage[]> {
  const passages: StoredPassage[] = [];
  for (let start = 0; start < store.info.passages; start += batch) {
    const length = Math.min(batch, store.info.passages - start);
    passages.push(...(await store.passages(Array.from({ length }, (_, index) => start + index))));
  }
  return passages;
}
