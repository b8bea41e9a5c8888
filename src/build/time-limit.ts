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

/**
 * Computes a value in a limited time. V8 ends scripts that take longer, amid a regular expression too; nothing else would
 * end code that never yields.
 *
 * @param milliseconds 1 or more
 * @throws TimeLimitError when it takes longer; what `compute` changed until then stays changed
 */
export function withTimeLimit<Value>(milliseconds: number, compute: () => Value): Value {
  let made: { value: Value } | undefined;
  Reflect.set(globalThis, slot, () => {
    made = { value: compute() };
  });
  try {
    script.runInThisContext({ timeout: milliseconds });
  } catch (cause) {
    throw isTimeout(cause) ? new TimeLimitError(`not done in ${milliseconds} ms`) : cause;
  } finally {
    Reflect.deleteProperty(globalThis, slot);
  }
  if (made === undefined) throw new TimeLimitError(`not done in ${milliseconds} ms`);
  return made.value;
}

/** Longest that an article may take in each pass of a build, in milliseconds, and for each of its bytes. */
const shortest = 5_000;
const perByte = 0.01;

/** Longest time in milliseconds for a file or text of so many bytes: a hundred times what texts take. */
export const limitFor = (bytes: number): number => shortest + Math.ceil(perByte * bytes);
