import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Article, Block } from "../../src/model/index.ts";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function htmlOf({ kind, level, start, end }: Block, article: Article): string {
  const text = escaped(article.text.slice(start, end));
  switch (kind) {
    case "heading":
      return `<h${level ?? 2} id="at-${start}">${text}</h${level ?? 2}>`;
    case "list":
      return `<ul>${text
        .split("\n")
        .map((line) => `<li>${line}</li>`)
        .join("")}</ul>`;
    case "code":
    case "table":
      return `<pre><code>${text}</code></pre>`;
    case "quote":
      return `<blockquote><p>${text}</p></blockquote>`;
    case "paragraph":
      return `<p>${text}</p>`;
  }
}

/** Writes a page for each article, and one for each engine that a reader asks. */
export function writePages(folder: string, articles: readonly Article[]): void {
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const article of articles) {
    const body = article.blocks.map((block) => htmlOf(block, article)).join("\n");
    write(
      `${article.id}/index.html`,
      `<!doctype html><html lang="${article.lang}"><head><meta charset="utf-8"><title>${escaped(article.title)}</title></head><body><main data-pagefind-body><h1>${escaped(article.title)}</h1>${body}</main></body></html>`,
    );
  }
}
