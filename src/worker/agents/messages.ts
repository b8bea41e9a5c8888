import { ProblemError } from "../http/problem.ts";
import { pause } from "../platform.ts";

/** Messages of one request at most: as many as a batch over HTTP may have questions. */
export const maximumMessages = 20;

/**
 * How many messages the body of a request holds, by the older protocol in a list: each may ask a question. One where it is no JSON, which
 * the protocol answers in its own way.
 *
 * @throws ProblemError 400 when they are too many
 */
export function countMessages(body: Uint8Array): number {
  let messages: unknown;
  try {
    messages = JSON.parse(new TextDecoder().decode(body));
  } catch {
    return 1;
  }
  const count = Array.isArray(messages) ? messages.length : 1;
  if (count > maximumMessages) {
    throw new ProblemError(
      400,
      `A request has at most ${maximumMessages} messages. Send the others in another.`,
    );
  }
  return Math.max(1, count);
}

/**
 * Does pieces of work one after the other, though they are asked for at once, as the questions of one request are. Between two of
 * them others have their turn.
 *
 * @param expired ends what was not begun: the client was answered already
 */
export function inTurn<Input, Output>(
  work: (input: Input) => Promise<Output>,
  expired: AbortSignal,
): (input: Input) => Promise<Output> {
  let last: Promise<unknown> | undefined;
  return (input) => {
    const before = last;
    const turn = (async () => {
      if (before !== undefined) {
        await before;
        await pause();
      }
      if (expired.aborted) throw new ProblemError(503, "The answers took too long. Ask fewer at a time.");
      return work(input);
    })();
    // One that fails is its own client's to hear of.
    last = turn.catch(() => undefined);
    return turn;
  };
}
