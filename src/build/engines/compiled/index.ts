import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createAnswerer } from "../../../answer/answer.ts";
import { indexFiles } from "../../../index/compiled/format/index-format.ts";
import { checkManifest, type IndexManifest, indexFormat } from "../../../index/compiled/format/manifest.ts";
import { startKernel } from "../../../index/compiled/read/kernel.ts";
import { CompiledStore } from "../../../index/compiled/store.ts";
import { IndexUnavailableError } from "../../../index/store.ts";
import { count } from "../../../shared/count.ts";
import { articleMarkdown, WholeCollection } from "../../../site/article-markdown.ts";
import { articlePage } from "../../../site/article-page.ts";
import { hasOwnPage, markdownFile, pageFile, withMarkdown } from "../../../site/site.ts";
import { typed } from "../../invocation.ts";
import { loadLanguages } from "../../languages.ts";
import { log } from "../../log.ts";
import { assetFolder } from "../../output.ts";
import { publishLists } from "../../publish-site.ts";
import type { NodeEngine } from "../engine.ts";
import { compileInMemory } from "./compile-corpus.ts";
import { loadKernel, readKernel } from "./kernel.ts";
import { writeIndex } from "./write-index.ts";

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
    const isMarked = withMarkdown(snapshot.articles.filter(hasOwnPage)).length > 0;
    const whole = new WholeCollection();
    const manifest = await writeIndex(snapshot, source.cache, {
      write: (name, file) => assets.write(name, file),
      onArticle({ article, content }) {
        const markdown = articleMarkdown(site, article);
        whole.add(markdown);
        if (!hasPages || !hasOwnPage(article)) return;
        assets.write(pageFile(article), articlePage(site, article, content));
        if (isMarked) assets.write(markdownFile(article), markdown);
      },
    });
    assets.write("llms-full.txt", whole.text());
    const names = indexFiles(manifest.root);
    const bytes = names.reduce((sum, name) => sum + (assets.sizes.get(name) ?? 0), 0);
    log(
      `${count(manifest.articles, "article")}, ${count(manifest.passages, "passage")}, index ${(bytes / 1000).toFixed(0)} kB in ${names.length} files`,
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
    const store = new CompiledStore(manifest, assetsOf(output), startKernel(loadKernel()));
    return { answerer: createAnswerer(store, languages), languages, close: async () => {} };
  },
  openInMemory: compileInMemory,
};
