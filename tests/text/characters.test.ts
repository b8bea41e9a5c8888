import { expect, test } from "vitest";
import { characterCount, grams } from "../../src/text/characters.ts";

const shown = (run: string, cutAt?: RegExp): string[] =>
  grams(run, cutAt).map(({ term, start, end, position, derived }) =>
    [term, start, end, position, derived ? "within" : "whole"].join(" "),
  );

test("Chinese characters stand for themselves and in pairs, whether a mark is among them or not", () => {
  const pairs = ["漢字 0 2 0 whole", "漢 0 1 0 within", "字書 1 3 1 whole", "字 1 2 1 within"];
  expect(shown("漢字書")).toEqual([...pairs, "書 2 3 2 within"]);
  // An invisible character goes with what stands before it, and is no part of a term.
  expect(shown("漢字書\u200b")).toEqual([
    "漢字 0 2 0 whole",
    "漢 0 1 0 within",
    "字書 1 4 1 whole",
    "字 1 2 1 within",
    "書 2 4 2 within",
  ]);
  expect(shown("漢")).toEqual(["漢 0 1 0 whole"]);
  expect(shown("𠀀字")).toEqual(["𠀀字 0 3 0 whole", "𠀀 0 2 0 within", "字 2 3 1 within"]);
});

test("What is left out parts Chinese, and is counted", () => {
  expect(shown("書的字", /的/g)).toEqual(["書 0 1 0 whole", "字 2 3 2 whole"]);
  expect(characterCount("書的字")).toBe(3);
  expect(characterCount("か\u3099字")).toBe(2);
});
