import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isAntoraPage } from "./formats/antora.ts";
import type { Composition } from "./formats/format.ts";
import { articleFormat } from "./formats/index.ts";
import { note, type Problem } from "./problem.ts";

/** What only puts other files together is an article up to this length, in characters; of what is longer, the files are. */
const longestWhole = 100_000;
/** Files that are put together to more than this are read one by one, whatever stands between them. */
const longestRead = 500_000;
/** Largest file that is looked at, in bytes. */
const largestFile = 1_000_000;
/** Where books of mdBook and GitBook list their pages. */
const summary = "SUMMARY.md";

const withoutExtension = (path: string): string => path.replace(/\.[a-z]+$/i, "");
/** Front matter makes a file a page of its own: what is only included has none. */
const hasFrontMatter = (text: string): boolean => /^\uFEFF?\s*(?:---|\+\+\+)[ \t]*\r?\n/.test(text);

interface File {
  readonly text: string;
  /** Files of the corpus that it shows whole. */
  readonly parts: readonly string[];
  readonly hasOwnText: boolean;
}

/** Files of a corpus and how they are put together from each other. */
class Compositions {
  readonly #directory: string;
  readonly #listed: ReadonlySet<string>;
  readonly #files = new Map<string, File>();
  readonly #linked = new Set<string>();
  readonly left = new Map<string, Problem>();

  constructor(directory: string, paths: readonly string[]) {
    this.#directory = directory;
    this.#listed = new Set(paths);
    const texts = paths.map((path) => [path, this.#read(path)] as const);
    for (const [path, text] of texts) this.#files.set(path, this.#fileOf(path, text));
    const included = new Set([...this.#files.values()].flatMap(({ parts }) => parts));
    if (included.size === 0) return;
    for (const [path, text] of texts) this.#follow(path, text);
    const folders = new Set(
      [...included].flatMap((path) => path.split("/").map((_, end, steps) => steps.slice(0, end).join("/"))),
    );
    for (const folder of folders) {
      const path = folder === "" ? summary : `${folder}/${summary}`;
      this.#follow(path, this.#read(path));
    }
    const roots = paths.filter(
      (path) => (this.#files.get(path)?.parts.length ?? 0) > 0 && !included.has(path),
    );
    for (const root of roots) this.#decide(root, new Set());
  }

  #read(path: string): string {
    const format = articleFormat(path);
    if (format?.composition === undefined) return "";
    try {
      const file = join(this.#directory, path);
      return statSync(file).size > largestFile ? "" : readFileSync(file, "utf8");
    } catch {
      // What cannot be read is told where it is read as an article.
      return "";
    }
  }

  #fileOf(path: string, text: string): File {
    const { parts, hasOwnText }: Composition = articleFormat(path)?.composition?.(text, path) ?? {
      parts: [],
      hasOwnText: true,
    };
    const found = parts.flatMap((names) => names.find((name) => this.#listed.has(name)) ?? []);
    return { text, hasOwnText, parts: [...new Set(found)].filter((part) => part !== path) };
  }

  #follow(path: string, text: string): void {
    for (const target of articleFormat(path)?.leadsTo?.(text, path) ?? [])
      this.#linked.add(withoutExtension(target));
  }

  #isPage(path: string): boolean {
    const text = this.#files.get(path)?.text ?? "";
    return isAntoraPage(path) || this.#linked.has(withoutExtension(path)) || hasFrontMatter(text);
  }

  /** A file and all that it shows, however deep. */
  #wholeOf(path: string, seen = new Set<string>()): Set<string> {
    if (seen.has(path)) return seen;
    seen.add(path);
    for (const part of this.#files.get(path)?.parts ?? []) this.#wholeOf(part, seen);
    return seen;
  }

  /** Decides whether a file that no article shows is one, or its parts are. */
  #decide(path: string, above: Set<string>): void {
    const file = this.#files.get(path);
    if (file === undefined || file.parts.length === 0 || above.has(path)) return;
    above.add(path);
    const whole = [...this.#wholeOf(path)];
    const length = whole.reduce((sum, one) => sum + (this.#files.get(one)?.text.length ?? 0), 0);
    const isList = !file.hasOwnText && file.parts.length > 1;
    if (isList && (length > longestWhole || file.parts.every((part) => this.#isPage(part)))) {
      this.left.set(
        path,
        note(path, 1, "only puts other files together, and is left out; they are articles"),
      );
      for (const part of file.parts) this.#decide(part, above);
    } else if (length > longestRead) {
      for (const part of file.parts) this.#decide(part, above);
    } else {
      for (const part of whole.slice(1)) {
        if (this.#isPage(part)) this.#decide(part, above);
        else
          this.left.set(
            part,
            note(part, 1, "is part of another article, and is none of its own", `of ${path}`),
          );
      }
    }
  }
}

/**
 * Leaves out files that others show whole, and files that only put others together, so that no text is in two articles.
 * A file stays an article when something leads to it as a page: a link, a table of contents, front matter of its own.
 */
export function withoutParts(
  directory: string,
  paths: readonly string[],
): { paths: string[]; problems: Problem[] } {
  const { left } = new Compositions(directory, paths);
  return { paths: paths.filter((path) => !left.has(path)), problems: [...left.values()] };
}
