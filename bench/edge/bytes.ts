/** What questions read of an index, and in how many rounds, without a Worker or a browser. */
import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { createAnswerer } from "../../src/answer/answer.ts";
import type { BuildCache } from "../../src/build/build-cache.ts";
import { loadKernel } from "../../src/build/engines/compiled/kernel.ts";
import { writeIndex } from "../../src/build/engines/compiled/write-index.ts";
import { readCorpus } from "../../src/build/read-corpus.ts";
import { startKernel } from "../../src/index/compiled/read/kernel.ts";
import { CompiledStore } from "../../src/index/compiled/store.ts";
import { askRequestSchema } from "../../src/model/index.ts";
import { loadLanguage } from "../../src/text/languages/index.ts";
import { markdownTable } from "../table.ts";
import { countedWords } from "./counted-words.ts";

/** What one question read when nothing was read before. */
interface Reads {
  /** Bytes, by the kind of their files. */
  readonly bytes: Readonly<Record<string, number>>;
  readonly files: number;
  /** How often it waited for files that it asked for together. */
  readonly rounds: number;
}

/** What all questions read of one index. */
export interface MeasuredReads {
  readonly passages: number;
  readonly reads: readonly Reads[];
  /** Of all answers, without the version of the index. */
  readonly digest: string;
}

/** Compiles the index of a folder, and asks each question of a store that has read nothing. */
export async function readsOf(
  corpus: string,
  cache: BuildCache,
  questions: readonly string[],
): Promise<MeasuredReads> {
  const files = new Map<string, Uint8Array>();
  const write = (name: string, file: Uint8Array): void => void files.set(name, file);
  const manifest = await writeIndex(await readCorpus(corpus, cache), cache, { write });
  const languages = await Promise.all(manifest.languages.map(loadLanguage));
  const reads: Reads[] = [];
  const digest = createHash("sha256");
  for (const question of questions) {
    const reading = new CountedReads(files);
    const store = new CompiledStore(manifest, (name) => reading.read(name), startKernel(loadKernel()));
    const words = countedWords(languages, (slice) => reading.count("words", slice));
    const answer = await createAnswerer(store, words).ask(askRequestSchema.parse({ question }));
    digest.update(JSON.stringify({ ...answer, index: undefined }));
    reads.push(reading);
  }
  return { passages: manifest.passages, reads, digest: digest.digest("hex").slice(0, 16) };
}

/** Counts what is read of files in memory. */
class CountedReads implements Reads {
  readonly bytes: Record<string, number> = {};
  files = 0;
  rounds = 0;
  readonly #files: ReadonlyMap<string, Uint8Array>;
  #waiting = 0;

  constructor(files: ReadonlyMap<string, Uint8Array>) {
    this.#files = files;
  }

  count(kind: string, file: Uint8Array): void {
    this.bytes[kind] = (this.bytes[kind] ?? 0) + file.length;
    this.files += 1;
  }

  async read(name: string): Promise<Uint8Array> {
    const file = this.#files.get(name);
    if (file === undefined) throw new Error(`${name} is not in the index`);
    const [, kind = ""] = name.split("/");
    this.count(kind, file);
    if (this.#waiting === 0) this.rounds += 1;
    this.#waiting += 1;
    // Until all that is asked for at once was asked for.
    await setTimeout(1);
    this.#waiting -= 1;
    return file;
  }
}

const shares = [0.5, 0.9, 0.99] as const;
const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

/** The section of `bench/RESULTS.md`. */
export function readsReport(measured: readonly MeasuredReads[], questions: number, on: string): string {
  const row = (label: string, of: (reads: Reads) => number, show: (value: number) => string): string[] => [
    label,
    ...measured.map(({ reads }) => shares.map((share) => show(at(reads.map(of), share))).join(" / ")),
  ];
  const kinds = new Set(measured.flatMap(({ reads }) => reads.flatMap(({ bytes }) => Object.keys(bytes))));
  const total = ({ bytes }: Reads): number => Object.values(bytes).reduce((sum, one) => sum + one, 0);
  const table = markdownTable(
    ["p50 / p90 / p99", ...measured.map(({ passages }) => `${passages.toLocaleString("en")} passages`)],
    [
      row("all, kB", total, kilobytes),
      ...[...kinds].map((kind) => row(`${kind}, kB`, ({ bytes }) => bytes[kind] ?? 0, kilobytes)),
      row("files", ({ files }) => files, String),
      row("rounds of reads", ({ rounds }) => rounds, String),
      ["digest of all answers", ...measured.map(({ digest }) => digest)],
    ],
  );
  return `What each of ${questions} questions reads when nothing was read before, packed, without a Worker.\n\n${table}\n\n${on}`;
}
