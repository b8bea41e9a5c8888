import { pageOf } from "./antora.ts";
import { outsideLiteral } from "./asciidoc-includes.ts";
import { referenceOf } from "./markdown/includes.ts";

/** A reference to another document that says no text of its own: the title of what it leads to stands there. */
const silent = /xref:([^\s[\],{}]+)\[\]|<<([\w./-]+#[\w.-]*)>>/g;
/** Most of them whose documents are read. */
const most = 200;

type Read = (path: string) => string | undefined;

/** The path below the corpus folder that a reference in a file leads to; undefined when it is of another component or leads out. */
function fileOf(target: string, path: string): string | undefined {
  const [name = ""] = target.split("#");
  const extension = /\.\w+$/.exec(path)?.[0] ?? ".adoc";
  const file = /\.\w+$/.test(name) ? name : `${name}${extension}`;
  return name === "" ? undefined : (pageOf(file, path) ?? referenceOf(file, path)?.path);
}

/** Paths below the corpus folder of the documents whose titles a text shows. */
export function pathsReferred(text: string, path: string): string[] {
  const files = [...text.matchAll(silent)].flatMap(
    ([, xref, short]) => fileOf(xref ?? short ?? "", path) ?? [],
  );
  return [...new Set(files)].slice(0, most);
}

/** The title of a document, or of the section in it that has a name. */
function titleIn(text: string, id: string): string | undefined {
  const lines = text.split("\n");
  const named =
    id === "" ? -1 : lines.findIndex((line) => line.startsWith(`[[${id}`) || line.startsWith(`[#${id}`));
  const [, section] = named === -1 ? [] : (/^=+[ \t]+(\S.*)$/.exec(lines[named + 1] ?? "") ?? []);
  return section ?? lines.flatMap((line) => /^=+[ \t]+(\S.*)$/.exec(line)?.[1] ?? [])[0];
}

/** What a reference shows: the title of what it leads to, or the name of its file in words. */
function shownFor(target: string, path: string, read: Read): string {
  const [name = "", id = ""] = target.split("#");
  const file = fileOf(target, path);
  const found = file === undefined ? undefined : read(file);
  const words = name
    .replace(/^.*[/:$]/, "")
    .replace(/\.\w+$/, "")
    .replace(/[-_]/g, " ");
  return (found === undefined ? undefined : titleIn(found, id)) ?? words;
}

/** A text whose references say what they lead to. */
export function withReferences(text: string, path: string, read: Read): string {
  return outsideLiteral(text, (prose) =>
    prose.replace(silent, (whole, xref: string | undefined, short: string | undefined) => {
      const target = xref ?? short ?? "";
      if (target.startsWith("#")) return whole;
      const shown = shownFor(target, path, read);
      return xref === undefined
        ? `<<${target},${shown}>>`
        : `xref:${target}[${shown.replaceAll("]", "\\]")}]`;
    }),
  );
}
