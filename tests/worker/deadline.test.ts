import { afterEach, describe, expect, test, vi } from "vitest";
import { withTimeout } from "../../src/worker/middleware/deadline.ts";

afterEach(() => {
  vi.useRealTimers();
});

const late = () => new RangeError("late");

describe("work with a time limit", () => {
  test("has its own end, and leaves no timer behind", async () => {
    vi.useFakeTimers();
    expect(await withTimeout(1_000, Promise.resolve(5), late)).toBe(5);
    await expect(withTimeout(1_000, Promise.reject(new TypeError("own")), late)).rejects.toThrow("own");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("is given up at its limit, and not before", async () => {
    vi.useFakeTimers();
    let isOver = false;
    const given = withTimeout(1_000, new Promise(() => undefined), late).catch((error: unknown) => {
      isOver = true;
      return error;
    });
    await vi.advanceTimersByTimeAsync(999);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await given).toBeInstanceOf(RangeError);
    expect(vi.getTimerCount()).toBe(0);
  });
});
