import type { Context } from "hono";
import { type ProblemStatus, problemTitles } from "../../api/statuses.ts";
import { IndexUnavailableError } from "../../index/store.ts";
import type { ProblemDocument } from "../../model/index.ts";
import { ConfigurationError } from "../config.ts";
import { noStore } from "./headers.ts";
import { logError } from "./log.ts";

/** Retry-After in seconds while the index cannot be read: about as long as a deploy takes. */
const retryAfter = 30;

interface ProblemOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly errors?: NonNullable<ProblemDocument["errors"]>;
  readonly instance?: string;
}

/** Thrown by a handler to answer with a problem document (RFC 9457). `message` is its `detail`: the client reads it. */
export class ProblemError extends Error {
  override name = "ProblemError";
  readonly status: ProblemStatus;
  readonly options: ProblemOptions;

  constructor(status: ProblemStatus, detail: string, options: ProblemOptions = {}) {
    super(detail);
    this.status = status;
    this.options = options;
  }
}

/** Converts any error to one that is safe to show a client. Internal failures are logged. */
export function toProblem(error: unknown, context: Context): ProblemError {
  if (error instanceof ProblemError) return error;
  return failure(error instanceof Error ? error : new Error("not an error"), context);
}

/** The response for an error: its own problem document, or one that reveals nothing about an internal failure. */
export function problemResponse(error: Error, context: Context): Response {
  const { status, message, options } = toProblem(error, context);
  const { headers, ...members } = options;
  const problem: ProblemDocument = {
    type: "about:blank",
    title: problemTitles[status],
    status,
    detail: message,
    ...members,
  };
  return context.body(JSON.stringify(problem), status, {
    ...headers,
    "Content-Type": "application/problem+json",
    ...noStore,
  });
}

/** Logs an internal failure under an instance id that the client gets too, so that a report leads to the log line. */
function failure(error: Error, context: Context): ProblemError {
  const unavailable = error instanceof IndexUnavailableError;
  const status = unavailable ? 503 : 500;
  const instance = `urn:uuid:${crypto.randomUUID()}`;
  logError({
    level: "error",
    instance,
    status,
    method: context.req.method,
    path: context.req.path,
    error: error.name,
    // Any other message could contain words of the question; a stack starts with the message, so only its frames are logged.
    message: unavailable || error instanceof ConfigurationError ? error.message : "",
    stack:
      error.stack
        ?.replace(error.message, "")
        .match(/^\s+at .*$/gm)
        ?.join("\n") ?? "",
  });
  return unavailable
    ? new ProblemError(status, "The index cannot be read at the moment. Try again later.", {
        instance,
        headers: { "Retry-After": String(retryAfter) },
      })
    : new ProblemError(status, "Something failed inside the service. Report it with this instance.", {
        instance,
      });
}
