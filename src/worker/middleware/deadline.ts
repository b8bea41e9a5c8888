import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../env.ts";
import { ProblemError } from "../http/problem.ts";

/** Milliseconds in which every request is answered, by what it asked for or by a problem document. */
export const deadline = 1_900;

/** The promise of a read that may never end, or a rejection with what `late` makes once `milliseconds` are over. */
export async function withTimeout<Value>(
  milliseconds: number,
  work: Promise<Value>,
  late: () => Error,
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), milliseconds);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** Answers 503 when nothing else was answered in time: a reader who waits for what hangs learns nothing. */
export const answerInTime: MiddlewareHandler<AppEnv> = (_, next) =>
  withTimeout(deadline, next(), () => {
    return new ProblemError(503, "The answer took too long. Try again later.", {
      headers: { "Retry-After": "5" },
    });
  });
