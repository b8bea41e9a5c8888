import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LruCache } from "../../src/shared/lru-cache.ts";

/** What a cache should hold, worked out from all that was done with it. */
class NaiveCache {
  readonly #total: number;
  readonly #each: number;
  entries: { name: string; bytes: number }[] = [];

  constructor(total: number, each: number) {
    this.#total = total;
    this.#each = each;
  }

  get(name: string): number | undefined {
    const found = this.entries.find((entry) => entry.name === name);
    if (found !== undefined) this.entries = [...this.entries.filter((entry) => entry !== found), found];
    return found?.bytes;
  }

  keep(name: string, bytes: number): void {
    this.entries = this.entries.filter((entry) => entry.name !== name);
    if (bytes <= this.#each) this.entries.push({ name, bytes });
    while (this.bytes > this.#total) this.entries.shift();
  }

  get bytes(): number {
    return this.entries.reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

describe("byte cache", () => {
  test("gives what was kept under a name, and nothing under another", () => {
    const cache = new LruCache<string>({ total: 100 });
    cache.keep("a", "one", 10);
    cache.keep("b", "two", 10);
    expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual(["one", "two", undefined]);
  });

  test("a value that would take the place of many is not kept", () => {
    const cache = new LruCache<string>({ total: 100, each: 20 });
    cache.keep("a", "small", 20);
    cache.keep("b", "large", 21);
    expect([cache.get("a"), cache.get("b"), cache.bytes]).toEqual(["small", undefined, 20]);
  });

  test("holds what was used last within its limits, whatever is done with it", () => {
    const name = fc.constantFrom("a", "b", "c", "d", "e");
    const step = fc.oneof(
      fc.record({ name, bytes: fc.integer({ min: 0, max: 40 }) }),
      fc.record({ name, bytes: fc.constant(undefined) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 60 }), (steps, each) => {
        const cache = new LruCache<number>({ total: 60, each });
        const naive = new NaiveCache(60, each);
        for (const { name, bytes } of steps) {
          if (bytes === undefined) expect(cache.get(name)).toBe(naive.get(name));
          else {
            cache.keep(name, bytes, bytes);
            naive.keep(name, bytes);
          }
          expect(cache.bytes).toBe(naive.bytes);
        }
      }),
    );
  });
});
