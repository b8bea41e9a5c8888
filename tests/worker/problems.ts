import { expect } from "vitest";
import { type ProblemDocument, problemSchema } from "../../src/model/index.ts";

/** Checks that a response is a problem document with this status, that nobody keeps, and returns it. */
export async function problemOf(response: Response, status: number): Promise<ProblemDocument> {
  expect(response.status).toBe(status);
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  const problem = problemSchema.parse(await response.json());
  expect(problem).toMatchObject({ type: "about:blank", status });
  expect(problem.title).not.toBe("");
  return problem;
}

/** The names of the fields that a 400 response finds wrong. */
export async function wrongFields(response: Response): Promise<string[]> {
  const problem = await problemOf(response, 400);
  const fields = (problem.errors ?? []).map(({ field }) => field);
  for (const field of fields) expect(problem.detail).toContain(field);
  return fields;
}
