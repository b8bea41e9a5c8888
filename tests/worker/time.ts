import { expect } from "vitest";
import { deadline } from "../../src/worker/middleware/deadline.ts";

/** Milliseconds by which a busy machine may be late. */
const lateness = 1_500;

/** Fails when what began at `started` (of `performance.now`) took longer than the deadline of a request. */
export function expectInTime(started: number): void {
  expect(performance.now() - started).toBeLessThan(deadline + lateness);
}

/** Fails when what began at `started` waited for something that hangs, which is given up at the deadline. */
export function expectNoWait(started: number): void {
  expect(performance.now() - started).toBeLessThan(deadline);
}
