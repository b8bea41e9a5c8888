import { expect, test } from "vitest";
import type { Features } from "../../src/answer/rank.ts";
import { heldShare } from "../../src/answer/rerank.ts";

const features = (coverage: number): { features: Features } => ({
  features: { bm25: 0, neighbours: 0, sentence: 0, title: 0, coverage, phrases: 0 },
});

test.each([
  [0, 4, 0],
  [1, 4, 0.5],
  [4, 4, 1],
  [5, 4, 1],
  [0, 0, 0],
])("where a passage stands counts for what it holds: %d of %d", (coverage, total, share) => {
  expect(heldShare(features(coverage), total)).toBe(share);
});
