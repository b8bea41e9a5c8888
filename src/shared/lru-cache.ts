/** A value that is kept, between those that were asked for before it and after it. */
interface Entry<Value> {
  readonly name: string;
  readonly value: Value;
  readonly bytes: number;
  older: Entry<Value> | undefined;
  newer: Entry<Value> | undefined;
}

/** What a cache of bytes may hold. */
export interface ByteLimits {
  /** Bytes of all values together, at most. */
  readonly total: number;
  /** Bytes of one value, at most: a large one must not take the place of many. As many as all together by default. */
  readonly each?: number;
}

/**
 * Keeps values within a number of bytes of memory; what was not asked for the longest goes first. Their order is in links
 * between them: a map that holds it has to be changed at each look, and passes over all that was taken out to find the oldest.
 */
export class LruCache<Value> {
  readonly #limits: Required<ByteLimits>;
  readonly #entries = new Map<string, Entry<Value>>();
  #oldest: Entry<Value> | undefined;
  #newest: Entry<Value> | undefined;
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
    if (entry !== this.#newest) {
      this.#unlink(entry);
      this.#append(entry);
    }
    return entry.value;
  }

  /**
   * Keeps a value in the place of any of that name, unless it is too large.
   *
   * @param bytes of memory that the value takes, roughly
   */
  keep(name: string, value: Value, bytes: number): void {
    const known = this.#entries.get(name);
    if (known !== undefined) this.#forget(known);
    if (bytes > this.#limits.each) return;
    const entry: Entry<Value> = { name, value, bytes, older: undefined, newer: undefined };
    this.#entries.set(name, entry);
    this.#append(entry);
    this.#bytes += bytes;
    while (this.#bytes > this.#limits.total && this.#oldest !== undefined) this.#forget(this.#oldest);
  }

  #forget(entry: Entry<Value>): void {
    this.#entries.delete(entry.name);
    this.#unlink(entry);
    this.#bytes -= entry.bytes;
  }

  #unlink(entry: Entry<Value>): void {
    const { older, newer } = entry;
    if (older === undefined) this.#oldest = newer;
    else older.newer = newer;
    if (newer === undefined) this.#newest = older;
    else newer.older = older;
  }

  #append(entry: Entry<Value>): void {
    entry.older = this.#newest;
    entry.newer = undefined;
    if (this.#newest === undefined) this.#oldest = entry;
    else this.#newest.newer = entry;
    this.#newest = entry;
  }
}
