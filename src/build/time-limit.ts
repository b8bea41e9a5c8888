import { Script } from "node:vm";

/** Thrown when a computation took longer than it was allowed to. */
export class TimeLimitError extends Error {
  override name = "TimeLimitError";
}

/** What is computed at the moment. A script sees it only as a global. */
const slot = Symbol.for("footnote.limited");
const script = new Script('globalThis[Symbol.for("footnote.limited")]()');

const isTimeout = (cause: unknown): boolean =>
  cause instanceof Error && "code" in cause && cause.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";

/** What a computation returned, or undefined when it was ended after so many milliseconds. */
function attempt<Value>(milliseconds: number, compute: () => Value): { value: Value } | undefined {
  let made: { value: Value } | undefined;
  Reflect.set(globalThis, slot, () => {
    made = { value: compute() };
  });
  try {
    script.runInThisContext({ timeout: milliseconds });
  } catch (cause) {
    if (!isTimeout(cause)) throw cause;
    return undefined;
  } finally {
    Reflect.deleteProperty(globalThis, slot);
  }
  return made;
}

/** Milliseconds that this process has been on a processor. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** A computation that got less of the processor than this share of its limit waited for other programs. */
const ownShare = 0.5;

/** How many times longer a computation is waited for on a machine that has no time for it. */
const mostPatience = 32;

/**
 * Computes a value in a limited time. V8 ends scripts that take longer, amid a regular expression too; nothing else would
 * end code that never yields. What was ended while other programs had the processor is computed again, with twice the
 * time: what is left out of a build does not depend on what else the machine does.
 *
 * @param milliseconds 1 or more
 * @param compute may be called more than once
 * @throws TimeLimitError when it takes longer; what `compute` changed until then stays changed
 */
export function withTimeLimit<Value>(milliseconds: number, compute: () => Value): Value {
  for (let patience = 1; patience <= mostPatience; patience *= 2) {
    const before = processorTime();
    const made = attempt(milliseconds * patience, compute);
    if (made !== undefined) return made.value;
    if (processorTime() - before >= milliseconds * ownShare) break;
  }
  throw new TimeLimitError(`not done in ${milliseconds} ms`);
}

/** A value to compute, and how long that may take. */
export interface Task<Value> {
  /** Milliseconds, 1 or more. */
  readonly limit: number;
  /** May be called more than once. */
  readonly compute: () => Value;
}

/** The value that was computed, or what its computation threw. */
export type Settled<Value> = { readonly value: Value } | { readonly cause: unknown };

function settle<Value>(compute: () => Value): Settled<Value> {
  try {
    return { value: compute() };
  } catch (cause) {
    return { cause };
  }
}

/**
 * Computes values one after the other, each in a limited time, as `withTimeLimit` does. V8 starts a thread for every limit,
 * which takes longer than a small file does: all have one limit together, the shortest of theirs. The one at work when that
 * has passed is computed again with a limit of its own, and the others after it.
 */
export function settleInTime<Value>(tasks: readonly Task<Value>[]): Settled<Value>[] {
  const outcomes: Settled<Value>[] = [];
  while (outcomes.length < tasks.length) {
    const rest = tasks.slice(outcomes.length);
    const together = Math.min(...rest.map(({ limit }) => limit));
    const computeRest = (): void => {
      for (const { compute } of rest) outcomes.push(settle(compute));
    };
    if (rest.length > 1 && attempt(together, computeRest) !== undefined) break;
    const [slow] = tasks.slice(outcomes.length);
    if (slow !== undefined) outcomes.push(settle(() => withTimeLimit(slow.limit, slow.compute)));
  }
  return outcomes;
}

/** Longest that an article may take in each pass of a build, in milliseconds, and for each of its bytes. */
const shortest = 5_000;
const perByte = 0.03;

/**
 * Longest time in milliseconds for a file or text of so many bytes: ten times what running text takes, and three times what a
 * changelog of nothing but short items and links does.
 */
export const limitFor = (bytes: number): number => shortest + Math.ceil(perByte * bytes);
