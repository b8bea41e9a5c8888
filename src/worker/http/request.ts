import type { Context } from "hono";
import { checkNoQuery } from "../../api/inputs.ts";
import { type Check, describeFaults, Faults, fieldName } from "../../model/checks.ts";
import { readParameters } from "../../model/question.ts";
import type { AppEnv } from "../env.ts";
import { ProblemError } from "./problem.ts";

/** Maximum size of a request body in bytes: a question of 2,000 escaped characters fits. */
export const maximumBodyLength = 16 * 1024;
/** Maximum size in bytes of a request body with several questions. */
export const maximumBatchLength = 64 * 1024;

/** @throws ProblemError 400 that names every wrong field */
export function checkInput<Value>(check: Check<Value>, input: unknown): Value {
  const checked = check(input);
  if (checked instanceof Faults) throw invalidInput(checked);
  return checked;
}

/** The problem of input that was not taken, with its faults. */
export function invalidInput(faults: Faults): ProblemError {
  const errors = faults.list.map(({ path, message }) => ({ field: fieldName(path), message }));
  return new ProblemError(400, describeFaults(faults), { errors });
}

/**
 * The parameters of a query.
 *
 * @throws ProblemError 400 that names every parameter given more than once
 * @see readParameters
 */
export function readQuery(url: string): Readonly<Record<string, string | number>> {
  const parameters = readParameters(new URL(url).searchParams);
  if (parameters instanceof Faults) throw invalidInput(parameters);
  return parameters;
}

/** @throws ProblemError 400 when a route without parameters gets some: a typo must not look like a filter that worked. */
export function refuseQuery(url: string): void {
  checkInput(checkNoQuery, readQuery(url));
}

/**
 * The bytes of a request's body, which were read before; none when it has no body.
 *
 * @param maximumLength in bytes
 * @throws ProblemError 413 when it is too long
 */
export function receivedBody(context: Context<AppEnv>, maximumLength: number): Uint8Array<ArrayBuffer> {
  const bytes = context.req.raw.body === null ? new Uint8Array() : context.get("body");
  if (bytes === undefined || bytes.length > maximumLength) {
    throw new ProblemError(413, `The body is over ${maximumLength} bytes. Send the questions alone.`);
  }
  return bytes;
}

/**
 * The body of a request as a JSON value.
 *
 * @param maximumLength in bytes
 * @throws ProblemError 415 when it is not said to be JSON in UTF-8, 413 when it is too long, 400 when it is not JSON
 */
export function readJson(context: Context<AppEnv>, maximumLength: number): unknown {
  const [mediaType = "", ...parameters] = (context.req.header("Content-Type") ?? "").toLowerCase().split(";");
  const charset = parameters.find((parameter) => parameter.trim().startsWith("charset="));
  const isUtf8 = charset === undefined || /=\s*"?utf-?8"?\s*$/.test(charset);
  if (mediaType.trim() !== "application/json" || !isUtf8) {
    throw new ProblemError(415, "Send the question as JSON in UTF-8, with Content-Type: application/json.", {
      headers: { Accept: "application/json" },
    });
  }
  const bytes = receivedBody(context, maximumLength);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    throw new ProblemError(400, 'The body is not JSON in UTF-8. Send an object such as {"question": "…"}.');
  }
}
