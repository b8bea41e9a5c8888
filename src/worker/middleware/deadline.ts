import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../env.ts";
import { ProblemError } from "../http/problem.ts";

/** Milliseconds within which every request gets its response or a problem document. */
export const deadline = 1_900;

/** Resolves with `work`, or rejects with `timeoutError()` once `milliseconds` have passed; `work` itself goes on. */
export async function withTimeout<Value>(
  milliseconds: number,
  work: Promise<Value>,
  timeoutError: () => Error,
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timeoutError()), milliseconds);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** Answers 503 when nothing else was answered in time: a reader who waits for what hangs learns nothing. */
export const answerInTime: MiddlewareHandler<AppEnv> = (context, next) => {
  const expired = new AbortController();
  context.set("expired", expired.signal);
  return withTimeout(deadline, next(), () => {
    expired.abort();
    return new ProblemError(503, "The answer took too long. Try again later.", {
      headers: { "Retry-After": "5" },
    });
  });
};
