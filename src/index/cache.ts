/** Something in a cache and how many bytes of memory it takes, roughly. */
export interface Weighed<Value> {
  readonly value: Value;
  readonly bytes: number;
}

interface Entry<Value> {
  readonly value: Promise<Value>;
  /** 0 until it was loaded. */
  bytes: number;
}

/**
 * Keeps what was loaded last within a number of bytes; what was not asked for the longest goes first. Two requests for
 * one thing share one load. A failed load is not kept.
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
    if (known !== undefined) {
      this.#entries.delete(name);
      this.#entries.set(name, known);
      return known.value;
    }
    const entry: Entry<Value> = { value: this.#load(name, load), bytes: 0 };
    this.#entries.set(name, entry);
    return entry.value;
  }

  async #load(name: string, load: () => Promise<Weighed<Value>>): Promise<Value> {
    try {
      const { value, bytes } = await load();
      const entry = this.#entries.get(name);
      if (entry !== undefined) {
        entry.bytes = bytes;
        this.#bytes += bytes;
        this.#evict();
      }
      return value;
    } catch (error) {
      this.#entries.delete(name);
      throw error;
    }
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
