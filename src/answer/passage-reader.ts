import type { Budget } from "../index/budget.ts";
import type { PassageStore, StoredPassage } from "../index/store.ts";

/** Reads passages for one question, each once: feedback and the answer mostly need the same ones. */
export class PassageReader {
  readonly #store: PassageStore;
  readonly #budget: Budget;
  readonly #known = new Map<number, StoredPassage>();

  constructor(store: PassageStore, budget: Budget) {
    this.#store = store;
    this.#budget = budget;
  }

  /** Whether a passage was read. */
  has(docId: number): boolean {
    return this.#known.has(docId);
  }

  /** Returns those of the passages with these docIds that the budget of the question lets be read, in this order. */
  async read(docIds: readonly number[]): Promise<readonly StoredPassage[]> {
    const unknown = this.#budget.passages(docIds.filter((docId) => !this.#known.has(docId)));
    if (unknown.length > 0) {
      for (const passage of await this.#store.passages(unknown)) this.#known.set(passage.docId, passage);
    }
    return docIds.flatMap((docId) => this.#known.get(docId) ?? []);
  }
}
