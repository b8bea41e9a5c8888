import { styleText } from "node:util";
import { formatProblem, type Problem } from "../corpus/problem.ts";

/** Writes a line to stderr. */
export const log = (message: string, colour?: "red" | "yellow"): void =>
  console.error(colour === undefined ? message : styleText(colour, message, { stream: process.stderr }));

/**
 * Prints all problems of a corpus.
 *
 * @param otherwise what happens instead when it cannot be published
 * @returns whether it can be published
 */
export function reportProblems(directory: string, problems: readonly Problem[], otherwise: string): boolean {
  for (const problem of problems) {
    log(formatProblem(problem), problem.severity === "error" ? "red" : "yellow");
  }
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (errors === 0) return true;
  log(`${errors} ${errors === 1 ? "error" : "errors"} in ${directory}; ${otherwise}`);
  return false;
}
