import { afterEach, describe, expect, test, vi } from "vitest";
import { LoadingCache } from "../../src/shared/loading-cache.ts";

/** A cache of names, each as heavy as told, and the loads it made. */
function counted(limit: number) {
  const cache = new LoadingCache<string>(limit);
  const loads: string[] = [];
  const get = (name: string, bytes = 10): Promise<string> =>
    cache.get(name, async () => {
      loads.push(name);
      return { value: name, bytes };
    });
  return { cache, loads, get };
}

afterEach(() => {
  vi.useRealTimers();
});

describe("loading cache", () => {
  test("loads a thing once, also for requests at the same time", async () => {
    const { get, loads } = counted(100);
    expect(await Promise.all([get("a"), get("a"), get("b")])).toEqual(["a", "a", "b"]);
    await get("a");
    expect(loads).toEqual(["a", "b"]);
  });

  test("drops what was not asked for the longest once the limit is passed", async () => {
    const { cache, get, loads } = counted(30);
    for (const name of ["a", "b", "c", "a", "d"]) await get(name);
    expect(cache.bytes).toBe(30);
    await get("a");
    await get("b");
    expect(loads).toEqual(["a", "b", "c", "d", "b"]);
  });

  test("never keeps more than the limit, nor what alone is larger", async () => {
    const { cache, get, loads } = counted(25);
    for (const [name, bytes] of [
      ["a", 10],
      ["b", 30],
      ["b", 30],
      ["c", 20],
      ["d", 5],
    ] as const) {
      await get(name, bytes);
      expect(cache.bytes).toBeLessThanOrEqual(25);
    }
    expect(loads).toEqual(["a", "b", "b", "c", "d"]);
  });

  test("keeps no failure", async () => {
    const cache = new LoadingCache<string>(100);
    const failing = () => Promise.reject(new Error("no"));
    await expect(Promise.all([cache.get("a", failing), cache.get("a", failing)])).rejects.toThrow("no");
    expect(await cache.get("a", async () => ({ value: "yes", bytes: 1 }))).toBe("yes");
    expect(cache.bytes).toBe(1);
  });

  test("shares a load for half a second; whoever comes later makes one that others share", async () => {
    vi.useFakeTimers();
    const cache = new LoadingCache<string>(100);
    const ends: ((value: string) => void)[] = [];
    const load = () =>
      new Promise<{ value: string; bytes: number }>((resolve) => {
        ends.push((value) => resolve({ value, bytes: value.length }));
      });
    const first = cache.get("a", load);
    vi.advanceTimersByTime(499);
    const sharer = cache.get("a", load);
    expect(ends).toHaveLength(1);
    vi.advanceTimersByTime(1);
    const later = cache.get("a", load);
    const latest = cache.get("a", load);
    expect(ends).toHaveLength(2);
    ends[1]?.("second");
    expect(await Promise.all([later, latest])).toEqual(["second", "second"]);
    ends[0]?.("the first at last");
    expect(await Promise.all([first, sharer])).toEqual(["the first at last", "the first at last"]);
    vi.advanceTimersByTime(10_000);
    expect(await cache.get("a", load)).toBe("second");
    expect(ends).toHaveLength(2);
    expect(cache.bytes).toBe("second".length);
  });

  test("keeps the load of a later request when an earlier one fails", async () => {
    vi.useFakeTimers();
    const cache = new LoadingCache<string>(100);
    let fail: (error: Error) => void = () => undefined;
    const hung = cache.get("a", () => new Promise((_, reject) => (fail = reject)));
    vi.advanceTimersByTime(600);
    const own = cache.get("a", async () => ({ value: "yes", bytes: 1 }));
    fail(new Error("timed out"));
    await expect(hung).rejects.toThrow("timed out");
    expect(await own).toBe("yes");
    expect(await cache.get("a", () => Promise.reject(new Error("not kept")))).toBe("yes");
  });
});
