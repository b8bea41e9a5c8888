import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { basename, join, relative } from "node:path";
import type { JudgedQuery, JudgedSet } from "../../src/evaluation/judged-set.ts";

/** A judged set in a folder. */
export interface SetFolder {
  readonly path: string;
  /** Path below the folder of judged sets, `/` between parts, or the folder's own name. */
  readonly name: string;
}

/** The judged questions over the project's own articles. */
const ownSet = join(import.meta.dirname, "..", "judged", "footnote");

/** Folder of judged sets that are not part of the project: `JUDGED_SETS`, else `../shared/eval`. */
const setsFolder = process.env["JUDGED_SETS"] ?? join("..", "shared", "eval");

const queriesFile = "queries.jsonl";

function nameOf(path: string): string {
  const below = relative(setsFolder, path);
  return below.startsWith("..") ? basename(path) : below.replaceAll("\\", "/");
}

/** All sets at any depth of the folder of judged sets, when there is one, in alphabetical order, and the project's own. */
export function defaultSets(): SetFolder[] {
  const others = existsSync(setsFolder)
    ? readdirSync(setsFolder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.name === queriesFile)
        .map((entry) => entry.parentPath)
        .sort()
    : [];
  return [...others, ownSet].map((path) => ({ path, name: nameOf(path) }));
}

/** The sets in the folders that were asked for. */
export function givenSets(paths: readonly string[]): SetFolder[] {
  return paths.map((path) => ({ path, name: nameOf(path) }));
}

/**
 * The set with the questions that rankings can be judged by: those that have judgements, and when they are more than
 * `limit`, the ones whose ids have the smallest SHA-256, so that every run and every engine has the same.
 */
export function sampled(set: JudgedSet, limit: number): JudgedSet {
  const judged = set.queries.filter(({ id, answerable }) => answerable && set.judgements.has(id));
  const hash = ({ id }: JudgedQuery): string => createHash("sha256").update(id).digest("hex");
  const hashed = judged.map((query) => ({ query, hash: hash(query) }));
  const chosen = hashed.sort((a, b) => (a.hash < b.hash ? -1 : 1)).slice(0, limit);
  const ids = new Set(chosen.map(({ query }) => query.id));
  return { ...set, queries: judged.filter(({ id }) => ids.has(id)) };
}
