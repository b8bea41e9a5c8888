interface Entry<Value> {
  readonly value: Value;
  readonly bytes: number;
}

/** What a cache of bytes may hold. */
export interface ByteLimits {
  /** Bytes of all values together, at most. */
  readonly total: number;
  /** Bytes of one value, at most: a large one must not take the place of many. As many as all together by default. */
  readonly each?: number;
}

/** Keeps values within a number of bytes of memory; what was not asked for the longest goes first. */
export class ByteCache<Value> {
  readonly #limits: Required<ByteLimits>;
  /** In the order of last use. */
  readonly #entries = new Map<string, Entry<Value>>();
  #bytes = 0;

  constructor({ total, each = total }: ByteLimits) {
    this.#limits = { total, each };
  }

  /** Bytes kept at the moment. */
  get bytes(): number {
    return this.#bytes;
  }

  get(name: string): Value | undefined {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    this.#entries.delete(name);
    this.#entries.set(name, entry);
    return entry.value;
  }

  /**
   * Keeps a value in the place of any of that name, unless it is too large.
   *
   * @param bytes of memory that the value takes, roughly
   */
  keep(name: string, value: Value, bytes: number): void {
    this.#forget(name);
    if (bytes > this.#limits.each) return;
    this.#entries.set(name, { value, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#limits.total) return;
      this.#forget(oldest);
    }
  }

  #forget(name: string): void {
    this.#bytes -= this.#entries.get(name)?.bytes ?? 0;
    this.#entries.delete(name);
  }
}
