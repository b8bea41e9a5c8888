import { gzipSync } from "node:zlib";
import { assetProblems, pagesProblem } from "../build/asset-limits.ts";
import { BuildCache, cachePath } from "../build/build-cache.ts";
import { compileCorpus } from "../build/compile-corpus.ts";
import { buildKernel } from "../build/kernel.ts";
import { log, reportProblems } from "../build/log.ts";
import { assetFolder, OutputFolder } from "../build/output.ts";
import { progressLine } from "../build/progress.ts";
import { publishAgents, publishSite, publishWidget } from "../build/publish-site.ts";
import {
  CorpusChangedError,
  type CorpusSnapshot,
  publishedArticles,
  readCorpus,
} from "../build/read-corpus.ts";
import { indexFiles, readManifest, writeDatabaseManifest, writeManifest } from "../build/worker-entry.ts";
import { articlePage } from "../site/article-page.ts";
import type { Site } from "../site/shell.ts";
import { hasOwnPage, pageFile } from "../site/site.ts";

/** Writes the index, the pages of the articles, and the manifest. @returns file names of the index */
async function publishIndex(
  snapshot: CorpusSnapshot,
  cache: BuildCache,
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
  writeManifest(manifest);
  const names = indexFiles(manifest);
  const bytes = names.reduce((sum, name) => sum + (assets.sizes.get(name) ?? 0), 0);
  log(
    `${manifest.articles} articles, ${manifest.passages} passages, index ${(bytes / 1000).toFixed(0)} kB in ${names.length} files`,
  );
  return names;
}

/** Writes everything that is served, and the manifest last: it makes the new build the current one. */
async function publish(snapshot: CorpusSnapshot, cache: BuildCache): Promise<void> {
  const { collection, languages, articles, images } = snapshot;
  const withoutPages = collection.engine === "compiled" && pagesProblem(articles.filter(hasOwnPage).length);
  if (withoutPages) log(`warning: ${withoutPages}`, "yellow");
  const assets = new OutputFolder(assetFolder);
  const before = readManifest();
  const widget = await publishWidget(assets);
  await publishAgents();
  if (collection.engine === "compiled") buildKernel();
  const site = await publishSite(assets, collection, articles);
  images.publish(assets);
  let names: string[] = [];
  if (collection.engine === "compiled") names = await publishIndex(snapshot, cache, assets, site);
  else writeDatabaseManifest(languages.codes, site);
  // A running `wrangler dev` uses the files of the last build until it reloads.
  const isRunning = process.env["WRANGLER_COMMAND"] === "dev" && before !== undefined;
  assets.removeOthers(new Set(isRunning ? indexFiles(before) : []));

  log(
    `${assets.sizes.size - names.length} files for readers, widget ${(gzipSync(widget).length / 1000).toFixed(2)} kB gzip`,
  );
  if (collection.engine === "d1") log("articles come from D1: npm run ingest -- --local, or --remote");
  const limits = assetProblems(assets.sizes);
  for (const warning of limits.warnings) log(`warning: ${warning}`, "yellow");
  for (const error of limits.errors) log(error, "red");
  if (limits.errors.length > 0) process.exitCode = 1;
}

const directory = process.env["CORPUS_DIR"] ?? "corpus";
const cache = new BuildCache(cachePath);
try {
  const reading = progressLine("reading articles");
  const snapshot = await readCorpus(directory, cache, reading.update);
  reading.end();
  if (reportProblems(directory, snapshot.problems, "the last good build stays in place")) {
    await publish(snapshot, cache);
    // A build of a D1 corpus does not use the entries that an ingest needs.
    if (snapshot.collection.engine === "compiled") cache.prune();
  } else {
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof CorpusChangedError)) throw error;
  log(error.message, "red");
  process.exitCode = 1;
} finally {
  cache.close();
}
const { maxRSS } = process.resourceUsage();
log(`${process.uptime().toFixed(1)} s, at most ${(maxRSS / 1000).toFixed(0)} MB of memory`);
