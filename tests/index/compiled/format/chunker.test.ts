import fc from "fast-check";
import { expect, test } from "vitest";
import { ContentChunker, chunkSize } from "../../../../src/index/compiled/format/chunker.ts";

interface Entry {
  readonly key: string;
  readonly length: number;
}

/** The runs that entries are cut into. */
function runsOf(entries: readonly Entry[], length: number): Entry[][] {
  const cutter = new ContentChunker(length);
  const runs: Entry[][] = [];
  for (const entry of entries) {
    if (cutter.startsChunk(entry.key, entry.length) || runs.length === 0) runs.push([]);
    runs.at(-1)?.push(entry);
  }
  return runs;
}

const entryOf = (number: number): Entry => ({ key: `article ${number}`, length: 200 + (number % 7) * 150 });
const many = Array.from({ length: 2_000 }, (_, number) => entryOf(number));
const lengthOf = (run: readonly Entry[]): number => run.reduce((sum, { length }) => sum + length, 0);

test("runs have about the length that was asked for, and none is far from it", () => {
  const lengths = runsOf(many, 4_000).map(lengthOf);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  expect(mean).toBeGreaterThan(3_000);
  expect(mean).toBeLessThan(4_500);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(6_000);
  expect(Math.min(...lengths.slice(0, -1))).toBeGreaterThanOrEqual(1_000);
});

test("an entry added, taken away or changed leaves most runs as they were", () => {
  const before = new Set(runsOf(many, 4_000).map((run) => JSON.stringify(run)));
  fc.assert(
    fc.property(fc.nat(many.length - 1), fc.constantFrom("add", "remove", "change"), (place, edit) => {
      const entry: Entry = { key: "new", length: 777 };
      const after = many.toSpliced(place, edit === "add" ? 0 : 1, ...(edit === "remove" ? [] : [entry]));
      const fresh = runsOf(after, 4_000).filter((run) => !before.has(JSON.stringify(run)));
      expect(fresh.length).toBeLessThanOrEqual(12);
    }),
    { numRuns: 60 },
  );
});

test("a length grows in steps, up to what keeps the number of runs", () => {
  expect(chunkSize(1_000, 7_000, 2_500)).toBe(2_500);
  const large = chunkSize(100_000_000, 7_000, 2_500);
  expect(chunkSize(100_000_500, 7_000, 2_500)).toBe(large);
  expect(large).toBeGreaterThanOrEqual(100_000_000 / 7_000);
  expect(large).toBeLessThanOrEqual((1.2 * 100_000_000) / 7_000);
});
