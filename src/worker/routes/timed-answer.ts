import type { Answerer } from "../../answer/answer.ts";
import type { Answer, AskRequest } from "../../model/index.ts";
import { pause } from "../platform.ts";

/** An answer and its latency in milliseconds. */
export interface TimedAnswer {
  readonly answer: Answer;
  readonly latency: number;
}

/**
 * Characters of a question from which on others have their turn while it is answered: it may take thirty times as long as a short one,
 * for which ten pauses of a millisecond would be most of its latency.
 */
export const longQuestion = 200;

/** Answers and measures the latency. A Worker's clock advances during I/O, not during computation. */
export async function answerTimed({ ask }: Answerer, request: AskRequest): Promise<TimedAnswer> {
  const started = performance.now();
  const answer = await (request.question.length < longQuestion ? ask(request) : ask(request, pause));
  return { answer, latency: performance.now() - started };
}
