import { LruCache } from "./lru-cache.ts";

/** A loaded value and its approximate size in memory, in bytes. */
export interface Weighed<Value> {
  readonly value: Value;
  readonly bytes: number;
}

interface Load<Value> {
  readonly value: Promise<Value>;
  /** Start time, from `performance.now()`. */
  readonly began: number;
}

/** Milliseconds for which callers share a load; after this it may be hanging, and new callers start their own. */
const patience = 500;

/**
 * An LRU cache of loaded values. Concurrent requests for a key share one load, unless it takes long: then the next caller starts
 * its own. A failed load is not cached.
 */
export class LoadingCache<Value> {
  readonly #loaded: LruCache<Value>;
  readonly #loads = new Map<string, Load<Value>>();

  /** @param limit in bytes; a larger value is returned but not cached */
  constructor(limit: number) {
    this.#loaded = new LruCache({ total: limit });
  }

  /** Current size in bytes. */
  get bytes(): number {
    return this.#loaded.bytes;
  }

  async get(name: string, load: () => Promise<Weighed<Value>>): Promise<Value> {
    return this.#loaded.get(name) ?? this.#share(name, load);
  }

  #share(name: string, load: () => Promise<Weighed<Value>>): Promise<Value> {
    const underway = this.#loads.get(name);
    if (underway !== undefined && performance.now() - underway.began < patience) return underway.value;
    const loading = load();
    const own = { value: loading.then(({ value }) => value), began: performance.now() };
    this.#loads.set(name, own);
    // A later load may have replaced it.
    const end = (): boolean => this.#loads.get(name) === own && this.#loads.delete(name);
    loading.then(({ value, bytes }) => {
      if (end()) this.#loaded.keep(name, value, bytes);
    }, end);
    return own.value;
  }
}
