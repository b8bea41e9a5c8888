/** `footnote-ask/answer`: the answerer as a library, over an index in memory or one that a build has written. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAnswerer as answererOver, type Answerer as OpenAnswerer } from "../answer/answer.ts";
import { BuildCache } from "../build/build-cache.ts";
import { loadKernel } from "../build/engines/compiled/kernel.ts";
import { writeIndex } from "../build/engines/compiled/write-index.ts";
import { loadLanguages } from "../build/languages.ts";
import { openBuilt } from "../build/open.ts";
import { readCorpus } from "../build/read-corpus.ts";
import { formatProblem, type Problem } from "../corpus/problem.ts";
import { checkManifest, type IndexManifest } from "../index/compiled/format/manifest.ts";
import { startKernel } from "../index/compiled/read/kernel.ts";
import { CompiledStore } from "../index/compiled/store.ts";
import { IndexUnavailableError } from "../index/store.ts";
import type { Answer } from "../model/index.ts";
import { askRequestSchema } from "../model/request.ts";

/** An index in memory: plain data that can be written to files and read again. */
export interface Index {
  readonly manifest: IndexManifest;
  /** Content of its files by their names. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** What is asked: a question, and what narrows the search. */
export interface NarrowedQuestion {
  readonly question: string;
  /** Passages to return: 1 to 20, 5 unless told otherwise. */
  readonly limit?: number;
  readonly lang?: string;
  readonly tag?: string;
  readonly article?: string;
}

/** Answers questions. */
export interface Answerer {
  /** The same answer as over HTTP. Rejects with a ZodError when the request is invalid. */
  ask(question: NarrowedQuestion | string): Promise<Answer>;
  /** Closes what it reads from. */
  close(): Promise<void>;
}

/** Thrown when articles have errors. `problems` are all that was found, of which `message` lists the errors. */
export class CorpusError extends Error {
  override name = "CorpusError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      problems
        .filter(({ severity }) => severity === "error")
        .map(formatProblem)
        .join("\n"),
    );
    this.problems = problems;
  }
}

/**
 * Indexes the articles in a folder.
 *
 * @param cache path of a file that makes the next build of the same articles quick; none is kept without it
 * @throws CorpusError when an article has an error
 */
export async function buildIndex(
  articles: string,
  { cache }: { readonly cache?: string } = {},
): Promise<Index> {
  const temporary = cache === undefined ? mkdtempSync(join(tmpdir(), "footnote-")) : undefined;
  const kept = new BuildCache(cache ?? join(temporary ?? "", "cache.db"));
  try {
    const snapshot = await readCorpus(articles, kept);
    if (snapshot.problems.some(({ severity }) => severity === "error"))
      throw new CorpusError(snapshot.problems);
    const files = new Map<string, Uint8Array>();
    const manifest = await writeIndex(snapshot, kept, { write: (name, file) => void files.set(name, file) });
    return { manifest, files };
  } finally {
    kept.close();
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * An answerer over an index, or over a build by its folder.
 * @throws IndexUnavailableError when there is no such build, or another version of Footnote made it
 */
export async function createAnswerer(index: Index | string): Promise<Answerer> {
  const { answerer, close } = typeof index === "string" ? await openBuilt(index) : await openIndex(index);
  return {
    ask: async (question) =>
      answerer.ask(askRequestSchema.parse(typeof question === "string" ? { question } : question)),
    close,
  };
}

async function openIndex({
  manifest,
  files,
}: Index): Promise<{ answerer: OpenAnswerer; close: () => Promise<void> }> {
  checkManifest(manifest);
  const languages = await loadLanguages(manifest.languages);
  const read = async (name: string): Promise<Uint8Array> => {
    const file = files.get(name);
    if (file === undefined) throw new IndexUnavailableError(`the index lacks its file ${name}`);
    return file;
  };
  const store = new CompiledStore(manifest, read, startKernel(loadKernel()));
  return { answerer: answererOver(store, languages), close: async () => {} };
}
