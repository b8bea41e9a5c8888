import type { Article, Block } from "../model/index.ts";
import { absoluteUrl, type Site } from "./shell.ts";

/** A fence that the code does not hold: longer than its longest row of backticks. */
function fenceOf(code: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((row) => row.length));
  return "`".repeat(longest + 1);
}

/** A row of a table, whose cells are apart by tabs in the text. */
const row = (cells: string): string =>
  `| ${cells
    .split("\t")
    .map((cell) => cell.replaceAll("|", "\\|"))
    .join(" | ")} |`;

function tableOf(text: string): string {
  const [head = "", ...rows] = text.split("\n");
  const rule = `|${" --- |".repeat(head.split("\t").length)}`;
  return [row(head), rule, ...rows.map(row)].join("\n");
}

const prefixed = (text: string, prefix: string): string => text.replace(/^/gm, prefix);

/** A block as Markdown: its own words, marked for what it is. */
function blockOf(block: Block, text: string): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level ?? 2)} ${text.replace(/\s+/g, " ")}`;
    case "code": {
      const fence = fenceOf(text);
      return `${fence}\n${text}\n${fence}`;
    }
    case "list":
      return prefixed(text, "- ");
    case "quote":
      return prefixed(text, "> ");
    case "table":
      return tableOf(text);
    default:
      return text;
  }
}

/**
 * An article as Markdown, for agents: its title, its address, its facts, and its words as quotes have them.
 * The address is absolute where the site's is known.
 */
export function articleMarkdown(site: Pick<Site, "baseUrl">, article: Article): string {
  const { title, url, summary, authors, published, updated, text, blocks } = article;
  const facts = [
    `Address: ${absoluteUrl(site, url)}`,
    ...(authors.length > 0 ? [`By: ${authors.join(", ")}`] : []),
    ...(published === undefined ? [] : [`Published: ${published}`]),
    ...(updated === undefined ? [] : [`Updated: ${updated}`]),
  ];
  const own = blocks.filter(
    ({ kind, start, end }, index) => index > 0 || kind !== "heading" || text.slice(start, end) !== title,
  );
  const parts = [
    `# ${title.replace(/\s+/g, " ")}`,
    ...(summary === undefined ? [] : [prefixed(summary, "> ")]),
    facts.join("\n"),
    ...own.map((block) => blockOf(block, text.slice(block.start, block.end))),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** Bytes that the file of all articles may have: assets of 25 MiB and more are refused by the platform. */
const longestCollection = 20_000_000;

/** All articles in one file, in the order they are added, up to 20 MB; the rest is named as a number. */
export class WholeCollection {
  readonly #parts: string[] = [];
  #bytes = 0;
  #left = 0;

  add(markdown: string): void {
    const bytes = Buffer.byteLength(markdown);
    if (this.#left > 0 || this.#bytes + bytes > longestCollection) {
      this.#left += 1;
      return;
    }
    this.#bytes += bytes;
    this.#parts.push(markdown);
  }

  /** The file: articles apart by a rule. */
  text(): string {
    const left = this.#left === 0 ? "" : `\n---\n\n${this.#left} more articles are listed in /llms.txt.\n`;
    return this.#parts.join("\n---\n\n") + left;
  }
}
