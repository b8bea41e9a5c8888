import { indexFiles } from "../../../index/compiled/format/index-format.ts";
import { count } from "../../../shared/count.ts";
import { articleMarkdown, WholeCollection } from "../../../site/article-markdown.ts";
import { articlePage } from "../../../site/article-page.ts";
import { hasOwnPage, markdownFile, pageFile, withMarkdown } from "../../../site/site.ts";
import { log } from "../../log.ts";
import { publishLists } from "../../publish-site.ts";
import type { EngineBuilt, EngineSource } from "../engine.ts";
import { readKernel } from "./kernel.ts";
import { writeIndex } from "./write-index.ts";

/** Writes the index of a corpus and the pages of its articles. @returns the manifest of the index as settings, and the kernel */
export async function writeService({ assets, cache, site, snapshot }: EngineSource): Promise<EngineBuilt> {
  const hasPages = publishLists(assets, site, snapshot.articles, snapshot.collection.plan);
  const isMarked = withMarkdown(snapshot.articles.filter(hasOwnPage)).length > 0;
  const whole = new WholeCollection();
  const manifest = await writeIndex(snapshot, cache, {
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
}
