import { gzipSync } from "node:zlib";
import { articlePage } from "../site/article-page.ts";
import type { Site } from "../site/shell.ts";
import { hasOwnPage, pageFile } from "../site/site.ts";
import { assetProblems, pagesProblem } from "./asset-limits.ts";
import type { BuildCache } from "./build-cache.ts";
import { compileCorpus } from "./compile-corpus.ts";
import { askDeclared } from "./declared-questions.ts";
import { readKernel } from "./kernel.ts";
import { log, type ReportOptions, reportProblems } from "./log.ts";
import { openBuilt } from "./open.ts";
import { assetFolder, OutputFolder } from "./output.ts";
import { progressLine } from "./progress.ts";
import { publishAgents, publishSite, publishWidget } from "./publish-site.ts";
import { type CorpusSnapshot, publishedArticles, readCorpus } from "./read-corpus.ts";
import { indexFiles, readManifest, writeDatabaseManifest, writeManifest } from "./worker-entry.ts";

/** What to build, and where. */
export interface BuildSettings {
  /** Folder of the articles. */
  readonly corpus: string;
  /** Folder of everything that is written. */
  readonly output: string;
  readonly cache: BuildCache;
  /** `wrangler dev` is running and serves the last build until it reloads. */
  readonly isServed?: boolean;
  /** How the problems of the corpus are told, and which of them stop the build. */
  readonly report?: ReportOptions;
}

/** Writes the index, the pages of the articles, and the manifest. @returns file names of the index */
async function publishIndex(
  snapshot: CorpusSnapshot,
  { cache, output }: BuildSettings,
  assets: OutputFolder,
  site: Site,
): Promise<string[]> {
  const { collection, languages, articles, textLength } = snapshot;
  const hasPages = pagesProblem(articles.filter(hasOwnPage).length) === undefined;
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
  writeManifest(output, manifest, readKernel());
  const names = indexFiles(manifest);
  const bytes = names.reduce((sum, name) => sum + (assets.sizes.get(name) ?? 0), 0);
  log(
    `${manifest.articles} articles, ${manifest.passages} passages, index ${(bytes / 1000).toFixed(0)} kB in ${names.length} files`,
  );
  return names;
}

/** Writes everything that is served, and the manifest last: it makes the new build the current one. @returns whether it can be deployed */
async function publish(snapshot: CorpusSnapshot, settings: BuildSettings): Promise<boolean> {
  const { output } = settings;
  const { collection, languages, articles, images } = snapshot;
  const withoutPages = collection.engine === "compiled" && pagesProblem(articles.filter(hasOwnPage).length);
  if (withoutPages) log(`warning: ${withoutPages}`, "yellow");
  const assets = new OutputFolder(assetFolder(output));
  const before = readManifest(output);
  const widget = await publishWidget(output, assets);
  await publishAgents(output);
  const site = await publishSite(assets, collection, articles);
  images.publish(assets);
  let names: string[] = [];
  if (collection.engine === "compiled") names = await publishIndex(snapshot, settings, assets, site);
  else writeDatabaseManifest(output, languages.codes, site);
  // A running `wrangler dev` uses the files of the last build until it reloads.
  const isInUse = settings.isServed === true && before !== undefined;
  assets.removeOthers(new Set(isInUse ? indexFiles(before) : []));

  log(
    `${assets.sizes.size - names.length} files for readers, widget ${(gzipSync(widget).length / 1000).toFixed(2)} kB gzip`,
  );
  if (collection.engine === "d1") log("articles come from D1: npm run ingest -- --local, or --remote");
  const limits = assetProblems(assets.sizes);
  for (const warning of limits.warnings) log(`warning: ${warning}`, "yellow");
  for (const error of limits.errors) log(error, "red");
  return limits.errors.length === 0;
}

/** Warns of questions that articles say they answer and do not. */
async function reportDeclared(
  { articles, refs }: CorpusSnapshot,
  { corpus, output, report }: BuildSettings,
): Promise<void> {
  const declaring = articles.flatMap((article, index) => {
    const path = refs[index]?.path;
    return path === undefined || article.questions.length === 0 ? [] : [{ path, article }];
  });
  if (declaring.length === 0) return;
  const { answerer, close } = await openBuilt(output);
  try {
    const problems = await askDeclared(answerer, declaring);
    reportProblems(corpus, problems, "", { verbose: report?.verbose === true });
  } finally {
    await close();
  }
}

/**
 * Builds a service: the index, the pages and the Worker's entry. When the corpus has errors, they are logged and the last
 * good build stays in place.
 *
 * @returns whether it was built and can be deployed
 * @throws CorpusChangedError when a file of the corpus changes meanwhile
 */
export async function build(settings: BuildSettings): Promise<boolean> {
  const { corpus, cache } = settings;
  const reading = progressLine("reading articles");
  const snapshot = await readCorpus(corpus, cache, reading.update);
  reading.end();
  if (!reportProblems(corpus, snapshot.problems, "the last good build stays in place", settings.report))
    return false;
  const isDeployable = await publish(snapshot, settings);
  if (snapshot.collection.engine === "compiled") await reportDeclared(snapshot, settings);
  // A build of a D1 corpus does not use the entries that an ingest needs.
  if (snapshot.collection.engine === "compiled") cache.prune();
  return isDeployable;
}
