/** The engines alone, in this process: what a search takes, and what a question reads. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import MiniSearch from "minisearch";
import { type Answerer, createAnswerer } from "../../src/answer/answer.ts";
import { analyseQuestion } from "../../src/answer/question.ts";
import { readBuilt } from "../../src/build/worker-entry.ts";
import type { IndexManifest } from "../../src/index/compiled/format/manifest.ts";
import { startKernel } from "../../src/index/compiled/read/kernel.ts";
import { CompiledStore } from "../../src/index/compiled/store.ts";
import { askRequestSchema } from "../../src/model/index.ts";
import { LanguageSet } from "../../src/text/language-set.ts";
import { loadLanguage } from "../../src/text/languages/index.ts";
import { countedWords } from "./counted-words.ts";
import { type Spread, spreadOf } from "./measure.ts";

const english = await loadLanguage("en");
const languages = new LanguageSet([english]);
/** Candidates that a question looks at. */
const depth = 100;

/** A built index, and how much was read of it. */
export class BuiltIndex {
  readonly manifest: IndexManifest;
  readonly #folder: string;
  readonly #kernel: WebAssembly.Module;
  bytesRead = 0;
  filesRead = 0;

  /** @param folder of the project that it was built in */
  constructor(folder: string, kernel: WebAssembly.Module) {
    this.#folder = folder;
    this.#kernel = kernel;
    this.manifest = readBuilt(join(folder, "dist"))?.settings as IndexManifest;
  }

  /** A store that has read nothing yet. */
  open(cacheLimit?: number): CompiledStore {
    const read = async (name: string): Promise<Uint8Array> => {
      const file = await readFile(join(this.#folder, "dist", "assets", name));
      this.#count(file);
      return file;
    };
    return new CompiledStore(this.manifest, read, startKernel(this.#kernel), cacheLimit);
  }

  /** An answerer that has read nothing yet, of the words of its language neither. */
  answerer(): Answerer {
    return createAnswerer(
      this.open(),
      countedWords([english], (slice) => this.#count(slice)),
    );
  }

  #count(file: Uint8Array): void {
    this.bytesRead += file.length;
    this.filesRead += 1;
  }
}

/** Bytes that a question reads when nothing was read before. */
export async function coldBytes(index: BuiltIndex, questions: readonly string[]): Promise<Spread> {
  const bytes: number[] = [];
  for (const question of questions) {
    index.bytesRead = 0;
    await index.answerer().ask(askRequestSchema.parse({ question }));
    bytes.push(index.bytesRead);
  }
  return spreadOf(bytes);
}

/** Milliseconds that a search takes whose files were read before. */
export async function searchTime(index: BuiltIndex, questions: readonly string[]): Promise<Spread> {
  const store = index.open(2 ** 30);
  const search = async (question: string) =>
    (await store.prepare(analyseQuestion(question, languages).terms, {})).best(depth);
  for (const question of questions) await search(question);
  const times: number[] = [];
  for (const question of questions) {
    const started = performance.now();
    await search(question);
    times.push(performance.now() - started);
  }
  return spreadOf(times);
}

/** A whole MiniSearch index of all passages, as one makes it with the defaults. */
export async function wholeIndex(index: BuiltIndex): Promise<MiniSearch> {
  const store = index.open(0);
  const search = new MiniSearch({ fields: ["title", "text"], storeFields: ["title", "text"] });
  const batch = 500;
  for (let start = 0; start < index.manifest.passages; start += batch) {
    const length = Math.min(batch, index.manifest.passages - start);
    const stored = await store.passages(Array.from({ length }, (_, number) => start + number));
    search.addAll(
      stored.map(({ docId, passage, article }) => ({ id: docId, title: article.title, text: passage.text })),
    );
  }
  return search;
}

/** Milliseconds that a search of a whole MiniSearch index takes. */
export function wholeSearchTime(search: MiniSearch, questions: readonly string[]): Spread {
  for (const question of questions) search.search(question);
  return spreadOf(
    questions.map((question) => {
      const started = performance.now();
      search.search(question);
      return performance.now() - started;
    }),
  );
}
