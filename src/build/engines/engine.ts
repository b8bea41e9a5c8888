import type { Answerer } from "../../answer/answer.ts";
import type { Collection } from "../../corpus/collection.ts";
import type { EngineName } from "../../corpus/names.ts";
import type { IngestReport } from "../../index/ingest-report.ts";
import type { PassageStore } from "../../index/store.ts";
import type { Article } from "../../model/index.ts";
import type { Site } from "../../site/shell.ts";
import type { LanguageSet } from "../../text/language-set.ts";
import type { BuildCache } from "../build-cache.ts";
import type { OutputFolder } from "../output.ts";
import type { CorpusSnapshot } from "../read-corpus.ts";

/** What an engine builds from, and where to. */
export interface EngineSource {
  readonly snapshot: CorpusSnapshot;
  readonly cache: BuildCache;
  readonly site: Site;
  /** Takes the files that readers and the Worker fetch. */
  readonly assets: OutputFolder;
}

/** What the engine's side in the Worker is created from. */
export interface EngineBuilt {
  /** Codes of the languages that the Worker must know, most frequent first. */
  readonly languages: readonly string[];
  /** Plain data, compiled into the Worker and kept for `open`. */
  readonly settings: object;
  /** Bytes of WebAssembly modules by name: a Worker can compile none while it runs. */
  readonly modules?: Readonly<Record<string, Uint8Array>>;
}

/** Where a build and its configuration are. */
export interface BuiltAt {
  /** Folder that the build wrote to. */
  readonly output: string;
  /** Path of the configuration that binds databases. */
  readonly config: string;
}

/** An answerer and how to close what it reads from. */
export interface OpenedAnswerer {
  readonly answerer: Answerer;
  /** The languages of its corpus. */
  readonly languages: LanguageSet;
  readonly close: () => Promise<void>;
}

/** Where articles are brought to. */
export interface IngestTarget {
  /** The one that the deployed Worker reads, instead of the one of this machine. */
  readonly isRemote: boolean;
  /** Path of the configuration that binds it. */
  readonly config: string;
  /** Has the credentials of a remote one. */
  readonly env: NodeJS.ProcessEnv;
}

/** An ingest of the articles of a corpus. */
export interface Ingestion {
  readonly snapshot: CorpusSnapshot;
  readonly cache: BuildCache;
  readonly target: IngestTarget;
  /** Called with the number of articles and files stored so far. */
  readonly onProgress: (done: number) => void;
}

/**
 * The Node side of an engine: how it is built, asked and filled. Its side in the Worker is
 * `src/worker/engines/<name>/engine.ts`, which the build's entry imports.
 */
export interface NodeEngine {
  readonly name: EngineName;
  /** Name by which the Worker has its D1 database bound; absent where it reads none. */
  readonly database?: string;
  /** Writes what the Worker reads. */
  build(source: EngineSource): Promise<EngineBuilt>;
  /** Names of the assets that are part of an index with these settings; none when another version of Footnote made it. */
  indexFiles(settings: unknown): readonly string[];
  /**
   * Opens what a build with these settings made.
   * @throws IndexUnavailableError when there is nothing to open, or another version of Footnote made it.
   */
  open(settings: unknown, at: BuiltAt): Promise<OpenedAnswerer>;
  /** A store of articles that are in memory, to measure and to try the engine. */
  openInMemory(
    collection: Collection,
    articles: readonly Article[],
  ): Promise<{ store: PassageStore; languages: LanguageSet }>;
  /** Brings stored articles to those of a corpus. An engine that has none of this takes its articles from the build. */
  ingest?(ingestion: Ingestion): Promise<IngestReport>;
  /** What to do about an error of what the engine reads from or writes to; undefined for any other error. */
  explain?(error: unknown): string | undefined;
}
