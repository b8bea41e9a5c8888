import { shownName } from "../shared/shown-name.ts";
/** Something to be told about a file of the corpus. An error ends the build; a warning and a note do not. */
export interface Problem {
  /** Path below the corpus folder, `/` between parts. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** What is wrong and what to do about it, one line: the same for all problems of a kind. */
  readonly message: string;
  /** What tells this one apart from others of its kind, such as the name of a key. */
  readonly detail?: string;
  /** `note`: nothing is wrong, but the owner may want to know. */
  readonly severity: "error" | "warning" | "note";
}

function problem(
  severity: Problem["severity"],
  path: string,
  line: number,
  message: string,
  detail: string | undefined,
): Problem {
  return { path, line, message, ...(detail !== undefined && { detail }), severity };
}

/** A problem that ends the build. */
export function error(path: string, line: number, message: string, detail?: string): Problem {
  return problem("error", path, line, message, detail);
}

/** A problem that the build goes on after. */
export function warning(path: string, line: number, message: string, detail?: string): Problem {
  return problem("warning", path, line, message, detail);
}

/** What is not wrong, but may be news to the owner. */
export function note(path: string, line: number, message: string, detail?: string): Problem {
  return problem("note", path, line, message, detail);
}

const prefix = (severity: Problem["severity"]): string => (severity === "error" ? "" : `${severity}: `);
const suffix = (detail: string | undefined): string => (detail === undefined ? "" : `: ${detail}`);

/** `path:line: message`, the form that editors and terminals make clickable; what is no error says so. */
export function formatProblem({ path, line, message, detail, severity }: Problem): string {
  return `${shownName(path)}:${line}: ${prefix(severity)}${message}${suffix(detail)}`;
}

/** How many places of a kind are printed. */
const placesTold = 3;

/** Some of a kind, first those that differ in their detail. */
function examples(problems: readonly Problem[]): Problem[] {
  const details = new Set<string | undefined>();
  const telling = problems.filter(({ detail }) => !details.has(detail) && details.add(detail));
  return [...new Set([...telling.slice(0, placesTold), ...problems])].slice(0, placesTold);
}

/** One line for all problems of a kind: what is wrong, how often, and where for example. */
function formatKind(problems: readonly Problem[]): string {
  const [first] = problems;
  if (first === undefined) return "";
  if (problems.length === 1) return formatProblem(first);
  const places = examples(problems).map(
    ({ path, line, detail }) => `${shownName(path)}:${line}${detail === undefined ? "" : ` (${detail})`}`,
  );
  const more = problems.length > places.length ? ", …" : "";
  return `${prefix(first.severity)}${first.message} [${problems.length}: ${places.join(", ")}${more}]`;
}

/** Problems of all files as lines, one for each kind, in the order of the first of each kind. */
export function formatKinds(problems: readonly Problem[]): string[] {
  const kinds = Map.groupBy(problems, ({ severity, message }) => `${severity} ${message}`);
  return [...kinds.values()].map(formatKind);
}
