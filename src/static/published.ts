/** What the files of a static build, the script that answers from them and the widget know of each other. */
import type { IndexManifest } from "../index/compiled/format/manifest.ts";
import type { Answer, Suggestion } from "../model/index.ts";

/** A file of a static build. */
export interface PublishedFile {
  /** Path below the folder of the build, named by its content. */
  readonly file: string;
  /** Its hash, as the attribute `integrity` takes it. */
  readonly integrity: string;
}

/** A language of the corpus: a script, and the words that it knows where they are known. */
export interface PublishedLanguage extends PublishedFile {
  /** The folder, named by a hash of all of them, with as many slices: `0.bin` and on. */
  readonly lexicon?: { readonly folder: string; readonly slices: number };
}

/** What the head says: the one file whose name does not change with its content. */
export interface PublishedHead {
  /** The script that answers: an `AnswererModule`. */
  readonly answerer: PublishedFile;
  /** Those of the corpus, the most frequent first. */
  readonly languages: readonly PublishedLanguage[];
  readonly suggestions: PublishedFile;
  /** The kernel as WebAssembly, deflated, in base64: it is less than what a request costs. */
  readonly kernel: string;
  /** The kernel as a script, for pages that may compile no WebAssembly. */
  readonly scriptKernel: PublishedFile;
  readonly index: IndexManifest;
  /** Path of the site that shows the articles relative to the folder; links of answers are from the root of the host without it. */
  readonly site?: string;
  /** Path of a service worker relative to the folder, where the owner asked for one. */
  readonly serviceWorker?: string;
}

/** Name of the head. */
export const headName = "footnote.json";

/** Loads a script of the build as a module, once its hash was checked. */
export type LoadScript = (script: PublishedFile) => Promise<unknown>;

/** A question, and what narrows it as the attributes of the page have it, not checked yet. */
export interface StaticRequest {
  readonly question: string;
  /** Query parameters that narrow the search, such as `tag=docs&lang=en`. */
  readonly filters: string;
  /** How many passages to return; as many as the service has by default when empty. */
  readonly limit: string;
}

/** Answers from files. */
export interface StaticAnswerer {
  /** The same answer as the service's. Rejects when the request is invalid, or a file cannot be read. */
  ask(request: StaticRequest): Promise<Answer>;
  /** The same suggestions as the service's. Rejects when their file cannot be read. */
  suggest(typed: string, limit?: number): Promise<readonly Suggestion[]>;
}

/** What the script that answers exports. */
export interface AnswererModule {
  /** @param base absolute URL of the folder, with a slash at the end */
  openAnswerer(base: string, head: PublishedHead, load: LoadScript): Promise<StaticAnswerer>;
}
