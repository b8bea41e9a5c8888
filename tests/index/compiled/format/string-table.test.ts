import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  blockOfEntry,
  blockOfKey,
  entryAt,
  findInBlock,
  sharedPrefix,
  type TableEntry,
  writeTable,
} from "../../../../src/index/compiled/format/string-table.ts";
import { compareCodePoints } from "../../../../src/shared/bytes.ts";
import { anyText } from "../../../any-text.ts";

const keys = fc.oneof(
  anyText({ minLength: 1 }),
  fc.stringMatching(/^[ab]{1,6}$/),
  fc.constantFrom("\uffee", "𠮷", "𠮷野", "\ue000", "é"),
);
const tables = fc
  .uniqueArray(fc.tuple(keys, fc.uint8Array({ maxLength: 40 })), { selector: ([key]) => key, maxLength: 80 })
  .map((entries): TableEntry[] =>
    entries.map(([key, value]) => ({ key, value })).sort((a, b) => compareCodePoints(a.key, b.key)),
  );

/** The entries of a block in order. */
function readBlock(block: Uint8Array): TableEntry[] {
  const entries: TableEntry[] = [];
  for (let entry = entryAt(block, 0); entry !== undefined; entry = entryAt(block, entries.length)) {
    entries.push(entry);
  }
  return entries;
}

async function written(entries: readonly TableEntry[], length: number) {
  const blocks: Uint8Array[] = [];
  const index = await writeTable(entries, length, async (block) => {
    blocks.push(block);
  });
  return { blocks, index };
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

  test("find every key in the one block that may hold it, by key and by number", async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.integer({ min: 1, max: 400 }), async (entries, length) => {
        const { blocks, index } = await written(entries, length);
        entries.forEach(({ key, value }, number) => {
          const block = blockOfKey(index.separators, key);
          const found = findInBlock(blocks[block] ?? new Uint8Array(), key);
          expect(Array.from(found?.value ?? [])).toEqual(Array.from(value));
          expect((index.starts[block] ?? 0) + (found?.number ?? 0)).toBe(number);
          expect(blockOfEntry(index.starts, number)).toBe(block);
          expect(entryAt(blocks[block] ?? new Uint8Array(), found?.number ?? 0)?.key).toBe(key);
        });
      }),
    );
  });

  test("do not find what they do not hold", async () => {
    await fc.assert(
      fc.asyncProperty(tables, keys, async (entries, key) => {
        fc.pre(!entries.some((entry) => entry.key === key));
        const { blocks, index } = await written(entries, 100);
        const block = blockOfKey(index.separators, key);
        expect(
          block === -1 ? undefined : findInBlock(blocks[block] ?? new Uint8Array(), key),
        ).toBeUndefined();
      }),
    );
  });

  test("tell what the keys of a block begin with", async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.integer({ min: 1, max: 200 }), async (entries, length) => {
        const { blocks, index } = await written(entries, length);
        blocks.forEach((bytes, block) => {
          const prefix = sharedPrefix(index.separators, block);
          for (const { key } of readBlock(bytes)) expect(key.startsWith(prefix)).toBe(true);
        });
      }),
    );
  });

  test("give all entries back in order", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (entries) => {
        const { blocks } = await written(entries, 100);
        expect(blocks.flatMap((block) => Array.from(readBlock(block), ({ key }) => key))).toEqual(
          entries.map(({ key }) => key),
        );
      }),
    );
  });

  test("keep blocks near their length unless one value is longer", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (entries) => {
        const { blocks } = await written(entries, 200);
        for (const block of blocks) {
          const values = Array.from(readBlock(block));
          expect(values.length === 1 || values.reduce((sum, { value }) => sum + value.length, 0) <= 200).toBe(
            true,
          );
        }
      }),
    );
  });
});
