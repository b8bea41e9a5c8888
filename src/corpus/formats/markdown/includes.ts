/** Reads a file of the corpus by its path below the folder; undefined when it is not there. */
export type ReadIncluded = (path: string) => string | undefined;

/** Lines in code that name a file whose lines stand there: of mdBook and PyMdown. */
const inCode =
  /^[ \t]*(?:\{\{#(?:rustdoc_)?(?:include|playground)[ \t]+(\S+?)(?:[ \t][^}]*)?\}\}|-{1,}8<-{1,}[ \t]+["']?([^"'\s]+)["']?|<<<[ \t]+(\S+))[ \t]*$/;

const mdBook = /\{\{#(?:rustdoc_)?(?:include|playground)[ \t]+(\S+)[^}\n]*\}\}/g;
const others =
  /^[ \t]*(?:<<<[ \t]*(\S+)|\{\*[ \t]*(\S+).*\*\}|-{1,}8<-{1,}[ \t]+["']?([^"'\s]+)["']?|\{!>?[ \t]*(\S+?)[ \t]*!\}|<!--[ \t]*@include:[ \t]*(\S+?)[ \t]*-->|\[!INCLUDE[ \t]*\[[^\]\n]*\]\(([^)\s]+)\)\]|(?:`{3,}|:{3,})\{include\}[ \t]*(\S+))/gm;

/** Tags of templates that include a file: of Jekyll, GitBook, Quarto, Docsy and MkDocs. */
const tags =
  /\{(?:%-?|\{[<%])\s*(?:include|include_relative|include-markdown|readfile|render)\s+(?:(?:file=)?["']([^"'\n]+)["']|([^\s"'%>}]+\.\w+))/g;
const lines = /^[ \t]*!INCLUDE[ \t]+["']([^"'\n]+)["']/gm;
/** A module of MDX that is shown where its name stands as a component. */
const imported = /^import[ \t]+(\w+)[ \t]+from[ \t]+["']([^"'\n]+\.mdx?)["']/gm;

/** Names of components and the files of Markdown that they stand for. */
export const importedFiles = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(imported)].map(([, name = "", file = ""]) => [name, file]));

/** A file and the part of it that is named. */
interface Reference {
  readonly path: string;
  /** The name of a region, or the first and last line, 1-based. */
  readonly part: string;
}

/** The hidden folder whose files are meant to be included. */
export const gitBookFolder = ".gitbook";

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
  return parts.length === 0 || parts.some((step) => step.startsWith(".") && step !== gitBookFolder)
    ? undefined
    : { path: parts.join("/"), part };
}

/** Where generators look for a file that is not beside the one that includes it. */
const partials = ["_includes", "includes", "_partials", "partials", "_snippets", "snippets"];

/** All that a name in a file may mean: beside it, from the top, in a folder of partials, or on a site that the folder is a part of. */
export function referencesOf(name: string, from: string): Reference[] {
  const beside = referenceOf(name, from);
  if (/^@?(?:site|docs)?\//.test(name)) {
    const steps = name.replace(/^@?(?:site|docs)?\//, "").split("/");
    const below = steps.map((_, index) => referenceOf(`/${steps.slice(index).join("/")}`, from));
    return [beside, ...below].filter((one) => one !== undefined);
  }
  const found = partials.map((folder) => referenceOf(`/${folder}/${name}`, from));
  return [beside, referenceOf(`/${name}`, from), ...found].filter((one) => one !== undefined);
}

/** Paths below the corpus folder of all files that a text includes. */
export function includedPaths(text: string, from: string): string[] {
  if (!/\{\{#|<<<|\{\*|8<|\{!|!INCLUDE|@include|\{include\}|\{%|\{\{[<%]|^import/m.test(text)) return [];
  const names = [mdBook, others, tags, lines].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => match.slice(1).find((one) => one !== undefined) ?? []),
  );
  const all = [...names, ...importedFiles(text).values()];
  return [...new Set(all.flatMap((name) => referencesOf(name, from).map(({ path }) => path)))];
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
  for (const { path, part } of referencesOf(name, from)) {
    const text = read(path);
    if (text !== undefined) return { text: partOf(text, part), path };
  }
  return undefined;
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
