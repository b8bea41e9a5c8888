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
