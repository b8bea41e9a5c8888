import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createAnswerer } from "../../../answer/answer.ts";
import { indexFiles } from "../../../index/compiled/format/index-format.ts";
import { checkManifest, type IndexManifest, indexFormat } from "../../../index/compiled/format/manifest.ts";
import { CompiledStore } from "../../../index/compiled/store.ts";
import { IndexUnavailableError } from "../../../index/store.ts";
import { articlePage } from "../../../site/article-page.ts";
import { hasOwnPage, pageFile } from "../../../site/site.ts";
import { typed } from "../../invocation.ts";
import { loadLanguages } from "../../languages.ts";
import { log } from "../../log.ts";
import { assetFolder } from "../../output.ts";
import { progressLine } from "../../progress.ts";
import { publishLists } from "../../publish-site.ts";
import { publishedArticles } from "../../read-corpus.ts";
import type { EngineSource, NodeEngine } from "../engine.ts";
import { compileCorpus, compileInMemory } from "./compile-corpus.ts";
import { loadKernel, readKernel } from "./kernel.ts";

/** Writes the articles' pages and the index. */
async function publishIndex(
  { snapshot, cache, assets, site }: EngineSource,
  hasPages: boolean,
): Promise<IndexManifest> {
  const { collection, languages, articles, textLength } = snapshot;
  const indexing = progressLine("indexing articles");
  const joining = progressLine("writing posting lists, bytes");
  function* indexed() {
    let done = 0;
    for (const published of publishedArticles(snapshot, cache)) {
      if (hasPages && hasOwnPage(published.article)) {
        assets.write(pageFile(published.article), articlePage(site, published.article, published.content));
      }
      if (published.passages.length > 0) yield published;
      done += 1;
      indexing.update(done, articles.length);
    }
    indexing.end();
  }
  const manifest = await compileCorpus(collection, languages, {
    articles: indexed(),
    textLength,
    write: async (name, file) => assets.write(name, file),
    onProgress: joining.update,
  });
  joining.end();
  return manifest;
}

/** Reads the assets of a build in a folder. */
const assetsOf =
  (output: string) =>
  async (name: string): Promise<Uint8Array> => {
    const path = join(assetFolder(output), name);
    try {
      return await readFile(path);
    } catch (cause) {
      throw new IndexUnavailableError(`${path} cannot be read: ${typed("build")}`, { cause });
    }
  };

/** Answers from an index that is compiled into static files: its settings are the manifest of the index. */
export const compiled: NodeEngine = {
  name: "compiled",
  async build(source) {
    const { assets, site, snapshot } = source;
    const hasPages = publishLists(assets, site, snapshot.articles);
    const manifest = await publishIndex(source, hasPages);
    const names = indexFiles(manifest.root);
    const bytes = names.reduce((sum, name) => sum + (assets.sizes.get(name) ?? 0), 0);
    log(
      `${manifest.articles} articles, ${manifest.passages} passages, index ${(bytes / 1000).toFixed(0)} kB in ${names.length} files`,
    );
    return { languages: manifest.languages, settings: manifest, modules: { kernel: readKernel() } };
  },
  indexFiles(settings) {
    const { format, root } = settings as IndexManifest;
    return format === indexFormat ? indexFiles(root) : [];
  },
  async open(settings, { output }) {
    const manifest = settings as IndexManifest;
    checkManifest(manifest);
    const languages = await loadLanguages(manifest.languages);
    const store = new CompiledStore(manifest, assetsOf(output), loadKernel());
    return { answerer: createAnswerer(store, languages), languages, close: async () => {} };
  },
  openInMemory: compileInMemory,
};
