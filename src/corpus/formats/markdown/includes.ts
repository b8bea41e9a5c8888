/** Reads a file of the corpus by its path below the folder; undefined when it is not there. */
export type ReadIncluded = (path: string) => string | undefined;

/** Lines in code that name a file whose lines stand there: of mdBook and PyMdown. */
const inCode =
  /^[ \t]*(?:\{\{#(?:rustdoc_)?(?:include|playground)[ \t]+(\S+?)(?:[ \t][^}]*)?\}\}|-{1,}8<-{1,}[ \t]+["']?([^"'\s]+)["']?|<<<[ \t]+(\S+))[ \t]*$/;

const mdBook = /\{\{#(?:rustdoc_)?(?:include|playground)[ \t]+(\S+)[^}\n]*\}\}/g;
const others =
  /^[ \t]*(?:<<<[ \t]*(\S+)|\{\*[ \t]*(\S+).*\*\}|-{1,}8<-{1,}[ \t]+["']?([^"'\s]+)["']?|\{!>?[ \t]*(\S+?)[ \t]*!\})/gm;

/** A file and the part of it that is named. */
interface Reference {
  readonly path: string;
  /** The name of a region, or the first and last line, 1-based. */
  readonly part: string;
}

/** The path below the corpus folder that a name in a file means: from the file's folder or, with `/` or `@/`, from the top. */
export function referenceOf(name: string, from: string): Reference | undefined {
  const [, path = "", part = ""] = /^([^:#{]+)(?:[:#]([^{]*))?/.exec(name) ?? [];
  const isRooted = /^@?\//.test(path);
  const parts = isRooted ? [] : from.split("/").slice(0, -1);
  for (const step of path.replace(/^@?\//, "").split("/")) {
    if (step === "..") {
      // What leads out of the folder is not read.
      if (parts.pop() === undefined) return undefined;
    } else if (step !== "." && step !== "") parts.push(step);
  }
  return parts.length === 0 || parts.some((step) => step.startsWith("."))
    ? undefined
    : { path: parts.join("/"), part };
}

/** Paths below the corpus folder of all files that a text includes. */
export function includedPaths(text: string, from: string): string[] {
  if (!/\{\{#|<<<|\{\*|8<|\{!/.test(text)) return [];
  const names = [...text.matchAll(mdBook), ...text.matchAll(others)].map((match) =>
    match.slice(1).find((one) => one !== undefined),
  );
  const paths = names.map((name) => (name === undefined ? undefined : referenceOf(name, from)?.path));
  return [...new Set(paths.filter((path) => path !== undefined))];
}

/** The named part of a file: between the comments that begin and end a region, or from one line to another. */
function partOf(text: string, part: string): string {
  const lines = text.split("\n");
  const range = /^(\d+)?(?::(\d+)?)?$/.exec(part);
  if (part !== "" && range !== null) {
    const first = Number(range[1] ?? 1);
    const last = part.includes(":") ? Number(range[2] ?? lines.length) : first;
    return lines.slice(first - 1, last).join("\n");
  }
  const name = part.replace(/[^\w-]/g, "");
  const marker = /(?:#|\/\/|--|\/\*|<!--)\s*(?:#?(?:end)?region|ANCHOR(?:_END)?:|--8<--\s*\[(?:start|end))/;
  const begins = new RegExp(`(?:#?region\\s+|ANCHOR:\\s*|start:)${name}\\b`);
  const ends = new RegExp(`(?:#?endregion|ANCHOR_END:\\s*${name}\\b|end:${name}\\b)`);
  const first = name === "" ? -1 : lines.findIndex((line) => begins.test(line));
  const rest = first === -1 ? lines : lines.slice(first + 1);
  const last = first === -1 ? -1 : rest.findIndex((line) => ends.test(line));
  return rest
    .slice(0, last === -1 ? undefined : last)
    .filter((line) => !marker.test(line))
    .join("\n");
}

/** The text that a name includes; undefined when it is not in the folder. */
export function included(
  name: string,
  from: string,
  read: ReadIncluded,
): { text: string; path: string } | undefined {
  const reference = referenceOf(name, from);
  const text = reference === undefined ? undefined : read(reference.path);
  return reference === undefined || text === undefined
    ? undefined
    : { text: partOf(text, reference.part), path: reference.path };
}

/** Code with the lines that it includes; what is not in the folder is left out. */
export function withIncludes(code: string, from: string, read: ReadIncluded): string {
  if (!/\{\{#|8<|<<</.test(code)) return code;
  return code
    .split("\n")
    .flatMap((line) => {
      const name = inCode
        .exec(line)
        ?.slice(1)
        .find((one) => one !== undefined);
      if (name === undefined) return /^\s*-{1,}8<-{1,}\s*$/.test(line) ? [] : [line];
      const found = included(name, from, read);
      return found === undefined ? [] : [found.text.trimEnd()];
    })
    .join("\n");
}
