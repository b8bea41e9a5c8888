import { describe, expect, test } from "vitest";
import {
  assetProblems,
  maximumArticlePages,
  maximumAssetBytes,
  maximumAssets,
  pagesProblem,
} from "../../src/build/asset-limits.ts";

const assets = (count: number, bytes = 1): Map<string, number> =>
  new Map(Array.from({ length: count }, (_, number) => [`pages/${number}.bin`, bytes]));

describe("limits of static assets", () => {
  test("what is well within them is fine", () => {
    expect(assetProblems(assets(100, maximumAssetBytes))).toEqual({ errors: [], warnings: [] });
  });

  test("an asset over 25 MiB is named", () => {
    const { errors } = assetProblems(
      new Map([...assets(3), ["index/postings/7.bin", maximumAssetBytes + 1]]),
    );
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("index/postings/7.bin: has 26,214,401 bytes");
  });

  test("a warning comes before the last asset fits, an error after", () => {
    expect(assetProblems(assets(0.8 * maximumAssets)).warnings).toEqual([]);
    expect(assetProblems(assets(0.8 * maximumAssets + 1)).warnings[0]).toContain(
      "16,001 assets of the 20,000",
    );
    expect(assetProblems(assets(maximumAssets)).errors).toEqual([]);
    expect(assetProblems(assets(maximumAssets + 1)).errors[0]).toContain("20,001 assets of the 20,000");
  });

  test("more articles than files get no pages, and the build says what to do", () => {
    expect(pagesProblem(maximumArticlePages)).toBeUndefined();
    expect(pagesProblem(100_000)).toMatch(/^100,000 articles .*20,000 assets.*engine: d1.*baseUrl/s);
  });
});
