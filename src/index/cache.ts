/** Something in a cache and how many bytes of memory it takes, roughly. */
export interface Weighed<Value> {
  readonly value: Value;
  readonly bytes: number;
}

interface Entry<Value> {
  readonly value: Promise<Value>;
  /** When the load began, by `performance.now()`. */
  readonly began: number;
  /** 0 until it was loaded. */
  bytes: number;
}

/** Milliseconds for which a load is shared: one that takes longer may hang, and would take all that wait with it. */
const patience = 500;

/**
 * Keeps what was loaded last within a number of bytes; what was not asked for the longest goes first. Requests for one
 * thing share one load, unless it takes long: then the next one makes its own. A failed load is not kept.
 */
export class ByteCache<Value> {
  readonly #limit: number;
  /** In the order of last use. */
  readonly #entries = new Map<string, Entry<Value>>();
  #bytes = 0;

  /** @param limit in bytes; what is larger than that is given out but not kept. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Bytes kept at the moment. */
  get bytes(): number {
    return this.#bytes;
  }

  get(name: string, load: () => Promise<Weighed<Value>>): Promise<Value> {
    const known = this.#entries.get(name);
    if (known !== undefined && (known.bytes > 0 || performance.now() - known.began < patience)) {
      this.#entries.delete(name);
      this.#entries.set(name, known);
      return known.value;
    }
    const loading = load();
    const entry: Entry<Value> = {
      value: loading.then(({ value }) => value),
      began: performance.now(),
      bytes: 0,
    };
    this.#entries.set(name, entry);
    loading.then(
      ({ bytes }) => this.#keep(name, entry, bytes),
      () => this.#forget(name, entry),
    );
    return entry.value;
  }

  /** Counts what was loaded, unless a later load took its place. */
  #keep(name: string, entry: Entry<Value>, bytes: number): void {
    if (this.#entries.get(name) !== entry) return;
    entry.bytes = bytes;
    this.#bytes += bytes;
    this.#evict();
  }

  #forget(name: string, entry: Entry<Value>): void {
    if (this.#entries.get(name) === entry) this.#entries.delete(name);
  }

  #evict(): void {
    for (const [name, { bytes }] of this.#entries) {
      if (this.#bytes <= this.#limit) return;
      // What is still being loaded weighs nothing yet; dropping it would only load it twice.
      if (bytes === 0) continue;
      this.#entries.delete(name);
      this.#bytes -= bytes;
    }
  }
}
