import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holm, pairedBootstrap } from "../../bench/quality/bootstrap.ts";

const figure = fc.double({ min: 0, max: 1, noNaN: true });
const pairs = fc.array(fc.tuple(figure, figure), { minLength: 1, maxLength: 30 });
const few = { numRuns: 15 };

describe("the paired bootstrap", () => {
  test("finds no difference between equal figures", () => {
    const figures = [0, 0.5, 1, 0.25];
    expect(pairedBootstrap(figures, figures)).toEqual({ mean: 0, low: 0, high: 0, p: 1 });
  });

  test("is certain of a difference that every question shows", () => {
    const difference = pairedBootstrap(new Array(20).fill(1), new Array(20).fill(0));
    expect(difference).toEqual({ mean: 1, low: 1, high: 1, p: 1 / 10_001 });
  });

  test("agrees with the normal approximation on many questions", () => {
    // 60 wins, 40 losses: mean 0.2, standard error sqrt(0.96 / 100) = 0.098, z = 2.04, two-sided p = 0.041.
    const first = Array.from({ length: 100 }, (_, index) => (index < 60 ? 1 : 0));
    const second = first.map((value) => 1 - value);
    const { mean, low, high, p } = pairedBootstrap(first, second);
    expect(mean).toBeCloseTo(0.2, 10);
    expect(low).toBeCloseTo(0.2 - 1.96 * 0.098, 1);
    expect(high).toBeCloseTo(0.2 + 1.96 * 0.098, 1);
    expect(p).toBeGreaterThan(0.03);
    expect(p).toBeLessThan(0.06);
  });

  test("is symmetric: changing sides changes signs and nothing else", () => {
    fc.assert(
      fc.property(pairs, (drawn) => {
        const first = drawn.map(([value]) => value);
        const second = drawn.map(([, value]) => value);
        const forth = pairedBootstrap(first, second);
        const back = pairedBootstrap(second, first);
        expect(back.mean).toBeCloseTo(-forth.mean, 12);
        expect(back.low).toBeCloseTo(-forth.high, 12);
        expect(back.high).toBeCloseTo(-forth.low, 12);
        expect(back.p).toBe(forth.p);
      }),
      few,
    );
  });

  test("gives an interval in order, a p value above 0 and up to 1, and the same each time", () => {
    fc.assert(
      fc.property(pairs, (drawn) => {
        const first = drawn.map(([value]) => value);
        const second = drawn.map(([, value]) => value);
        const difference = pairedBootstrap(first, second);
        expect(difference.low).toBeLessThanOrEqual(difference.high);
        expect(difference.p).toBeGreaterThan(0);
        expect(difference.p).toBeLessThanOrEqual(1);
        expect(pairedBootstrap(first, second)).toEqual(difference);
      }),
      few,
    );
  });

  test("refuses figures that are not pairs", () => {
    expect(() => pairedBootstrap([1], [1, 0])).toThrow(/one pair for each question/);
    expect(() => pairedBootstrap([], [])).toThrow(RangeError);
  });
});

describe("Holm's correction", () => {
  test("multiplies the smallest by all, the next by one fewer, and never falls", () => {
    const [a, b, c, d] = holm([0.01, 0.04, 0.03, 0.005]);
    expect(a).toBeCloseTo(0.03, 10);
    expect(b).toBeCloseTo(0.06, 10);
    expect(c).toBeCloseTo(0.06, 10);
    expect(d).toBeCloseTo(0.02, 10);
  });

  test("leaves one value alone, and keeps order and bounds of many", () => {
    expect(holm([0.04])).toEqual([0.04]);
    expect(holm([])).toEqual([]);
    fc.assert(
      fc.property(fc.array(figure), (values) => {
        const adjusted = holm(values);
        adjusted.forEach((value, index) => {
          expect(value).toBeGreaterThanOrEqual(values[index] ?? 0);
          expect(value).toBeLessThanOrEqual(1);
          adjusted.forEach((other, place) => {
            if ((values[index] ?? 0) < (values[place] ?? 0)) expect(value).toBeLessThanOrEqual(other);
          });
        });
      }),
    );
  });
});
