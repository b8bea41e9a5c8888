import { styleText } from "node:util";
import { formatKinds, formatProblem, type Problem } from "../corpus/problem.ts";

/** Name of the variable that makes a build tell errors to the process that has started it, beside the terminal. */
export const tellsBuilder = "FOOTNOTE_TELLS";

/** Writes a line to stderr; in red, it is an error. */
export function log(message: string, colour?: "red" | "yellow"): void {
  console.error(colour === undefined ? message : styleText(colour, message, { stream: process.stderr }));
  if (colour === "red" && process.env[tellsBuilder] !== undefined) process.send?.(message);
}

/** How the problems of a corpus are reported, and which of them count. */
export interface ReportOptions {
  /** All of them, each on a line of its own, instead of a line for each kind of warning. */
  readonly verbose?: boolean;
  /** Warnings are errors. */
  readonly strict?: boolean;
}

const colours = { error: "red", warning: "yellow", note: undefined } as const;

/**
 * Prints the problems of a corpus: each error, and a line for each kind of warning and note.
 *
 * @param otherwise what happens instead when it cannot be published
 * @returns whether it can be published
 */
export function reportProblems(
  directory: string,
  found: readonly Problem[],
  otherwise: string,
  { verbose = false, strict = false }: ReportOptions = {},
): boolean {
  const problems = found.map(
    (problem): Problem =>
      strict && problem.severity === "warning" ? { ...problem, severity: "error" } : problem,
  );
  for (const severity of ["note", "warning", "error"] as const) {
    const some = problems.filter((problem) => problem.severity === severity);
    const lines = verbose || severity === "error" ? some.map(formatProblem) : formatKinds(some);
    for (const line of lines) log(line, colours[severity]);
  }
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (errors === 0) return true;
  log(`${errors} ${errors === 1 ? "error" : "errors"} in ${directory}; ${otherwise}`);
  return false;
}
