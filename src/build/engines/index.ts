import type { EngineName } from "../../corpus/names.ts";
import { IndexUnavailableError } from "../../index/store.ts";
import { compiled } from "./compiled/index.ts";
import { d1 } from "./d1/index.ts";
import type { NodeEngine } from "./engine.ts";

/** All engines. Nothing else in the build names one. */
export const engines: Readonly<Record<EngineName, NodeEngine>> = { compiled, d1 };

/** A message that says what to do about an error of an engine; undefined for any other error. */
export function explainEngineError(error: unknown): string | undefined {
  if (error instanceof IndexUnavailableError) return error.message;
  for (const { explain } of Object.values(engines)) {
    const message = explain?.(error);
    if (message !== undefined) return message;
  }
  return undefined;
}
