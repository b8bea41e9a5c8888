/** A stored article or file. */
export interface StoredItem {
  readonly key: number;
  /** Id of the article, or path of the file. */
  readonly name: string;
  readonly hash: string;
  readonly validFrom: number;
  readonly validTo: number | null;
}

/** Compares what is stored of one kind with what should be. */
export class Inventory {
  readonly #generation: number;
  readonly #byName = new Map<string, StoredItem[]>();
  readonly #seen = new Set<number>();
  readonly #outdated: { readonly key: number; readonly validTo: number }[] = [];

  /** @param generation the one that readers see */
  constructor(items: Iterable<StoredItem>, generation: number) {
    this.#generation = generation;
    for (const item of items) {
      if (item.validTo !== null) this.#outdated.push({ key: item.key, validTo: item.validTo });
      else {
        const known = this.#byName.get(item.name);
        if (known === undefined) this.#byName.set(item.name, [item]);
        else known.push(item);
      }
    }
  }

  /** Returns the stored item with this name and content, and marks it as kept. */
  keep(name: string, hash: string): StoredItem | undefined {
    const item = this.#byName.get(name)?.find((stored) => stored.hash === hash);
    if (item !== undefined) this.#seen.add(item.key);
    return item;
  }

  /** Whether readers see the item. */
  isPublished({ validFrom }: StoredItem): boolean {
    return validFrom <= this.#generation;
  }

  /** Whether readers see any item of this name. */
  isKnown(name: string): boolean {
    return this.#byName.get(name)?.some((item) => this.isPublished(item)) ?? false;
  }

  /** Keys of items that readers see and that were not kept. */
  removed(): number[] {
    return this.#unseen(true);
  }

  /** Keys of items that an interrupted ingest wrote and that were not kept. */
  abandoned(): number[] {
    return this.#unseen(false);
  }

  /** Keys of items that only generations before this one contain. */
  outdated(generation: number): number[] {
    return this.#outdated.filter(({ validTo }) => validTo <= generation).map(({ key }) => key);
  }

  #unseen(published: boolean): number[] {
    return [...this.#byName.values()]
      .flat()
      .filter((item) => this.isPublished(item) === published && !this.#seen.has(item.key))
      .map(({ key }) => key);
  }
}
