import { expect } from "vitest";
import { defaultCollection } from "../../src/corpus/collection.ts";
import { parseArticle } from "../../src/corpus/formats/read.ts";
import { formatProblem } from "../../src/corpus/problem.ts";
import type { Article } from "../../src/model/index.ts";

/** The article of a file that is right. */
export function articleOf(path: string, text: string, collection = defaultCollection): Article {
  const { article, problems } = parseArticle({ path, bytes: Buffer.from(text) }, collection);
  expect(problems.filter(({ severity }) => severity !== "note")).toEqual([]);
  if (article === undefined) throw new Error(`${path} gave no article`);
  return article;
}

/** The problems of a file, as they are shown. */
export function problemsOf(path: string, content: string | Uint8Array): string[] {
  return parseArticle({ path, bytes: Buffer.from(content) }, defaultCollection).problems.map(formatProblem);
}

/** The blocks of an article as `kind: text`. */
export function blocksOf({ text, blocks }: Article): string[] {
  return blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ""}: ${text.slice(start, end)}`);
}
