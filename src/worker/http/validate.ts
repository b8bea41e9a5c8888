import type * as z from "zod/mini";
import { Faults } from "../../model/checks.ts";
import { invalidInput } from "./request.ts";

/**
 * Checks input from outside against a schema, which is for what is loaded when somebody asks for it.
 *
 * @throws ProblemError 400 that names every wrong field
 */
export function validateInput<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const result = schema.safeParse(input, { error: explain });
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap((issue) => {
    const { message } = issue;
    const path = issue.path.map(String);
    return issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ path: [...path, key], message }))
      : [{ path, message }];
  });
  throw invalidInput(new Faults(faults));
}

/** Rewrites zod's messages about types in plain words. */
function explain(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "unrecognized_keys") return "is not known here; leave it out";
  if (issue.code !== "invalid_type") return undefined;
  if (issue.input === undefined) return "is required";
  return issue.expected === "number" || issue.expected === "int" ? "must be a whole number" : undefined;
}
