import type { Blockquote, Code, Heading, List, ListItem, Paragraph, Root, RootContent } from "mdast";
import { takeFrontMatter } from "../../front-matter/take.ts";
import { takeId, withWrittenIds } from "./attribute-lists.ts";
import { fencedBox, isAdmonition } from "./boxes.ts";
import { cellOf } from "./code-cells.ts";
import { shownCode } from "./code-marks.ts";
import { dropLead, isContents, isFileLink } from "./contents.ts";
import { type Definitions, definitionsIn, parseInside } from "./definitions.ts";
import { included, type ReadIncluded, withIncludes } from "./includes.ts";
import { type Attributes, type Mark, type Marks, withoutMarkLines } from "./marks.ts";
import { codeDirective, silentDirective } from "./myst.ts";
import type { Parsed } from "./parse.ts";

/** A component or box of a generator with what is in it. */
export interface Component {
  type: "component";
  name: string;
  attributes: Attributes;
  children: RootContent[];
}

declare module "mdast" {
  interface RootContentMap {
    component: Component;
  }
}

/** How files that a text includes are found and read. */
export interface Context {
  /** Of the file that includes them, below the corpus folder. */
  readonly path: string;
  readonly read: ReadIncluded;
  readonly parse: (text: string) => Parsed;
  /** What boxes of the text may refer to. */
  readonly definitions: Definitions;
  /** Files of Markdown by the components that stand for them. */
  readonly imports: ReadonlyMap<string, string>;
}

const markdownFile = /\.(?:md|mdx|qmd|markdown|txt)$/i;
/** Files that a site is put together from. */
const template = /\.(?:html?|njk|liquid|jinja2?|j2|twig|hbs|vto)$/i;
/** A piece of a template that is put together when a site is built. */
const logic =
  /\{%-?\s*(?:for|if|unless|case|set|assign|capture|include|import|extends|render|renderFile|macro|block)\b/;
/** Code that is drawn: what readers see is a picture. */
const drawn =
  /^(?:mermaid|plantuml|puml|dataview(?:js)?|tasks|query|base|excalidraw|chart|timeline-labeled)$/i;

const alert = /^\[!([\w-]+)\][+-]?[ \t]*([^\n]*)(?:\n|$)/;

/** The parts of a quotation, each of which begins with the mark of a box: several may stand in one. */
function alerts(node: Blockquote): Blockquote[] {
  const begins = node.children.flatMap((child, index) => {
    const start = child.type === "paragraph" ? child.children[0] : undefined;
    return index > 0 && start?.type === "text" && alert.test(start.value) ? [index] : [];
  });
  if (begins.length === 0) return [node];
  return [0, ...begins].map((from, part) => ({
    ...node,
    children: node.children.slice(from, begins[part]),
  }));
}

function onlyText({ children }: Heading | Paragraph): string {
  const [first, second] = children;
  return first?.type === "text" && second === undefined ? first.value : "";
}

/** Takes Pandoc's mark off the line below a table that says what it shows: `: Widths of lids`. */
function asCaption(node: RootContent): void {
  const first = node.type === "paragraph" ? node.children[0] : undefined;
  if (first?.type === "text") first.value = first.value.replace(/^: +/, "");
}

/** What the tag itself says that includes a file which is not there. */
function saidIn(attributes: Attributes): RootContent[] {
  const said = attributes["caption"];
  return said === undefined ? [] : [{ type: "paragraph", children: [{ type: "text", value: said }] }];
}

/** An included text with what the tag says in the places that Jekyll has for it. */
const withParameters = (text: string, attributes: Attributes): string =>
  text.replace(/\{\{-?\s*include\.([\w-]+)[^}\n]*\}\}/g, (_, name: string) => attributes[name] ?? "");

/** What stands between the marks of boxes becomes their content; a mark without its other is dropped. */
class Arrangement {
  readonly #marks: Marks;
  readonly #context: Context;

  constructor(marks: Marks, context: Context) {
    this.#marks = marks;
    this.#context = context;
  }

  all(nodes: readonly RootContent[]): RootContent[] {
    const open: { mark: Mark; outer: RootContent[] }[] = [];
    let made: RootContent[] = [];
    const close = (index: number): void => {
      for (const { mark, outer } of open.splice(index).reverse()) {
        outer.push({ type: "component", name: mark.name, attributes: mark.attributes, children: made });
        made = outer;
      }
    };
    for (const node of nodes) {
      const mark = node.type === "heading" ? this.#marks.of(onlyText(node)) : undefined;
      if (mark === undefined) {
        if (node.type === "list" && isContents(node)) dropLead(made);
        if (made.at(-1)?.type === "table") asCaption(node);
        made.push(...this.#one(node));
      } else if (mark.kind === "alone") made.push(...this.#alone(mark));
      else if (mark.kind === "open") {
        open.push({ mark, outer: made });
        made = [];
      } else {
        const index = open.findLastIndex((one) => one.mark.name === mark.name);
        if (index !== -1) close(index);
      }
    }
    // A box that nothing closes is its title, and what follows stands beside it.
    const flat: RootContent[] = [];
    for (const { mark, outer } of open) {
      for (const node of outer) flat.push(node);
      flat.push({ type: "component", name: mark.name, attributes: mark.attributes, children: [] });
    }
    return open.length === 0 ? made : [...flat, ...made];
  }

  #alone({ name, attributes }: Mark): RootContent[] {
    const { path, read, parse, imports } = this.#context;
    const file = name === "include" ? attributes["file"] : imports.get(name);
    if (file === undefined) return [{ type: "component", name, attributes, children: [] }];
    const found = included(file, path, read);
    if (found === undefined) return saidIn(attributes);
    if (template.test(found.path) && logic.test(found.text)) return saidIn(attributes);
    const isText =
      attributes["code"] !== "yes" &&
      (markdownFile.test(found.path) || template.test(found.path) || !/\.\w+$/.test(found.path));
    if (!isText)
      return this.#code({ type: "code", lang: /\.(\w+)$/.exec(found.path)?.[1] ?? null, value: found.text });
    const filled = withParameters(takeFrontMatter(found.path, found.text).body, attributes);
    const { tree, marks } = parse(filled);
    // What is included is not looked at for more to include.
    const context = {
      path: found.path,
      read: () => undefined,
      parse,
      definitions: definitionsIn(filled),
      imports: new Map(),
    };
    return new Arrangement(marks, context).all(tree.children);
  }

  #one(node: RootContent): RootContent[] {
    switch (node.type) {
      case "heading":
        return [this.#heading(node)];
      case "code":
        return this.#code(node);
      case "blockquote":
        return alerts(node).map((quote) => this.#quote(quote));
      case "list":
        return isContents(node) ? [] : this.#list(node);
      case "paragraph":
        return this.#paragraph(node);
      case "mdxJsxFlowElement":
        return node.children.length === 0 && this.#context.imports.has(node.name ?? "")
          ? this.#alone({ kind: "alone", name: node.name ?? "", attributes: {} })
          : [this.#inner(node)];
      case "html":
        return [{ ...node, value: withoutMarkLines(node.value) }];
      default:
        return "children" in node ? [this.#inner(node)] : [node];
    }
  }

  #inner<Node extends RootContent>(node: Node): Node {
    if (!("children" in node)) return node;
    return Object.assign(node, { children: this.all(node.children as RootContent[]) });
  }

  /** Outliners write a page as one list: an item that begins with a heading is a section, and the other items are lists. */
  #list(node: List): RootContent[] {
    const isSection = ({ children: [first] }: ListItem): boolean =>
      first?.type === "heading" && this.#marks.of(onlyText(first)) === undefined;
    if (!node.children.some(isSection)) return [this.#inner(node)];
    const parts: RootContent[] = [];
    let items: ListItem[] = [];
    const endList = (): void => {
      if (items.length > 0) parts.push(this.#inner({ ...node, children: items }));
      items = [];
    };
    for (const item of node.children) {
      if (!isSection(item)) items.push(item);
      else {
        endList();
        parts.push(...this.all(item.children));
      }
    }
    endList();
    return parts;
  }

  #heading(node: Heading): Heading {
    const last = node.children.at(-1);
    if (last?.type !== "text") return node;
    const { text, id } = takeId(last.value);
    if (id === undefined) return node;
    last.value = text;
    node.data = { ...node.data, hProperties: { id } };
    return node;
  }

  #code(node: Code): RootContent[] {
    if (drawn.test(node.lang ?? "")) return [];
    const { path, read } = this.#context;
    // Obsidian's plugin and MyST write boxes as fences, and MyST all else too.
    const note = /^ad-(\w+)$/.exec(node.lang ?? "")?.[1];
    if (note !== undefined && isAdmonition(note)) return [this.#box(note, node)];
    const fenced = fencedBox(node.lang ?? "", node.meta ?? "");
    if (fenced !== undefined) return [this.#box(fenced.name, { ...node, meta: fenced.title })];
    const cell = cellOf(node, this.#context.path);
    if (cell !== undefined) return cell.value.trim() === "" ? [] : [cell];
    const directive = /^\{([a-z][\w:+-]*)\}/i.exec(node.lang ?? "")?.[1]?.toLowerCase();
    if (directive === "include" && node.meta)
      return this.#alone({ kind: "alone", name: directive, attributes: { file: node.meta.trim() } });
    if (directive !== undefined) {
      if (silentDirective.test(directive)) return [];
      if (directive === "math") return [{ type: "math", value: node.value }];
      if (!codeDirective.test(directive)) return [this.#box(directive, node)];
    }
    const value = shownCode(
      withIncludes(withWrittenIds(withoutMarkLines(node.value)), path, read),
      node.lang ?? "",
      node.meta ?? "",
    );
    // The argument of a directive is its code's language.
    const lang = directive === undefined ? node.lang : (/^[\w+#-]+$/.exec(node.meta ?? "")?.[0] ?? null);
    return value.trim() === "" ? [] : [{ ...node, value, lang }];
  }

  /** A fence that is a box, with the Markdown that it holds. */
  #box(name: string, node: Code): Component {
    const { definitions, parse } = this.#context;
    const { tree, marks } = parseInside(node.value, definitions, parse);
    const title = node.meta ?? "";
    const children = new Arrangement(marks, this.#context).all(tree.children);
    return { type: "component", name, attributes: title === "" ? {} : { title }, children };
  }

  /** GitHub's alerts are quotations by their syntax alone. */
  #quote(node: Blockquote): Blockquote | Component {
    const [first, ...rest] = node.children;
    const start = first?.type === "paragraph" ? first.children[0] : undefined;
    const match = start?.type === "text" ? alert.exec(start.value) : null;
    if (match === null || first?.type !== "paragraph" || start?.type !== "text") {
      // Callouts of some plugins have a mark before their word: `>? EXAMPLE:`.
      if (start?.type === "text") start.value = start.value.replace(/^[?!][ \t]+(?=\p{Lu}{3,}:)/u, "");
      return this.#inner(node);
    }
    const [label, name = "note", line = ""] = match;
    // A line that goes on behind its text, as with code in it, is what the box says, and no title.
    const isTitle = label.endsWith("\n") || first.children.length === 1;
    const title = isTitle ? line : "";
    start.value = start.value.slice(isTitle ? label.length : label.length - line.length);
    const isEmpty = start.value === "" && first.children.length === 1;
    const children = this.all(isEmpty ? rest : node.children);
    return { type: "component", name, attributes: title === "" ? {} : { title }, children };
  }

  /** Tags of elements that swallow what follows as text, in a sentence about them, are not elements. */
  #paragraph(node: Paragraph): RootContent[] {
    node.children = node.children.filter(
      (child) =>
        child.type !== "html" ||
        !/^<\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext|noscript|template|select|svg)\b/i.test(
          child.value,
        ),
    );
    // A component on a line of its own is not in a paragraph, though its text stands on that line too.
    const shown = node.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
    const [only] = shown;
    // GitBook and others show a card for a link that is named by its file.
    if (shown.length === 1 && only?.type === "link" && isFileLink(only)) return [];
    if (shown.length === 1 && only?.type === "mdxJsxTextElement") {
      return [
        { ...only, type: "mdxJsxFlowElement", children: [{ type: "paragraph", children: only.children }] },
      ];
    }
    return [node];
  }
}

/** Arranges a parsed text as its readers see it: boxes around what is in them, included files in their places. */
export function arrange({ tree, marks }: Parsed, context: Context): Root {
  return { ...tree, children: new Arrangement(marks, context).all(tree.children) };
}
