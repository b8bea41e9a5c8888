import { describe, expect, test } from "vitest";
import { dotPlot } from "../../bench/dot-plot.ts";

const plot = {
  title: "Shares of <this> & that",
  axis: "share",
  series: ["ours", "theirs"],
  rows: [
    { label: "first", values: [0, 0.25] },
    { label: "second", values: [1, 0.5] },
  ],
};

/** Where the marks whose title starts so are drawn, from the left. */
const placesOf = (svg: string, series: string): number[] =>
  [...svg.matchAll(/translate\(([\d.]+),[\d.]+\)"><title>([^<]*)<\/title>/g)]
    .filter(([, , title]) => title?.startsWith(`${series}, `))
    .map(([, x]) => Number(x));

describe("the dot plot", () => {
  const svg = dotPlot(plot);

  test("places marks by value on one scale for all rows", () => {
    const [zero = 0, one = 0] = placesOf(svg, "ours");
    const [quarter = 0, half = 0] = placesOf(svg, "theirs");
    expect(one).toBeGreaterThan(zero);
    expect((quarter - zero) / (one - zero)).toBeCloseTo(0.25, 2);
    expect((half - zero) / (one - zero)).toBeCloseTo(0.5, 2);
  });

  test("says its figures in words, with what XML reserves escaped", () => {
    expect(svg).toContain("<title>theirs, second: 0.500</title>");
    expect(svg).toContain('<title id="title">Shares of &lt;this&gt; &amp; that</title>');
    expect(svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
  });

  test("adapts to a dark page", () => {
    expect(svg).toContain("prefers-color-scheme: dark");
  });

  test("refuses more series than it can tell apart", () => {
    expect(() => dotPlot({ ...plot, series: Array.from({ length: 8 }, String) })).toThrow(
      /there are marks for 7/,
    );
  });
});
