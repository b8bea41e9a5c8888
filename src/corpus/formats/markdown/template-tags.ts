import type { Range } from "../../../model/index.ts";
import { isBox } from "./boxes.ts";
import { blank, codeRanges } from "./code-ranges.ts";
import { type Attributes, type Marks, readAttributes } from "./marks.ts";

/** Where a tag opens: `{%`, `{{`, and a comment of Nunjucks. */
const opening = /\{%|\{\{|\{#(?=[\s-]|[^}\n]*#\})/g;

/** Tags that name a page, whose address is what stands for them in a link. */
const addresses = new Set("link post_url page url ref relref path static_url abslangurl".split(" "));

/** Tags whose argument is no text for readers. */
const silent =
  /^(?:include|include_relative|render|import|extends|set|assign|capture|if|elsif|elif|else|unless|case|when|for|block|macro|call|end.*|icon|image|img|figure|picture|svg|emoji|youtube|vimeo|video|gist|tweet|asset|static|css|js|partial|param|readfile|load|toc|redirect|from|with|layout|section|cycle|increment|anchor|button-group)$/i;

/** Tags that stand for a file. */
const including = /^(?:include|include_relative|include-markdown|readfile|render)$/i;

/** Tags that hide what is between them and their end. */
const hiding = /^comment$/i;

/** How far behind a text that is kept it is looked for what shows it, in characters. */
const showsWithin = 10_000;

/** A tag as it is written. */
interface Tag {
  readonly name: string;
  readonly kind: "open" | "close" | "alone" | "value";
  readonly args: string;
  readonly end: number;
}

/** Reads the tag at a place. Undefined when nothing closes it. */
function tagAt(text: string, start: number): Tag | undefined {
  const close = (mark: string, from = start + 2): number => text.indexOf(mark, from);
  const make = (inner: string, end: number): Tag => {
    const [, slash, name = "", args = ""] =
      /^[-~]?\s*(\/?)\s*([\w./-]*)\s*([\s\S]*?)\s*[-~]?$/.exec(inner) ?? [];
    const isAlone = args.endsWith("/");
    const isEnd = slash === "/" || /^end./.test(name);
    const kind = isEnd ? "close" : isAlone ? "alone" : "open";
    return { name: isEnd ? name.replace(/^end_?/, "") : name, kind, args: args.replace(/\/$/, ""), end };
  };
  const within = (from: number, mark: string): Tag | undefined => {
    const end = close(mark, from);
    return end === -1 ? undefined : make(text.slice(from, end), end + mark.length);
  };
  if (text.startsWith("{#", start)) {
    const end = close("#}");
    return end === -1 ? undefined : { name: "", kind: "value", args: "", end: end + 2 };
  }
  if (text.startsWith("{%", start)) return within(start + 2, "%}");
  if (text.startsWith("{{<", start)) return within(start + 3, ">}}");
  // Shortcodes, and tags of a preprocessor of mdBook's, which end like values.
  if (text.startsWith("{{%", start)) {
    const [end, plain] = [close("%}}"), close("}}")];
    return within(start + 3, plain !== -1 && (end === -1 || plain < end) ? "}}" : "%}}");
  }
  for (const [from, to] of [
    ["{{/*", "*/}}"],
    ["{{- /*", "*/ -}}"],
    ["{{!--", "--}}"],
  ] as const) {
    if (!text.startsWith(from, start)) continue;
    const end = close(to);
    return end === -1 ? undefined : { name: "", kind: "value", args: "", end: end + to.length };
  }
  const end = close("}}");
  return end === -1 ? undefined : { name: "", kind: "value", args: text.slice(start + 2, end), end: end + 2 };
}

/** Whether a tag stands alone on its lines, but for marks of lists and quotations before it. */
function isAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const feed = text.indexOf("\n", end);
  const after = text.slice(end, feed === -1 ? text.length : feed);
  return /^[\s>]*$/.test(before) && after.trim() === "";
}

/** Whether a line follows one of HTML, which would end with a blank line. */
function isInHtml(text: string, start: number): boolean {
  const end = text.lastIndexOf("\n", start - 1);
  const before = end <= 0 ? "" : text.slice(text.lastIndexOf("\n", end - 1) + 1, end).trim();
  return /^<\/?[a-z][^>]*>|^<!--|>$/i.test(before) && !before.startsWith(">");
}

/** Whether a place is where a link tells its address. */
function isInLink(text: string, start: number): boolean {
  return /(?:\]\(<?|(?:href|src)\s*=\s*["']?|^\[[^\]\n]*\]:[ \t]*)[^\s)"']*$/m.test(
    text.slice(Math.max(0, start - 300), start),
  );
}

/** Whether a place is where the definition of a link tells its address. */
const isDefinition = (text: string, start: number): boolean =>
  /^[ \t>]*\[[^\]\n]+\]:[ \t]*$/.test(text.slice(text.lastIndexOf("\n", start - 1) + 1, start));

/** The text that an expression or a tag is replaced by, if it tells one: a text in quotes, first of all. */
function literal(args: string): string | undefined {
  return /^\s*(?:"([^"]*)"|'([^']*)')/
    .exec(args)
    ?.slice(1)
    .find((one) => one !== undefined);
}

function titled(tag: Tag): Attributes {
  const { attributes, words } = readAttributes(tag.args);
  const [word] = words;
  return word === undefined ? attributes : { title: word, ...attributes };
}

class Templates {
  readonly #text: string;
  readonly #marks: Marks;
  readonly #code: readonly Range[];
  /** Ends that nothing is known to have, so that they are not looked for again. */
  readonly #missing = new Set<string>();

  constructor(text: string, marks: Marks) {
    this.#text = text;
    this.#marks = marks;
    this.#code = codeRanges(text);
  }

  /** Where the tag begins that ends a named one, and where it ends. */
  #endOf(name: string, from: number): Range | undefined {
    if (this.#missing.has(name)) return undefined;
    const pattern = new RegExp(
      `\\{(?:%-?\\s*end_?${name}\\s*-?%|\\{[<%]\\s*/\\s*${name}\\s*[>%]\\})\\}?`,
      "gi",
    );
    pattern.lastIndex = from;
    const match = pattern.exec(this.#text);
    if (match === null) this.#missing.add(name);
    return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
  }

  #replacement(tag: Tag, start: number): string {
    const text = this.#text;
    const alone = isAlone(text, start, tag.end);
    if (isInLink(text, start)) {
      const address = literal(tag.args) ?? (addresses.has(tag.name) ? tag.args.split(/\s/)[0] : "");
      // A definition without an address would be none, and its links text with brackets.
      return address || (isDefinition(text, start) ? "#" : "");
    }
    if (tag.kind === "value")
      return /^\s*[#/>^]/.test(tag.args) ? this.#include(tag, alone) : (literal(tag.args) ?? "");
    if (alone && tag.kind !== "close" && including.test(tag.name)) {
      const { attributes, words } = readAttributes(tag.args);
      const file = attributes["file"] ?? words[0] ?? tag.args.split(/\s/)[0] ?? "";
      return this.#marks.alone("include", { ...attributes, file });
    }
    if (alone && isBox(tag.name)) {
      if (tag.kind === "close") return this.#marks.close(tag.name);
      return tag.kind === "open"
        ? this.#marks.open(tag.name, titled(tag))
        : this.#marks.alone(tag.name, titled(tag));
    }
    const { attributes, words } = readAttributes(tag.args);
    if (tag.kind === "close" || addresses.has(tag.name)) return "";
    const said = attributes["caption"] ?? attributes["text"] ?? attributes["label"];
    if (said !== undefined) return said;
    const [word = ""] = words;
    return alone || silent.test(tag.name) || /^(?:https?:\/\/|\/)/.test(word) ? "" : word;
  }

  /** Includes of mdBook; other helpers of Handlebars say nothing. */
  #include(tag: Tag, alone: boolean): string {
    const file = /^\s*#(?:rustdoc_)?(?:include|playground)\s+(\S+)/.exec(tag.args)?.[1];
    return file !== undefined && alone ? this.#marks.alone("include", { file }) : "";
  }

  rewrite(): string {
    const text = this.#text;
    let made = "";
    let end = 0;
    let code = 0;
    opening.lastIndex = 0;
    for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
      const start = match.index;
      while ((this.#code[code]?.end ?? Number.POSITIVE_INFINITY) <= start) code += 1;
      const range = this.#code[code];
      if (range !== undefined && range.start <= start) {
        opening.lastIndex = range.end;
        continue;
      }
      const tag = tagAt(text, start);
      if (tag === undefined) continue;
      made += this.#verbatim(text.slice(end, start));
      const block = tag.kind === "open" ? this.#block(tag, start) : undefined;
      made += block?.text ?? this.#shown(tag, start);
      end = block?.end ?? tag.end;
      opening.lastIndex = end;
    }
    return made + this.#verbatim(text.slice(end));
  }

  /** What stands in place of a tag, on as many lines: never a blank one amid HTML, which would end there. */
  #shown(tag: Tag, start: number): string {
    const said = this.#replacement(tag, start);
    const isBlank = said === "" && isAlone(this.#text, start, tag.end) && isInHtml(this.#text, start);
    return (isBlank ? "<!-- -->" : said) + blank(this.#text.slice(start, tag.end));
  }

  /**
   * A text that a tag keeps under a name, as code: what is given to a highlighter below, or says by its name that it is code.
   * It stands where it is kept, which is where it is shown but for few lines.
   */
  #captured(tag: Tag): { text: string; end: number } | undefined {
    const name = /^["']?(\w+)["']?$/.exec(tag.args.trim())?.[1];
    const closing = name === undefined ? undefined : this.#endOf(tag.name, tag.end);
    if (name === undefined || closing === undefined) return undefined;
    const inner = this.#text.slice(tag.end, closing.start);
    const shown = new RegExp(`\\{\\{-?\\s*${name}\\s*\\|\\s*highlight\\w*\\s*(?:[(:]\\s*["'](\\w+))?`);
    const highlit = shown.exec(this.#text.slice(closing.end, closing.end + showsWithin));
    const isCode = highlit !== null || /code|snippet/i.test(name);
    if (!isCode || !/\S\s*\n|\n\s*\S/.test(inner)) return undefined;
    const code = this.#verbatim(inner).replace(/^\s*\n|\s+$/g, "");
    return { text: `\n\n\`\`\`\`\`${highlit?.[1] ?? ""}\n${code}\n\`\`\`\`\`\n`, end: closing.end };
  }

  /** A tag that stands for all up to its end: what is hidden, what is not to be looked at, and code. */
  #block(tag: Tag, start: number): { text: string; end: number } | undefined {
    if (/^(?:set|capture)$/i.test(tag.name)) return this.#captured(tag);
    const isHidden = hiding.test(tag.name);
    const isCode = /^highlight$|^code-?(?:block|toggle)$/i.test(tag.name);
    const isRaw = /^(?:raw|verbatim)$/i.test(tag.name);
    if (!isHidden && !isCode && !isRaw) return undefined;
    const closing = this.#endOf(tag.name, tag.end);
    if (closing === undefined) return undefined;
    const inner = this.#text.slice(tag.end, closing.start);
    if (isHidden) return { text: blank(this.#text.slice(start, closing.end)), end: closing.end };
    if (isRaw) return { text: inner, end: closing.end };
    const code = this.#verbatim(inner);
    if (!code.includes("\n")) return { text: `\`${code.trim()}\``, end: closing.end };
    const language = /^["']?([\w+#-]+)["']?(?=[\s,]|$)/.exec(tag.args)?.[1] ?? "";
    const begin = /^[ \t]*\n/.test(code) ? "" : "\n";
    // The fence closes in the item or quotation that it opens in.
    const line = this.#text.slice(this.#text.lastIndexOf("\n", start - 1) + 1, start);
    const indent = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/.test(line) ? line.replace(/[^>\s]/g, " ") : "";
    const opened = `\`\`\`\`\`${language}${begin}${code.replace(/\s*$/, "")}`;
    // Behind a line of HTML a fence would be its text.
    const apart = line.trim() === "" && isInHtml(this.#text, start) ? `\n${indent}` : "";
    return { text: `${apart}${opened}\n${indent}\`\`\`\`\`\n`, end: closing.end };
  }

  /** Text between tags. In code, the marks that keep a tag from being one are left out. */
  #verbatim(text: string): string {
    return text
      .replace(/^[ \t]*\{%-?\s*(?:end)?raw\s*-?%\}[ \t]*\n|\{%-?\s*(?:end)?raw\s*-?%\}/gm, "")
      .replace(/\{\{([<%])\/\*([\s\S]*?)\*\/([>%])\}\}/g, "{{$1$2$3}}");
  }
}

/**
 * Takes the tags of Liquid, Nunjucks, Handlebars and of Hugo's shortcodes out of a text. Comments are gone for good; a tag
 * that carries a text is replaced by it; in a link it becomes the address. Code stays as it is.
 */
export function withoutTemplates(text: string, marks: Marks): string {
  return text.includes("{%") || text.includes("{{") || text.includes("{#")
    ? new Templates(text, marks).rewrite()
    : text;
}
