import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BuildCache } from "../../src/build/build-cache.ts";
import { readCorpus } from "../../src/build/read-corpus.ts";
import { settleInTime, TimeLimitError, withTimeLimit } from "../../src/build/time-limit.ts";

describe("withTimeLimit", () => {
  test("returns what was computed, and passes errors on", () => {
    expect(withTimeLimit(10_000, () => ["a"])).toEqual(["a"]);
    expect(withTimeLimit(10_000, () => undefined)).toBeUndefined();
    expect(() =>
      withTimeLimit(10_000, () => {
        throw new RangeError("deep");
      }),
    ).toThrow(RangeError);
  });

  test("ends what never ends, loops and regular expressions alike", () => {
    let count = 0;
    expect(() =>
      withTimeLimit(50, () => {
        for (;;) count += 1;
      }),
    ).toThrow(TimeLimitError);
    expect(count).toBeGreaterThan(0);
    expect(() => withTimeLimit(50, () => /^(?:a+)+b/.test("a".repeat(50)))).toThrow(TimeLimitError);
    expect(withTimeLimit(10_000, () => 1)).toBe(1);
  });
});

test("withTimeLimit computes again what waited for other programs", () => {
  let calls = 0;
  const asleep = new Int32Array(new SharedArrayBuffer(4));
  const made = withTimeLimit(200, () => {
    calls += 1;
    // The first time, the limit passes without any work.
    if (calls === 1) Atomics.wait(asleep, 0, 0, 2_000);
    return calls;
  });
  expect(made).toBe(2);
});

describe("settleInTime", () => {
  const quick = (value: number) => ({ limit: 10_000, compute: () => value });
  const endless = {
    limit: 50,
    compute: (): number => {
      for (;;);
    },
  };

  test("returns values and what was thrown, in their order", () => {
    const deep = new RangeError("deep");
    const failing = {
      limit: 10_000,
      compute: (): number => {
        throw deep;
      },
    };
    expect(settleInTime([quick(1), failing, quick(3)])).toEqual([
      { value: 1 },
      { cause: deep },
      { value: 3 },
    ]);
    expect(settleInTime([])).toEqual([]);
  });

  test("ends what takes too long by itself, and computes all others", () => {
    const outcomes = settleInTime([quick(1), endless, quick(3), endless, quick(5)]);
    expect(outcomes.map((outcome) => ("value" in outcome ? outcome.value : outcome.cause))).toEqual([
      1,
      expect.any(TimeLimitError),
      3,
      expect.any(TimeLimitError),
      5,
    ]);
  });

  test("leaves each the whole of its own limit, however many come before it", () => {
    const during = (milliseconds: number) => ({
      limit: 400,
      compute: () => {
        const start = performance.now();
        while (performance.now() - start < milliseconds);
        return milliseconds;
      },
    });
    const all = Array.from({ length: 8 }, () => during(100));
    expect(settleInTime(all)).toEqual(all.map(() => ({ value: 100 })));
  });

  test("starts as many limits as are needed, not one for each", () => {
    const started = vi.spyOn(Script.prototype, "runInThisContext");
    settleInTime(Array.from({ length: 100 }, (_, index) => quick(index)));
    expect(started).toHaveBeenCalledTimes(1);
    started.mockRestore();
  });
});

describe("a file that cannot be read in time, or at all", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "footnote-limit-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("is told by its name, and the others are read", async () => {
    const columns = 1_000;
    const table = `|${" a |".repeat(columns)}\n|${" - |".repeat(columns)}\n${"|b\n".repeat(columns)}`;
    writeFileSync(join(folder, "slow.md"), table);
    writeFileSync(join(folder, "deep.md"), "x <b>y ".repeat(20_000));
    writeFileSync(join(folder, "good.md"), "Bees dance.");
    const cache = new BuildCache(join(folder, "cache.db"));
    const { articles, problems } = await readCorpus(folder, cache);
    cache.close();
    expect(articles.map(({ id }) => id)).toContain("good");
    const told = problems.map(({ path, severity, message }) => [path, severity, message.split(",")[0]]);
    expect(told).toContainEqual(["slow.md", "warning", "takes too long to read"]);
    expect(problems.every(({ severity }) => severity !== "error")).toBe(true);
  }, 120_000);
});
