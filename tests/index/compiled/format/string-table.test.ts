import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  entryAt,
  findInSlice,
  readSlice,
  sharedPrefix,
  sliceOfEntry,
  sliceOfKey,
  type TableEntry,
  writeTable,
} from "../../../../src/index/compiled/format/string-table.ts";
import { compareCodePoints } from "../../../../src/shared/bytes.ts";

const keys = fc.oneof(
  fc.string({ minLength: 1, unit: "binary" }),
  fc.stringMatching(/^[ab]{1,6}$/),
  fc.constantFrom("\uffee", "𠮷", "𠮷野", "\ue000", "é"),
);
const tables = fc
  .uniqueArray(fc.tuple(keys, fc.uint8Array({ maxLength: 40 })), { selector: ([key]) => key, maxLength: 80 })
  .map((entries): TableEntry[] =>
    entries.map(([key, value]) => ({ key, value })).sort((a, b) => compareCodePoints(a.key, b.key)),
  );

async function written(entries: readonly TableEntry[], length: number) {
  const slices: Uint8Array[] = [];
  const index = await writeTable(entries, length, async (slice) => {
    slices.push(slice);
  });
  return { slices, index };
}

describe("sorted string tables", () => {
  test("code points are ordered as their UTF-8 bytes are", () => {
    fc.assert(
      fc.property(keys, keys, (left, right) => {
        expect(Math.sign(compareCodePoints(left, right))).toBe(
          Buffer.compare(Buffer.from(left), Buffer.from(right)),
        );
      }),
    );
  });

  test("find every key in the one slice that may hold it, by key and by number", async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.integer({ min: 1, max: 400 }), async (entries, length) => {
        const { slices, index } = await written(entries, length);
        entries.forEach(({ key, value }, number) => {
          const slice = sliceOfKey(index.separators, key);
          const found = findInSlice(slices[slice] ?? new Uint8Array(), key);
          expect(Array.from(found?.value ?? [])).toEqual(Array.from(value));
          expect((index.starts[slice] ?? 0) + (found?.number ?? 0)).toBe(number);
          expect(sliceOfEntry(index.starts, number)).toBe(slice);
          expect(entryAt(slices[slice] ?? new Uint8Array(), found?.number ?? 0)?.key).toBe(key);
        });
      }),
    );
  });

  test("do not find what they do not hold", async () => {
    await fc.assert(
      fc.asyncProperty(tables, keys, async (entries, key) => {
        fc.pre(!entries.some((entry) => entry.key === key));
        const { slices, index } = await written(entries, 100);
        const slice = sliceOfKey(index.separators, key);
        expect(
          slice === -1 ? undefined : findInSlice(slices[slice] ?? new Uint8Array(), key),
        ).toBeUndefined();
      }),
    );
  });

  test("tell what the keys of a slice begin with", async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.integer({ min: 1, max: 200 }), async (entries, length) => {
        const { slices, index } = await written(entries, length);
        slices.forEach((bytes, slice) => {
          const prefix = sharedPrefix(index.separators, slice);
          for (const { key } of readSlice(bytes)) expect(key.startsWith(prefix)).toBe(true);
        });
      }),
    );
  });

  test("give all entries back in order", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (entries) => {
        const { slices } = await written(entries, 100);
        expect(slices.flatMap((slice) => Array.from(readSlice(slice), ({ key }) => key))).toEqual(
          entries.map(({ key }) => key),
        );
      }),
    );
  });

  test("keep slices near their length unless one value is longer", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (entries) => {
        const { slices } = await written(entries, 200);
        for (const slice of slices) {
          const values = Array.from(readSlice(slice));
          expect(values.length === 1 || values.reduce((sum, { value }) => sum + value.length, 0) <= 200).toBe(
            true,
          );
        }
      }),
    );
  });
});
