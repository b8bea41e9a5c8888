import type { Composition } from "../format.ts";
import { outsideCode } from "./code-ranges.ts";
import { importedFiles, referenceOf, referencesOf } from "./includes.ts";

/** Lines that show a whole file: of mdBook, PyMdown, markdown-include, DocFX, VitePress, Jekyll, Hugo and MyST. */
const whole =
  /^[ \t]*(?:\{\{#include[ \t]+([^\s:}]+)[ \t]*\}\}|-{1,}8<-{1,}[ \t]+["']([^"':#\n]+)["']|\{!>?[ \t]*([^\s!]+)[ \t]*!\}|!INCLUDE[ \t]+["']([^"'\n]+)["']|\[!INCLUDE[ \t]*\[[^\]\n]*\]\(([^)\s]+)\)\]|<!--[ \t]*@include:[ \t]*([^\s#{]+)[ \t]*-->|\{%-?[ \t]*(?:include_relative|include-markdown)[ \t]+["']?([^\s"'%]+)["']?[ \t]*-?%\}|\{\{[<%][ \t]*(?:include|readfile)[ \t]+(?:file=)?["']([^"'\n]+)["'][ \t]*[%>]\}\})[ \t]*$/gm;
/** The same as a directive of MyST without options: a fence with nothing in it. */
const directive = /^(`{3,}|:{3,})\{include\}[ \t]*(\S+)[ \t]*\n\1[ \t]*$/gm;
/** A module of MDX where it is shown. */
const component = /^[ \t]*<([A-Z]\w*)[ \t]*\/>[ \t]*$/gm;

/** Lines that say nothing to readers: headings, modules, comments. */
const silentLine = /^(?:#{1,6}[ \t].*|(?:import|export)[ \t].*|<!--.*-->|[ \t]*)$/gm;
const frontMatter = /^\uFEFF?---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n|$)/;

/** The files that a Markdown text shows whole, in its own place and not as code. */
export function compositionOfMarkdown(given: string, path: string): Composition {
  if (!/\{\{[#<%]|8<|\{!|INCLUDE|@include|\{include\}|\{%|^import/m.test(given))
    return { parts: [], hasOwnText: true };
  const text = given.replace(/\r\n?/g, "\n").replace(frontMatter, "");
  const names: string[] = [];
  const modules = importedFiles(text);
  const take = (name: string | undefined): string => {
    if (name !== undefined) names.push(name);
    return "";
  };
  const rest = outsideCode(
    text.replace(directive, (_, __, name: string) => take(name)),
    (prose) =>
      prose
        .replace(whole, (_, ...groups: unknown[]) =>
          take(groups.slice(0, 8).find((group): group is string => typeof group === "string")),
        )
        .replace(component, (tag, name: string) => (modules.has(name) ? take(modules.get(name)) : tag)),
  );
  const parts = names.map((name) => referencesOf(name, path).map((reference) => reference.path));
  return { parts, hasOwnText: rest.replace(silentLine, "").trim() !== "" };
}

const link = /\]\(<?([^\s)#?>]+)|^[ \t]*\[[^\]\n]+\]:[ \t]*<?([^\s#?>]+)|href=["']([^"'#?]+)["']/gm;

/** Paths that a Markdown text links to, with or without their extension. */
export function linkedPaths(text: string, path: string): string[] {
  // What is included is named as links are.
  return [...text.replace(/\[!INCLUDE[^\n]*/g, "").matchAll(link)].flatMap(([, ...names]) => {
    const name = names.find((one) => one !== undefined) ?? "";
    if (/^[a-z][\w+.-]*:/i.test(name)) return [];
    return referenceOf(name.replace(/\/$/, ""), path)?.path ?? [];
  });
}
