import * as z from "zod";
import type { Problem } from "../model.ts";
import { ProblemError } from "./problem.ts";

/** Most bytes a request body may have: a question of 500 characters, escaped, fits several times. */
const maximumBodyLength = 16 * 1024;

/**
 * Checks input from outside against a schema.
 *
 * @throws ProblemError 400 that names every wrong field
 */
export function validate<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input, { error: explain });
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((field) => ({ field, message: issue.message }))
      : [{ field: issue.path.join(".") || "body", message: issue.message }],
  );
  throw invalid(errors);
}

function invalid(errors: NonNullable<Problem["errors"]>): ProblemError {
  return new ProblemError(400, errors.map(({ field, message }) => `${field}: ${message}`).join("; "), {
    errors,
  });
}

/** Plain words for what zod says in terms of types. */
function explain(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "unrecognized_keys") return "is not known here; leave it out";
  return issue.code === "invalid_type" && issue.input === undefined ? "is required" : undefined;
}

/** A whole number in decimal digits, as a query holds it. */
export const digitsSchema = z
  .string()
  .regex(/^\d{1,9}$/, "must be a whole number of at most 9 digits")
  .transform(Number)
  .optional();

/**
 * The parameters of a query; an empty one counts as absent.
 *
 * @throws ProblemError 400 that names every parameter given more than once
 */
export function readQuery(url: string): Readonly<Record<string, string>> {
  const parameters = Array.from(new URL(url).searchParams);
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const [name] of parameters) (seen.has(name) ? repeated : seen).add(name);
  if (repeated.size > 0) {
    throw invalid(
      Array.from(repeated, (field) => ({ field, message: "is given more than once; give it once" })),
    );
  }
  return Object.fromEntries(parameters.filter(([, value]) => value !== ""));
}

/**
 * The body of a request as a JSON value.
 *
 * @throws ProblemError 415 when it is not said to be JSON, 413 when it is too long, 400 when it is not JSON
 */
export async function readJson(request: Request): Promise<unknown> {
  const mediaType = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") {
    throw new ProblemError(415, "Send the question as JSON, with Content-Type: application/json.", {
      headers: { Accept: "application/json" },
    });
  }
  const bytes = await readBody(request.body);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    throw new ProblemError(400, 'The body is not JSON in UTF-8. Send an object such as {"question": "…"}.');
  }
}

/** Counts bytes as they come, for a Content-Length may be absent or wrong, and reads no more once they are too many. */
async function readBody(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const bytes = new Uint8Array(maximumBodyLength);
  let length = 0;
  for await (const chunk of body ?? []) {
    if (length + chunk.length > maximumBodyLength) {
      throw new ProblemError(413, `The body is over ${maximumBodyLength} bytes. Send the question alone.`);
    }
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return bytes.subarray(0, length);
}
