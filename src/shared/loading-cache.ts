import { LruCache } from "./lru-cache.ts";

/** What was loaded and how many bytes of memory it takes, roughly. */
export interface Weighed<Value> {
  readonly value: Value;
  readonly bytes: number;
}

interface Load<Value> {
  readonly value: Promise<Value>;
  /** When it began, by `performance.now()`. */
  readonly began: number;
}

/** Milliseconds for which a load is shared: one that takes longer may hang, and would take all that wait with it. */
const patience = 500;

/**
 * Keeps what was loaded last within a number of bytes. Requests for one thing share one load, unless it takes long: then
 * the next one makes its own. A failed load is not kept.
 */
export class LoadingCache<Value> {
  readonly #loaded: LruCache<Value>;
  readonly #loads = new Map<string, Load<Value>>();

  /** @param limit in bytes; what is larger than that is given out but not kept */
  constructor(limit: number) {
    this.#loaded = new LruCache({ total: limit });
  }

  /** Bytes kept at the moment. */
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
    // A later load may have taken its place.
    const end = (): boolean => this.#loads.get(name) === own && this.#loads.delete(name);
    loading.then(({ value, bytes }) => {
      if (end()) this.#loaded.keep(name, value, bytes);
    }, end);
    return own.value;
  }
}
