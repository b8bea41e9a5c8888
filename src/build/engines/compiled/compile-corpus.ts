import { createHash } from "node:crypto";
import type { Collection } from "../../../corpus/collection.ts";
import { type IndexManifest, indexFormat } from "../../../index/compiled/format/manifest.ts";
import { startKernel } from "../../../index/compiled/read/kernel.ts";
import { CompiledStore } from "../../../index/compiled/store.ts";
import { type Compilation, compileIndex } from "../../../index/compiled/write/compile.ts";
import { partLengths } from "../../../index/compiled/write/file-lengths.ts";
import { IndexUnavailableError } from "../../../index/store.ts";
import type { Article } from "../../../model/index.ts";
import { analyserVersion } from "../../../text/analyser.ts";
import type { LanguageSet } from "../../../text/language-set.ts";
import { mostPagesBeside } from "../../asset-limits.ts";
import { describeCorpus } from "../../describe-corpus.ts";
import { prepareArticles } from "../../index-article.ts";
import { type Languages, languagesOf } from "../../languages.ts";
import { loadKernel } from "./kernel.ts";
import { pack } from "./pack.ts";

/** What to compile, and where it goes. */
interface CorpusCompilation extends Pick<Compilation, "articles" | "textLength" | "write" | "onProgress"> {
  /** How many files of articles and images are among the assets besides. */
  readonly filesBeside: number;
  /** Whether files are cut in parts, for readers in a page: an edit may then change all parts of pages. */
  readonly inParts?: boolean;
}

/** Compiles an index and returns its manifest. The version is a hash of everything that answers depend on. */
export async function compileCorpus(
  collection: Collection,
  languages: Languages,
  { articles: given, textLength, filesBeside, inParts = false, ...target }: CorpusCompilation,
): Promise<IndexManifest> {
  const content = createHash("sha256");
  const { root, articles, passages } = await compileIndex({
    ...target,
    articles: given,
    textLength,
    mostPages: mostPagesBeside(filesBeside, collection.plan),
    parts: inParts ? partLengths(textLength) : undefined,
    pack,
    onContent: (bytes) => content.update(`${bytes.length} `).update(bytes),
  });
  const about = describeCorpus(collection, languages);
  const described = { format: indexFormat, analyser: analyserVersion, ...about, articles, passages, root };
  // How files are cut in parts, packed and named is nothing that answers depend on.
  const { averageLengths, hints, days } = root;
  content.update(JSON.stringify({ ...described, root: { averageLengths, hints, days } }));
  const version = content.digest("hex");
  return { version, ...described };
}

/** Compiles an index into memory. */
export async function compileInMemory(
  collection: Collection,
  articles: readonly Article[],
): Promise<{ store: CompiledStore; languages: LanguageSet }> {
  const languages = await languagesOf(articles);
  const files = new Map<string, Uint8Array>();
  const manifest = await compileCorpus(collection, languages, {
    articles: prepareArticles(articles, languages, collection),
    textLength: articles.reduce((sum, { text }) => sum + text.length, 0),
    filesBeside: 0,
    write: (name, file) => void files.set(name, file),
  });
  const read = async (name: string): Promise<Uint8Array> => {
    const file = files.get(name);
    if (file === undefined) throw new IndexUnavailableError(`index file ${name} is missing`);
    return file;
  };
  return { store: new CompiledStore(manifest, read, startKernel(loadKernel())), languages: languages.set };
}
