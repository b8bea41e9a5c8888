import type { Answerer } from "../../answer/answer.ts";
import type { Answer, AskRequest } from "../../model/index.ts";

/** An answer and its latency in milliseconds. */
export interface TimedAnswer {
  readonly answer: Answer;
  readonly latency: number;
}

/** Answers and measures the latency. A Worker's clock advances during I/O, not during computation. */
export async function answerTimed({ ask }: Answerer, request: AskRequest): Promise<TimedAnswer> {
  const started = performance.now();
  const answer = await ask(request);
  return { answer, latency: performance.now() - started };
}
