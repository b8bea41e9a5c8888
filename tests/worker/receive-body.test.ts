import { expect, test } from "vitest";
import { maximumBatchLength } from "../../src/worker/http/request.ts";
import { json, serve } from "./fixture.ts";
import { problemOf } from "./problems.ts";

/** Bodies that one isolate waits for at a time. */
const capacity = 512;

const encode = (text: string) => new TextEncoder().encode(text);

/** A body of some chunks, which then ends, fails or hangs; and whether its reader has told it to stop. */
function body(chunks: readonly string[], end: "ends" | "fails" | "hangs") {
  const left = [...chunks];
  let isCancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = left.shift();
      if (chunk !== undefined) controller.enqueue(encode(chunk));
      else if (end === "ends") controller.close();
      else if (end === "fails") controller.error(new Error("reset"));
      else return new Promise(() => undefined);
    },
    cancel() {
      isCancelled = true;
    },
  });
  return { stream, isCancelled: () => isCancelled };
}

const post = (stream: ReadableStream<Uint8Array>): RequestInit => ({ ...json({}), body: stream });

test("a body that comes in pieces is read whole", async () => {
  const { stream } = body(['{"question"', ':"w', 'hy"}'], "ends");
  expect((await serve()("/api/ask", post(stream))).status).toBe(200);
});

test("a body that breaks off is 400, and is not taken for what has come of it", async () => {
  const { stream } = body(['{"question":"why"}'], "fails");
  const { detail } = await problemOf(await serve()("/api/ask", post(stream)), 400);
  expect(detail).toContain("broke off");
});

test("a body that is too long is read no further", async () => {
  const { stream, isCancelled } = body(["x".repeat(maximumBatchLength), "y"], "hangs");
  await problemOf(await serve()("/api/ask/batch", post(stream)), 413);
  expect(isCancelled()).toBe(true);
});

test("a body that does not come is told to stop", async () => {
  const { stream, isCancelled } = body(["{"], "hangs");
  await problemOf(await serve()("/api/ask", post(stream)), 408);
  expect(isCancelled()).toBe(true);
});

test("more bodies than an isolate waits for are turned away at once, and taken again later", async () => {
  const fetch = serve();
  const send = () => fetch("/api/ask", post(body(["{"], "hangs").stream));
  // All are sent before the first can be given up, however slow the machine is.
  const waiting = Array.from({ length: capacity }, send);
  const tooMany = send();
  const withoutBody = fetch("/api/ask?q=why");
  const refused = await tooMany;
  expect(refused.headers.get("Retry-After")).toBe("2");
  expect((await problemOf(refused, 503)).detail).toContain("being sent at once");
  expect((await withoutBody).status).toBe(200);
  for (const response of await Promise.all(waiting)) expect(response.status).toBe(408);
  expect((await fetch("/api/ask", json({ question: "why" }))).status).toBe(200);
});
