import { readFileSync } from "node:fs";
import { z } from "zod";
import type { TestReport } from "./test-answers.ts";

const reportSchema = z.object({
  questions: z.array(
    z.object({
      ask: z.string(),
      passed: z.boolean(),
      answered: z.boolean(),
      confidence: z.number(),
      quotes: z.array(z.object({ text: z.string(), article: z.string() })),
    }),
  ),
});

/** Thrown when a file holds no report of `footnote test`. The message says what to do. */
export class ReportError extends Error {
  override name = "ReportError";
}

/** Reads a report of an earlier test. @throws ReportError when there is none */
export function readTestReport(path: string): Pick<TestReport, "questions"> {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    throw new ReportError(`${path} holds no report; write one with footnote test --json ${path}`, { cause });
  }
}
