/** Something wrong with a file of the corpus. An error ends the build, a warning does not. */
export interface Problem {
  /** Path below the corpus folder, `/` between parts. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** What is wrong and what to do about it, one line. */
  readonly message: string;
  readonly severity: "error" | "warning";
}

export function error(path: string, line: number, message: string): Problem {
  return { path, line, message, severity: "error" };
}

export function warning(path: string, line: number, message: string): Problem {
  return { path, line, message, severity: "warning" };
}

/** `path:line: message`, the form that editors and terminals make clickable; a warning says that it is one. */
export function formatProblem({ path, line, message, severity }: Problem): string {
  return `${path}:${line}: ${severity === "warning" ? "warning: " : ""}${message}`;
}
