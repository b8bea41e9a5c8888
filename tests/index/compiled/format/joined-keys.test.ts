import fc from "fast-check";
import { expect, test } from "vitest";
import { joinKeys, splitKeys } from "../../../../src/index/compiled/format/joined-keys.ts";

test("keys come back as they were, with any characters", () => {
  const key = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom("a", "A", "Z", "^", "b", "\n", "🐝", "🐞", " ", "é") }),
  );
  fc.assert(
    fc.property(fc.array(key), (keys) => {
      expect(splitKeys(joinKeys(keys))).toEqual(keys);
    }),
  );
});

test("keys have what they share with the key before once", () => {
  expect(joinKeys(["#", "bee", "beehive", "tag:A^", "tag:B"])).toBe("A#AbeeDhiveAtag:^A^^E^B");
  const long = "k".repeat(40);
  expect(joinKeys([long, `${long}s`])).toBe(`A${long}Z${"k".repeat(15)}s`);
  expect(joinKeys([])).toBe("");
  expect(splitKeys("")).toEqual([]);
});

test("characters of two units are whole, so that any text can hold the keys", () => {
  const joined = joinKeys(["🐝", "🐞"]);
  expect(joined).toBe("A🐝A🐞");
  expect(joined.isWellFormed()).toBe(true);
});
