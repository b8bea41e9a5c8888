import { SourceMap } from "node:module";
import { expect, test } from "vitest";
import { profileReport, timeByStage } from "../../bench/edge/profile.ts";

/** A line for each source: all of it is from that source's beginning. */
const map = new SourceMap({
  file: "worker.js",
  version: 3,
  sourceRoot: "",
  sourcesContent: [],
  names: [],
  sources: ["../src/answer/quote.ts", "../src/answer/rank.ts", "../src/text/words.ts", "../src/new/room.ts"],
  mappings: "AAAA;ACAA;ACAA;ACAA",
});

const nodeAt = (id: number, lineNumber: number, functionName = "f", url = "worker.js") => ({
  id,
  callFrame: { functionName, url, lineNumber, columnNumber: 4 },
});

test("the time of a profile is told by what each source works at, without that of the platform", () => {
  const nodes = [
    nodeAt(1, 0),
    nodeAt(2, 1),
    nodeAt(3, 2),
    nodeAt(4, 3),
    nodeAt(5, 0, "scoreAll", "wasm://wasm/1"),
    nodeAt(6, -1, "(garbage collector)", ""),
    nodeAt(7, -1, "(idle)", ""),
    nodeAt(8, -1, "(program)", ""),
    nodeAt(9, -1, "test", ""),
  ];
  const samples = [1, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const timeDeltas = [1000, 500, 2000, 3000, 4000, 5000, 6000, 70_000, 80_000, 7000];
  const times = timeByStage({ nodes, samples, timeDeltas }, map);
  expect(Object.fromEntries(times)).toEqual({
    quotes: 1.5,
    ranking: 2,
    "words, sentences and stems": 3,
    other: 4,
    "search: the kernel and what calls it": 5,
    "garbage collection": 6,
    "built into the engine: regular expressions, JSON, collections": 7,
  });
});

test("a report has shares of each answer, the largest first", () => {
  const start = { hello: 0.5, compile: 12, kernel: 1.25, evaluate: 8 };
  const first = new Map([
    ["quotes", 1],
    ["ranking", 3],
  ]);
  const warm = new Map([["quotes", 0.5]]);
  const report = profileReport([{ passages: 1000, start, isolates: 5, first, warm }], 20, "Measured.");
  const rows = report.split("\n").filter((line) => line.startsWith("|"));
  expect(rows.map((row) => row.split("|").map((cell) => cell.trim()))).toEqual([
    ["", "per cent of an answer", "1,000 passages, first answer", "1,000 passages, warm answer", ""],
    expect.anything(),
    ["", "quotes", "25.0", "100.0", ""],
    ["", "ranking", "75.0", "0.0", ""],
    ["", "passages", "empty", "parse and compile", "kernel", "run", ""],
    expect.anything(),
    ["", "1,000", "0.50", "12.00", "1.25", "8.00", ""],
  ]);
  expect(report.endsWith("Measured.")).toBe(true);
});
