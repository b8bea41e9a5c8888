import { describe, expect, test } from "vitest";
import { describeProgress } from "../../src/build/progress.ts";

describe("progress", () => {
  test("tells only how far work is until there is a rate to speak of", () => {
    expect(describeProgress(3, 10, 100)).toBe("3 of 10");
    expect(describeProgress(0, 10, 60_000)).toBe("0 of 10");
  });

  test("tells the rate and the time left", () => {
    expect(describeProgress(300, 1000, 3000)).toBe("300 of 1000, 100 a second, 7 s left");
    expect(describeProgress(10, 1000, 4000)).toBe("10 of 1000, 2.5 a second, 6 min 36 s left");
    expect(describeProgress(1000, 1000, 4000)).toBe("1000 of 1000, 250 a second, 0 s left");
  });
});
