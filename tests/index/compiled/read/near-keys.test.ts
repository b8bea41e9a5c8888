import fc from "fast-check";
import { expect, test } from "vitest";
import { writeTable } from "../../../../src/index/compiled/format/string-table.ts";
import { nearEntries } from "../../../../src/index/compiled/read/near-keys.ts";
import { allowedDistance, editDistance } from "../../../../src/index/similar.ts";
import { compareCodePoints } from "../../../../src/shared/bytes.ts";

const alphabets = ["ab", "aé", "жз", "日本", "a𠮷𠮸", "é\u0301"];
const words = (alphabet: string) =>
  fc.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 10 }).map((letters) => letters.join(""));

/** Edit distance in which swapping two neighbours counts once, by its definition. */
function definedDistance(left: string, right: string): number {
  if (left === "" || right === "") return left.length + right.length;
  const same = left.at(-1) === right.at(-1) ? 0 : 1;
  const distances = [
    definedDistance(left.slice(0, -1), right) + 1,
    definedDistance(left, right.slice(0, -1)) + 1,
    definedDistance(left.slice(0, -1), right.slice(0, -1)) + same,
  ];
  const isSwapped =
    left.length > 1 && right.length > 1 && left.at(-1) === right.at(-2) && left.at(-2) === right.at(-1);
  if (isSwapped) distances.push(definedDistance(left.slice(0, -2), right.slice(0, -2)) + 1);
  return Math.min(...distances);
}

test("the edit distance is as defined, as far as it is within the limit", () => {
  const short = fc
    .constantFrom(...alphabets)
    .chain((alphabet) =>
      fc.tuple(...[0, 1].map(() => fc.array(fc.constantFrom(...alphabet), { maxLength: 5 }))),
    );
  fc.assert(
    fc.property(short, fc.nat(3), ([left = [], right = []], limit) => {
      const expected = Math.min(limit + 1, definedDistance(left.join(""), right.join("")));
      expect(editDistance(left.join(""), right.join(""), limit)).toBe(expected);
    }),
    { numRuns: 200 },
  );
});

/** A term and a dictionary of terms, many of which are near it. */
const cases = fc
  .constantFrom(...alphabets)
  .chain((alphabet) => fc.tuple(words(alphabet), fc.uniqueArray(words(alphabet), { maxLength: 60 })));

test("near entries are those with the same first character and within the allowed distance", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ([term, keys]) => {
      const entries = [...keys]
        .sort(compareCodePoints)
        .map((key, index) => ({ key, value: Uint8Array.of(index) }));
      const blocks: Uint8Array[] = [];
      await writeTable(entries, 10_000, async (block) => {
        blocks.push(block);
      });
      const [block = Uint8Array.of(0, 0)] = blocks;
      const limit = allowedDistance(term);
      const [first = ""] = term;
      expect(Array.from(nearEntries(block, term), ({ key, value }) => ({ key, value: [...value] }))).toEqual(
        entries
          .filter(({ key }) => key.startsWith(first) && editDistance(key, term, limit) <= limit)
          .map(({ key, value }) => ({ key, value: [...value] })),
      );
    }),
    { numRuns: 300 },
  );
});
