import { expect, test } from "vitest";
import { markdownTable } from "../../bench/table.ts";

test("figures are aligned to the right, and the columns are as wide as their widest cell", () => {
  expect(
    markdownTable(
      ["Set", "nDCG"],
      [
        ["scifact", "**0.691**"],
        ["é", "1"],
      ],
    ),
  ).toBe(
    [
      "| Set     |      nDCG |", //
      "| ------- | --------: |",
      "| scifact | **0.691** |",
      "| é       |         1 |",
    ].join("\n"),
  );
});

test("words are aligned to the left, a bar does not end a cell, and a rule has three dashes", () => {
  expect(markdownTable(["A", "B"], [["x|y", "z"]], "left")).toBe(
    ["| A    | B   |", "| ---- | --- |", "| x\\|y | z   |"].join("\n"),
  );
});
