import { pause } from "../platform.ts";

/**
 * How many messages the body of a request holds, by the older protocol in a list: each may ask a question. One where it is no JSON, which
 * the protocol answers in its own way.
 */
export function countMessages(body: Uint8Array): number {
  try {
    const messages: unknown = JSON.parse(new TextDecoder().decode(body));
    return Array.isArray(messages) ? Math.max(1, messages.length) : 1;
  } catch {
    return 1;
  }
}

/**
 * Does pieces of work one after the other, though they are asked for at once, as the questions of one request are. Between two of
 * them others have their turn.
 */
export function inTurn<Input, Output>(
  work: (input: Input) => Promise<Output>,
): (input: Input) => Promise<Output> {
  let last: Promise<unknown> | undefined;
  return (input) => {
    const before = last;
    const turn = (async () => {
      if (before !== undefined) {
        await before;
        await pause();
      }
      return work(input);
    })();
    // One that fails is its own client's to hear of.
    last = turn.catch(() => undefined);
    return turn;
  };
}
