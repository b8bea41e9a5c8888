import type { ElementContent } from "hast";
import { h } from "hastscript";
import type {
  RstDefinitionListItem,
  RstDirective,
  RstDocument,
  RstFieldListItem,
  RstHyperlinkRef,
  RstHyperlinkTarget,
  RstInterpretedText,
  RstNode,
  RstOptionListItem,
  RstSection,
  RstSubstitutionDef,
  RstTable,
} from "rst-compiler";
import { directiveContent, type Tools } from "./directives.ts";
import { withMarks } from "./missed-marks.ts";
import { roleContent } from "./roles.ts";

const isA =
  <Node extends RstNode>(type: string) =>
  (node: RstNode): node is Node =>
    node.nodeType === type;
const isTarget = isA<RstHyperlinkTarget>("HyperlinkTarget");
const isSection = isA<RstSection>("Section");
const isNote = (node: RstNode | undefined): boolean =>
  node?.nodeType === "FootnoteRef" || node?.nodeType === "CitationRef";
const isSubstitution = isA<RstSubstitutionDef>("SubstitutionDef");

const isParagraph = isA<RstNode>("Paragraph");

/** A directive that stands further in than its text: the parser takes it for a paragraph where it counts on another width. */
const indented = /^[ \t]+\.\. [\w-]+::/;

/** A line of one mark, over or under a heading. */
const rule = /^([^\p{L}\p{N}\s])\1+$/u;

/** A label as Sphinx and docutils write it in ids. */
const idOf = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/** All nodes of a tree. */
function* nodesOf(node: RstNode): Generator<RstNode> {
  yield node;
  for (const child of node.children) yield* nodesOf(child);
}

/** A paragraph. Two colons at its end only say that what comes next is literal: of `text::` one stays. */
function leadsToLiteral(content: readonly ElementContent[]): ElementContent[] {
  const last = content.at(-1);
  if (last?.type !== "text" || !last.value.endsWith("::")) return [h("p", [...content])];
  const value = last.value.replace(/(?:^|\s+)::$/, "").replace(/::$/, ":");
  const rest = content.slice(0, -1);
  return value === "" && rest.length === 0 ? [] : [h("p", [...rest, { type: "text", value }])];
}

/** Lays out a parsed reStructuredText as HTML. */
export class RstToHast implements Tools {
  readonly #links = new Map<string, string>();
  readonly #labels = new Map<string, string>();
  readonly #substitutions = new Map<string, RstSubstitutionDef>();
  readonly readFile: Tools["readFile"];
  readonly #parse: (text: string) => RstDocument;

  /** Ways to underline a heading, outermost first. */
  readonly #styles: string[] = [];
  /** The text that is laid out, whose marks tell how high headings stand: for a while, one that is included. */
  #lines: readonly string[];

  constructor(
    root: RstDocument,
    lines: readonly string[],
    {
      readFile,
      parse,
    }: { readonly readFile: Tools["readFile"]; readonly parse: (text: string) => RstDocument },
  ) {
    this.#lines = lines;
    this.readFile = readFile;
    this.#parse = parse;
    this.#learn(root);
  }

  /** Learns what the names in a text lead to, and what stands for what. */
  #learn(root: RstDocument): void {
    let open: string[] = [];
    for (const node of nodesOf(root)) {
      if (isSubstitution(node)) this.#substitutions.set(node.needle, node);
      if (isTarget(node)) {
        if (node.isTargetingNextNode) open.push(node.label);
        else this.#links.set(node.label.toLowerCase(), node.target);
      } else if (isSection(node)) {
        for (const label of open) this.#labels.set(label.toLowerCase(), node.textContent);
        open = [];
      }
    }
  }

  included(text: string): ElementContent[] {
    const outer = this.#lines;
    const root = this.#parse(text);
    this.#learn(root);
    this.#lines = text.split("\n");
    const content = this.all(root.children);
    this.#lines = outer;
    return content;
  }

  all(nodes: readonly RstNode[]): ElementContent[] {
    const missed = nodes.findIndex((node) => isParagraph(node) && indented.test(this.#lineOf(node)));
    const first = nodes[missed];
    if (first === undefined) return nodes.flatMap((node) => this.#block(node));
    const end = nodes.at(-1)?.source.endLineIdx ?? first.source.endLineIdx;
    const lines = this.#lines.slice(first.source.startLineIdx, end);
    const width = /^[ \t]*/.exec(this.#lineOf(first))?.[0].length ?? 0;
    const text = lines.map((line) => (line.slice(0, width).trim() === "" ? line.slice(width) : line));
    return [
      ...nodes.slice(0, missed).flatMap((node) => this.#block(node)),
      ...this.included(text.join("\n")),
    ];
  }

  #lineOf({ source }: RstNode): string {
    return this.#lines[source.startLineIdx] ?? "";
  }

  inline(nodes: readonly RstNode[]): ElementContent[] {
    return nodes.flatMap((node, index) => {
      const [first, ...rest] = this.#inline(node);
      if (first?.type !== "text") return first === undefined ? rest : [first, ...rest];
      // The mark of a note goes with the space before it, where the sentence goes on with a sign.
      const isBefore =
        isNote(nodes[index + 1]) && /^\s*(?:[,.;:!?)]|$)/.test(nodes[index + 2]?.textContent ?? "");
      const isAfter = isNote(nodes[index - 1]) && /^\s+[,.;:!?)]/.test(first.value);
      const value = isAfter ? first.value.trimStart() : first.value;
      return [{ ...first, value: isBefore && rest.length === 0 ? value.trimEnd() : value }, ...rest];
    });
  }

  #block(node: RstNode): ElementContent[] {
    const { children } = node;
    switch (node.nodeType) {
      case "Section":
        return [h(`h${Math.min(6, this.#levelOf(node))}`, this.inline(children))];
      case "Paragraph":
        return leadsToLiteral(this.inline(children));
      case "BulletList":
        return [h("ul", this.all(children))];
      case "EnumeratedList":
        return [h("ol", this.all(children))];
      case "BulletListItem":
        return [h("li", this.all(children))];
      case "DefinitionList":
      case "FieldList":
      case "OptionList":
        return [h("dl", this.all(children))];
      case "DefinitionListItem": {
        const { term, definition } = node as RstDefinitionListItem;
        return [h("dt", this.inline(term)), h("dd", this.all(definition))];
      }
      case "FieldListItem": {
        const { name, body } = node as RstFieldListItem;
        return [h("dt", this.inline(name)), h("dd", this.all(body))];
      }
      case "OptionListItem": {
        const { options } = node as RstOptionListItem;
        const names = options.map(
          ({ name, delimiter = "", rawArgName = "" }) => name + delimiter + rawArgName,
        );
        return [h("dt", h("code", names.join(", "))), h("dd", this.all(children))];
      }
      case "LiteralBlock":
      case "DoctestBlock":
        return [h("pre", h("code", node.textContent))];
      case "LineBlock":
        return [h("p", this.#linesOf(node))];
      case "Blockquote":
        return [h("blockquote", this.all(children))];
      case "BlockquoteAttribution":
        return [h("p", ["— ", ...this.inline(children)])];
      case "Table": {
        const { headRows, bodyRows } = node as RstTable;
        return [h("table", this.#rows(headRows, "th"), this.#rows(bodyRows, "td"))];
      }
      case "FootnoteDefGroup":
      case "CitationDefGroup":
      case "FootnoteDef":
      case "CitationDef":
        return [h("div", this.all(children))];
      case "HyperlinkTarget": {
        const target = node as RstHyperlinkTarget;
        return target.isTargetingNextNode ? [h("a", { id: idOf(target.label) })] : [];
      }
      case "Directive":
        return directiveContent(node as RstDirective, this);
      case "Transition":
      case "Comment":
      case "SubstitutionDef":
        return [];
      default:
        return this.#inline(node);
    }
  }

  /** The level of a heading: one that is underlined and overlined is another one than one that is only underlined. */
  #levelOf({ source }: RstNode): number {
    const [first = "", second = "", third] = this.#lines.slice(source.startLineIdx, source.endLineIdx);
    const isOverlined = rule.test(first.trim()) && third !== undefined;
    const style = (isOverlined ? first : second).charAt(0) + (isOverlined ? "over" : "");
    if (!this.#styles.includes(style)) this.#styles.push(style);
    return this.#styles.indexOf(style) + 1;
  }

  #rows(rows: readonly RstNode[], tag: "td" | "th"): ElementContent[] {
    return rows.map((row) =>
      h(
        "tr",
        row.children.map((cell) => h(tag, this.all(cell.children))),
      ),
    );
  }

  #linesOf(block: RstNode): ElementContent[] {
    return block.children.flatMap((line, index) => [
      ...(index > 0 ? [h("br")] : []),
      ...(line.nodeType === "LineBlock" ? this.#linesOf(line) : this.inline(line.children)),
    ]);
  }

  #inline(node: RstNode): ElementContent[] {
    const text = node.textContent;
    switch (node.nodeType) {
      case "StrongEmphasis":
        return [h("strong", text)];
      case "Emphasis":
        return [h("em", text)];
      case "InlineLiteral":
        return [h("code", text)];
      case "InterpretedText":
        return roleContent((node as RstInterpretedText).role, text, this.#labels);
      case "HyperlinkRef": {
        const { label, target, isEmbeded } = node as RstHyperlinkRef;
        const href = isEmbeded || /^[a-z]+:/i.test(target) ? target : this.#links.get(target.toLowerCase());
        return href === undefined || href === ""
          ? [{ type: "text", value: label }]
          : [h("a", { href }, label)];
      }
      case "SubstitutionRef": {
        const definition = this.#substitutions.get(text);
        // What the site's own configuration knows is left out.
        if (definition === undefined)
          return /^(?:release|version|today)$/.test(text) ? [] : [{ type: "text", value: text }];
        return definition.directive === "replace"
          ? this.inline(definition.children.flatMap(({ children }) => children))
          : [];
      }
      case "FootnoteRef":
      case "CitationRef":
        return [];
      default:
        return text === "" ? this.all(node.children) : withMarks(text);
    }
  }
}
