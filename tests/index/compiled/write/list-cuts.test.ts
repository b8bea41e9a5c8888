import { expect, test } from "vitest";
import { encodePostings, streamStarts } from "../../../../src/index/compiled/format/postings.ts";
import { findInBlock, writeTable } from "../../../../src/index/compiled/format/string-table.ts";
import { listCuts } from "../../../../src/index/compiled/write/list-cuts.ts";

/** A list of so many passages, each of which has the term once in its text, as the third word of its second sentence. */
const listOf = (length: number): Uint8Array =>
  encodePostings(
    Array.from({ length }, (_, index) => ({
      docId: 3 * index,
      frequencies: [0, 0, 0, 1],
      lengths: [0, 0, 0, 70],
      positions: [258],
    })),
    [1, 1, 1, 60],
  );

async function blockOf(...lists: readonly Uint8Array[]): Promise<Uint8Array> {
  const blocks: Uint8Array[] = [];
  const entries = lists.map((value, index) => ({ key: `term${index}`, value }));
  await writeTable(entries, 1_000_000, async (block) => {
    blocks.push(block);
  });
  return blocks[0] ?? new Uint8Array();
}

test("streams hold what is alike", () => {
  const list = listOf(200);
  const [distances, kinds, lengths, sentences, words] = streamStarts(list);
  // Four blocks, the first posting of each without a distance.
  expect([...new Set(list.subarray(distances, kinds))]).toEqual([3]);
  expect((kinds ?? 0) - (distances ?? 0)).toBe(196);
  expect([...new Set(list.subarray(kinds, lengths))]).toEqual([2]);
  expect([...new Set(list.subarray(lengths, sentences))]).toEqual([70]);
  expect([...new Set(list.subarray(sentences, words))]).toEqual([1]);
  expect([...new Set(list.subarray(words))]).toEqual([2]);
  expect(list.length - (words ?? 0)).toBe(200);
});

test("a long list is cut where its streams begin and where it ends, a short one nowhere", async () => {
  const long = listOf(600);
  const block = await blockOf(listOf(5), long, listOf(7));
  const start = (findInBlock(block, "term1")?.value.byteOffset ?? 0) - block.byteOffset;
  const [, kinds = 0, lengths = 0, sentences = 0, words = 0] = streamStarts(long);
  expect(listCuts(block)).toEqual(
    [0, kinds, lengths, sentences, words, long.length].map((place) => start + place),
  );
  expect(listCuts(await blockOf(listOf(5), listOf(7)))).toEqual([]);
});
