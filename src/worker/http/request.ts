import type { Context } from "hono";
import type * as z from "zod/mini";
import { noQuerySchema } from "../../api/parameters.ts";
import type { ProblemDocument } from "../../model/index.ts";
import type { AppEnv } from "../env.ts";
import { ProblemError } from "./problem.ts";

/** Maximum size of a request body in bytes: a question of 2,000 escaped characters fits. */
export const maximumBodyLength = 16 * 1024;
/** Maximum size in bytes of a request body with several questions. */
export const maximumBatchLength = 64 * 1024;

/**
 * Checks input from outside against a schema.
 *
 * @throws ProblemError 400 that names every wrong field
 */
export function validateInput<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const result = schema.safeParse(input, { error: explain });
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ field: [...issue.path, key].join("."), message: issue.message }))
      : [{ field: issue.path.join(".") || "body", message: issue.message }],
  );
  throw invalid(errors);
}

function invalid(errors: NonNullable<ProblemDocument["errors"]>): ProblemError {
  return new ProblemError(400, errors.map(({ field, message }) => `${field}: ${message}`).join("; "), {
    errors,
  });
}

/** Rewrites zod's messages about types in plain words. */
function explain(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "unrecognized_keys") return "is not known here; leave it out";
  if (issue.code !== "invalid_type") return undefined;
  if (issue.input === undefined) return "is required";
  return issue.expected === "number" || issue.expected === "int" ? "must be a whole number" : undefined;
}

/**
 * The parameters of a query, those that are whole numbers of at most nine digits as numbers. An empty one counts as
 * absent.
 *
 * @throws ProblemError 400 that names every parameter given more than once
 */
export function readQuery(url: string): Readonly<Record<string, string | number>> {
  const parameters = Array.from(new URL(url).searchParams);
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const [name] of parameters) (seen.has(name) ? repeated : seen).add(name);
  if (repeated.size > 0) {
    throw invalid(
      Array.from(repeated, (field) => ({ field, message: "is given more than once; give it once" })),
    );
  }
  return Object.fromEntries(
    parameters
      .filter(([, value]) => value !== "")
      .map(([name, value]) => [
        name,
        countingParameters.has(name) && /^\d{1,9}$/.test(value) ? Number(value) : value,
      ]),
  );
}

/** Parameters whose value is a whole number. */
const countingParameters: ReadonlySet<string> = new Set(["days", "limit", "offset"]);

/** @throws ProblemError 400 when a route without parameters gets some: a typo must not look like a filter that worked. */
export function refuseQuery(url: string): void {
  validateInput(noQuerySchema, readQuery(url));
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
