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
  /** Goes on where it stopped: from the beginning, it would pass over all that was taken out since the map was last laid out anew. */
  #oldestFirst = this.#entries.keys();
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
    while (this.#bytes > this.#limits.total && this.#entries.size > 0) this.#forget(this.#oldest());
  }

  #oldest(): string {
    let next = this.#oldestFirst.next();
    if (next.done) {
      this.#oldestFirst = this.#entries.keys();
      next = this.#oldestFirst.next();
    }
    return next.value ?? "";
  }

  #forget(name: string): void {
    this.#bytes -= this.#entries.get(name)?.bytes ?? 0;
    this.#entries.delete(name);
  }
}
