import { createHash } from "node:crypto";
import type { Collection } from "../../../corpus/collection.ts";
import { type IndexManifest, indexFormat } from "../../../index/compiled/format/manifest.ts";
import { startKernel } from "../../../index/compiled/read/kernel.ts";
import { CompiledStore } from "../../../index/compiled/store.ts";
import { type Compilation, compileIndex } from "../../../index/compiled/write/compile.ts";
import { IndexUnavailableError } from "../../../index/store.ts";
import type { Article } from "../../../model/index.ts";
import { analyserVersion } from "../../../text/analyser.ts";
import type { LanguageSet } from "../../../text/language-set.ts";
import { describeCorpus } from "../../describe-corpus.ts";
import { prepareArticles } from "../../index-article.ts";
import { type Languages, languagesOf } from "../../languages.ts";
import { loadKernel } from "./kernel.ts";
import { pack } from "./pack.ts";

/** Compiles an index and returns its manifest. The version is a hash of everything that answers depend on. */
export async function compileCorpus(
  collection: Collection,
  languages: Languages,
  compilation: Compilation,
): Promise<IndexManifest> {
  const { root, articles, passages } = await compileIndex({
    pack,
    ...compilation,
  });
  const about = describeCorpus(collection, languages);
  const described = { format: indexFormat, analyser: analyserVersion, ...about, articles, passages, root };
  // Files are content-addressed, so this hash covers their content too.
  const version = createHash("sha256").update(JSON.stringify(described)).digest("hex");
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
    write: async (name, file) => {
      files.set(name, file);
    },
  });
  const read = async (name: string): Promise<Uint8Array> => {
    const file = files.get(name);
    if (file === undefined) throw new IndexUnavailableError(`index file ${name} is missing`);
    return file;
  };
  return { store: new CompiledStore(manifest, read, startKernel(loadKernel())), languages: languages.set };
}
