import { codeRanges, isWithin } from "./code-ranges.ts";

/** What only MyST has: a directive between fences of backquotes or colons, a role before code, and the name of what follows. */
const isMyst =
  /^[ \t>]*(?:`{3,}|~{3,}|:{3,})\{[a-z][\w:+-]*\}|\{[a-z][\w:+.-]*\}`|^\([a-z][\w:-]*\)=[ \t]*$/m;

/** A role at the end of a text, before the code that is its content. */
const roleBefore = /\{([a-z][\w:+.-]*)\}$/i;
/** Roles whose text is code. */
const codeRoles =
  /^(?:code|literal|file|samp|command|program|option|envvar|mod|func|data|const|class|meth|attr|type|exc|obj|confval|py|function|method|attribute|exception|module)$/;
/** Roles that show a sign, a drawing or what is filled in. */
const silentRoles =
  /^(?:octicon|material-.*|fa[srb]?|fa-.*|eval|footcite.*|raw.*|sub-ref|download-icon|bdg.*-line-none)$/;

/** Lines that open a directive, and the options that may follow it. */
const opening = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,}|:{3,})[ \t]*\{([a-z][\w:+-]*)\}/i;
const option = /^[ \t>]*:[a-z][\w-]*:(?:[ \t].*)?$/i;
const rule = /^[ \t>]*---[ \t]*$/;
const yamlOption = /^[ \t>]*(?:[\w-]+:(?:[ \t].*)?|[ \t]*- .*)$/;

/** A comment, a break between blocks or the parts of a card, the name of what follows, and fields of the whole page. */
const silentLine = /^[ \t>]*(?:%(?:[ \t].*)?|\+\+\+.*|\^\^\^[ \t]*|\([\w:/ .-]+\)=[ \t]*)$/;
const pageField = /^:[a-z-]+:(?:[ \t].*)?$/;

/** What readers see of the text in a role. */
function roleText(given: string, text: string): string {
  const role = given.split(":").at(-1) ?? "";
  if (silentRoles.test(role)) return "";
  // Without its bibliography a sentence still says what it is after: "is that of (Neal1999)".
  if (role === "cite") return `(${text})`;
  const [, title, target = text] = /^([\s\S]*?)\s*<([^<>]*)>$/.exec(text) ?? [];
  const shown = title !== undefined && title !== "" ? title : target.replace(/^[!~]+(?:.*[./])?/, "");
  if (codeRoles.test(role)) return `\`${shown}\``;
  if (!/^(?:ref|doc|numref|eq|any|external|download)$/.test(role)) return shown;
  return title === undefined
    ? shown
        .replace(/^.*\//, "")
        .replace(/\.\w+$|^#/g, "")
        .replace(/[-_]/g, " ")
    : shown;
}

/** Puts the text of roles in their place. Code that is a fence has none before it. */
function withoutRoles(text: string): string {
  let made = "";
  let end = 0;
  for (const range of codeRanges(text)) {
    const before = text.slice(end, range.start);
    const role = roleBefore.exec(before);
    const code = text.slice(range.start, range.end);
    const [, content] = /^(`+)([\s\S]*)\1$/.exec(code)?.slice(1) ?? [];
    made += before;
    if (role === null || content === undefined) made += code;
    else made = made.slice(0, -role[0].length) + roleText(role[1] ?? "", content.trim());
    end = range.end;
  }
  return made + text.slice(end);
}

/** How many lines of options follow a directive: fields, or YAML between two rules. */
function optionLines(lines: readonly string[], from: number): number {
  if (rule.test(lines[from] ?? "")) {
    const end = lines.findIndex((line, index) => index > from && !yamlOption.test(line));
    return end !== -1 && rule.test(lines[end] ?? "") ? end - from + 1 : 0;
  }
  let count = 0;
  while (option.test(lines[from + count] ?? "")) count += 1;
  return count;
}

/** Takes options of directives, comments and breaks out of a text. */
function withoutLines(text: string): string {
  const isInFence = isWithin(
    codeRanges(text).filter(
      ({ start, end }) =>
        text.slice(start, end).includes("\n") && !opening.test(text.slice(start, text.indexOf("\n", start))),
    ),
  );
  const lines = text.split("\n");
  const made: string[] = [];
  let at = 0;
  let isTop = true;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const isCode = isInFence(at);
    at += line.length + 1;
    const isDropped: boolean = !isCode && (silentLine.test(line) || (isTop && pageField.test(line)));
    isTop &&= isDropped || line.trim() === "";
    made.push(isDropped ? "" : line);
    if (isCode || !opening.test(line)) continue;
    const count = optionLines(lines, index + 1);
    for (const dropped of lines.slice(index + 1, index + 1 + count)) {
      made.push("");
      at += dropped.length + 1;
    }
    index += count;
  }
  return made.join("\n");
}

/**
 * Takes out of a text what MyST adds to Markdown besides directives: roles become what readers see of them; options of directives,
 * comments, breaks and names of places are dropped.
 */
export const withoutMyst = (text: string): string =>
  isMyst.test(text) ? withoutRoles(withoutLines(text)) : text;

/** Directives whose text is code. */
export const codeDirective =
  /^(?:code|code-block|code-cell|sourcecode|literalinclude|parsed-literal|highlight|prompt|doctest|testcode)$/;
/** Directives that draw something, list pages, or fill in what a program knows. */
export const silentDirective =
  /^(?:toctree|contents|tableofcontents|bibliography|raw|eval-rst|include|mermaid|graphviz|digraph|image|video|youtube|only|index|meta|if-|auto\w+|autodoc2-.*|argparse|click|highlight|tags|glue|embed|footbibliography|doc-.*|sectionauthor|codeauthor|myst-to-.*)$/;
