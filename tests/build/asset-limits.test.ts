import { describe, expect, test } from "vitest";
import {
  assetProblems,
  maximumAssetBytes,
  mostPagesBeside,
  pagesProblem,
} from "../../src/build/asset-limits.ts";

const assets = (count: number, bytes = 1): Map<string, number> =>
  new Map(Array.from({ length: count }, (_, number) => [`pages/${number}.bin`, bytes]));

describe("limits of static assets", () => {
  test("what is well within them is fine", () => {
    expect(assetProblems(assets(100, maximumAssetBytes), "free")).toEqual({ errors: [], warnings: [] });
  });

  test("an asset over 25 MiB is named", () => {
    const { errors } = assetProblems(
      new Map([...assets(3), ["index/postings/7.bin", maximumAssetBytes + 1]]),
      "free",
    );
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("index/postings/7.bin: has 26,214,401 bytes");
  });

  test("a warning comes before the last asset fits, an error after, by the plan", () => {
    expect(assetProblems(assets(19_000), "free").warnings).toEqual([]);
    expect(assetProblems(assets(19_001), "free").warnings[0]).toMatch(
      /19,001 assets of the 20,000.*plan: paid/,
    );
    expect(assetProblems(assets(20_000), "free").errors).toEqual([]);
    expect(assetProblems(assets(20_001), "free").errors[0]).toContain("20,001 assets of the 20,000");
    expect(assetProblems(assets(20_001), "paid")).toEqual({ errors: [], warnings: [] });
    const [warning] = assetProblems(assets(95_001), "paid").warnings;
    expect(warning).toContain("95,001 assets of the 100,000");
    expect(warning).not.toContain("plan");
  });

  test("more articles than files get no pages, and the build says what to do", () => {
    expect(pagesProblem(7_500, "free")).toBeUndefined();
    expect(pagesProblem(37_500, "paid")).toBeUndefined();
    expect(pagesProblem(100_000, "free")).toMatch(
      /^100,000 articles .*20,000 assets.*plan: paid.*engine: d1.*baseUrl/s,
    );
    expect(pagesProblem(100_000, "paid")).toMatch(
      /^100,000 articles .*100,000 assets(?!.*plan).*engine: d1.*baseUrl/s,
    );
  });

  test("pages of an index take what other files leave of the assets, and are never fewer than 7,000", () => {
    expect(mostPagesBeside(0, "free")).toBe(14_200);
    expect(mostPagesBeside(4_000, "free")).toBe(10_200);
    expect(mostPagesBeside(15_000, "free")).toBe(7_000);
    expect(mostPagesBeside(4_000, "paid")).toBe(86_200);
  });
});
