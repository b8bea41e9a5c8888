import type { Answerer } from "../../answer/answer.ts";
import type { Answer, AskRequest } from "../../model/index.ts";

/** An answer and how many milliseconds it took. */
export interface TimedAnswer {
  readonly answer: Answer;
  readonly latency: number;
}

/** Answers, and tells how long that took. A Worker's clock moves on with what it waits for, not with what it computes. */
export async function answerTimed({ ask }: Answerer, request: AskRequest): Promise<TimedAnswer> {
  const started = performance.now();
  const answer = await ask(request);
  return { answer, latency: performance.now() - started };
}
