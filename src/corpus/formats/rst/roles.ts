import type { ElementContent } from "hast";
import { h } from "hastscript";

/** Roles whose text is code. */
const code =
  /^(?:code|literal|file|samp|command|program|option|envvar|regexp|makevar|mod|func|data|const|class|meth|attr|type|exc|obj|macro|struct|member|enum|var|confval|setting|djadmin|ref-code|py|source|keyword|token|mimetype|dfn-code)$/;

/** Roles that are shown as a name before a number. */
const numbered: Readonly<Record<string, string>> = {
  pep: "PEP ",
  rfc: "RFC ",
  issue: "#",
  ghissue: "#",
  gh: "#",
  pr: "#",
  pull: "#",
  cve: "CVE-",
  cwe: "CWE-",
  ticket: "#",
  user: "@",
};

/** A text with where it leads: `title <target>`. */
function titled(text: string): { title?: string; target: string } {
  const match = /^([\s\S]*?)\s*<([^<>]*)>$/.exec(text);
  return match?.[1] ? { title: match[1], target: match[2] ?? "" } : { target: text };
}

/** The name of a thing of a program as it is shown: `~a.b.C` is `C`. */
function shortName(target: string): string {
  const name = target.replace(/^!/, "");
  return name.startsWith("~") ? (name.slice(1).split(".").at(-1) ?? name) : name.replace(/^\./, "");
}

/**
 * The text in a role as its readers see it.
 *
 * @param labels titles of the headings that labels stand before
 */
export function roleContent(
  given: string,
  text: string,
  labels: ReadonlyMap<string, string>,
): ElementContent[] {
  const role = given.split(":").at(-1) ?? "";
  const { title, target } = titled(text);
  if (role === "doc" || role === "ref" || role === "numref" || role === "download") {
    const shown =
      title ??
      labels.get(target.toLowerCase()) ??
      target
        .replace(/\/index$/, "")
        .replace(/^.*\//, "")
        .replace(/[-_]/g, " ");
    return role === "doc" ? [h("a", { href: `${target}.rst` }, shown)] : [{ type: "text", value: shown }];
  }
  const prefix = numbered[role];
  if (prefix !== undefined) return [{ type: "text", value: title ?? prefix + target }];
  if (role === "menuselection") return [{ type: "text", value: text.replace(/\s*-->\s*/g, " › ") }];
  if (role === "guilabel") return [h("strong", text.replace(/&(?=\w)/g, ""))];
  if (role === "sub" || role === "subscript") return [h("sub", text)];
  if (role === "sup" || role === "superscript") return [h("sup", text)];
  if (role === "kbd") return [h("kbd", text)];
  if (role === "abbr") return [h("abbr", text)];
  if (role === "strong") return [h("strong", text)];
  if (/^(?:emphasis|title-reference|t|title)$/.test(role)) return [h("em", text)];
  if (role === "raw-html" || role === "raw") return [];
  if (!code.test(role)) return [{ type: "text", value: title ?? shortName(target) }];
  const call = /^(?:func|meth)$/.test(role) && title === undefined && !target.endsWith(")") ? "()" : "";
  return [h("code", title ?? shortName(target) + call)];
}
