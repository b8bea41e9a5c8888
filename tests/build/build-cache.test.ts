import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BuildCache, cacheKey } from "../../src/build/build-cache.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cache-"));
  path = join(folder, "deep", "build.db");
});

afterEach(() => rmSync(folder, { recursive: true }));

/** What a cache gives for some keys, each with which of them it had to make. */
function ask(
  cache: BuildCache,
  keys: readonly string[],
  end: "close" | "prune" = "close",
): [unknown[], string[]] {
  const made: string[] = [];
  const values = keys.map((key) =>
    cache.getOrCompute(key, () => {
      made.push(key);
      return { of: key };
    }),
  );
  cache[end]();
  return [values, made];
}

const valuesOf = (keys: readonly string[]) => keys.map((key) => ({ of: key }));

describe("the build cache", () => {
  test("makes a value once, and keeps it for later builds", () => {
    expect(ask(new BuildCache(path), ["a", "b", "a"])).toEqual([valuesOf(["a", "b", "a"]), ["a", "b"]]);
    expect(ask(new BuildCache(path), ["b", "c", "a"])).toEqual([valuesOf(["b", "c", "a"]), ["c"]]);
  });

  test("gives a value that was just made as it will be read", () => {
    const cache = new BuildCache(path);
    expect(cache.getOrCompute("a", () => ({ there: 1, absent: undefined }))).toStrictEqual({ there: 1 });
    cache.close();
  });

  test("drops what a whole build did not ask for", () => {
    ask(new BuildCache(path), ["a", "b"]);
    ask(new BuildCache(path), ["b"], "prune");
    expect(ask(new BuildCache(path), ["a", "b"])[1]).toEqual(["a"]);
  });

  test("keeps what a build that was stopped had written", () => {
    const stopped = new BuildCache(path);
    for (let number = 0; number < 1400; number++) stopped.getOrCompute(`${number}`, () => number);
    const next = new BuildCache(path);
    expect(next.getOrCompute("0", () => -1)).toBe(0);
    expect(next.getOrCompute("1399", () => -1)).toBe(-1);
    next.close();
    stopped.close();
  });

  test.each([
    ["is no database", () => writeFileSync(path, "once upon a time ".repeat(1000))],
    ["was cut", () => writeFileSync(path, readFileSync(path).subarray(0, 5000))],
    [
      "is of another version",
      () => {
        const database = new DatabaseSync(path);
        database.exec("PRAGMA user_version = 99");
        database.close();
      },
    ],
  ])("begins anew when its file %s", (_, damage) => {
    ask(new BuildCache(path), ["a"]);
    damage();
    expect(ask(new BuildCache(path), ["a"])[0]).toEqual(valuesOf(["a"]));
    ask(new BuildCache(path), ["a"]);
    expect(ask(new BuildCache(path), ["a"])).toEqual([valuesOf(["a"]), []]);
  });

  test("gives right values whatever becomes of its bytes", () => {
    const keys = Array.from({ length: 50 }, (_, number) => `key ${number}`);
    ask(new BuildCache(path), keys);
    const whole = readFileSync(path);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(statSync(path).size - 1), fc.nat(255)), { minLength: 1, maxLength: 30 }),
        (changes) => {
          rmSync(`${path}-wal`, { force: true });
          rmSync(`${path}-shm`, { force: true });
          writeFileSync(path, whole);
          const file = openSync(path, "r+");
          for (const [place, byte] of changes) writeSync(file, Uint8Array.of(byte), 0, 1, place);
          closeSync(file);
          expect(ask(new BuildCache(path), keys)[0]).toEqual(valuesOf(keys));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("is done without when it cannot be written", () => {
    writeFileSync(join(folder, "file"), "");
    const cache = new BuildCache(join(folder, "file", "build.db"));
    expect(ask(cache, ["a", "a"], "prune")).toEqual([valuesOf(["a", "a"]), ["a", "a"]]);
  });
});

test("keys are the same for the same parts alone", () => {
  const part = fc.oneof(fc.string(), fc.uint8Array());
  fc.assert(
    fc.property(fc.array(part), fc.array(part), (left, right) => {
      const text = (parts: readonly (string | Uint8Array)[]) =>
        parts.map((one) => Buffer.from(one).toString("hex"));
      expect(cacheKey(...left) === cacheKey(...right)).toBe(
        text(left).join() === text(right).join() && left.length === right.length,
      );
    }),
  );
  expect(cacheKey("ab", "c")).not.toBe(cacheKey("a", "bc"));
});
