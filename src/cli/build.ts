import { join } from "node:path";
import { styleText } from "node:util";
import { gzipSync } from "node:zlib";
import { formatProblem, type Problem } from "../corpus/problem.ts";
import { articlePage } from "../site/article-page.ts";
import { isOwn, pageFile } from "../site/site.ts";
import { assetProblems } from "./asset-limits.ts";
import { BuildCache } from "./build-cache.ts";
import { compileCorpus } from "./compile-corpus.ts";
import { indexFiles, readManifest, writeManifest } from "./manifest.ts";
import { assetFolder, OutputFolder } from "./output.ts";
import { progressLine } from "./progress.ts";
import { publishSite, publishWidget } from "./publish-site.ts";
import { CorpusChangedError, publishedArticles, type Survey, surveyCorpus } from "./survey.ts";

/** What earlier builds of this project worked out. */
const cachePath = join(".footnote", "build.db");

const say = (message: string, colour?: "red" | "yellow"): void =>
  console.error(colour === undefined ? message : styleText(colour, message, { stream: process.stderr }));

/** Tells all problems of a corpus. @returns whether it can be published */
function report(directory: string, problems: readonly Problem[]): boolean {
  for (const problem of problems) {
    say(formatProblem(problem), problem.severity === "error" ? "red" : "yellow");
  }
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (errors === 0) return true;
  const count = `${errors} ${errors === 1 ? "error" : "errors"}`;
  say(`${count} in ${directory}; the last good build stays in place`);
  return false;
}

/** Writes all that is served, and at the end the manifest, which switches to it. */
async function publish(survey: Survey, cache: BuildCache): Promise<void> {
  const { collection, languages, articles, images, textLength } = survey;
  const assets = new OutputFolder(assetFolder);
  const before = readManifest();
  const widget = await publishWidget(assets);
  const site = await publishSite(assets, collection, articles);
  images.publish(assets);

  const indexing = progressLine("indexing articles");
  const joining = progressLine("writing posting lists, bytes");
  function* indexed() {
    let done = 0;
    for (const published of publishedArticles(survey, cache)) {
      if (isOwn(published.article)) {
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
  // A Worker under development goes on with the files of the last build until it is told of this one.
  const isRunning = process.env["WRANGLER_COMMAND"] === "dev" && before !== undefined;
  assets.removeOthers(new Set(isRunning ? indexFiles(before) : []));

  const names = indexFiles(manifest);
  const bytes = names.reduce((sum, name) => sum + (assets.sizes.get(name) ?? 0), 0);
  say(
    `${manifest.articles} articles, ${manifest.passages} passages, index ${(bytes / 1000).toFixed(0)} kB in ${names.length} files`,
  );
  say(
    `${assets.sizes.size - names.length} files for readers, widget ${(gzipSync(widget).length / 1000).toFixed(2)} kB gzip`,
  );
  const limits = assetProblems(assets.sizes);
  for (const warning of limits.warnings) say(`warning: ${warning}`, "yellow");
  for (const error of limits.errors) say(error, "red");
  if (limits.errors.length > 0) process.exitCode = 1;
}

const directory = process.env["CORPUS_DIR"] ?? "corpus";
const cache = new BuildCache(cachePath);
try {
  const reading = progressLine("reading articles");
  const survey = await surveyCorpus(directory, cache, reading.update);
  reading.end();
  if (report(directory, survey.problems)) {
    await publish(survey, cache);
    cache.prune();
  } else {
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof CorpusChangedError)) throw error;
  say(error.message, "red");
  process.exitCode = 1;
} finally {
  cache.close();
}
const { maxRSS } = process.resourceUsage();
say(`${process.uptime().toFixed(1)} s, at most ${(maxRSS / 1000).toFixed(0)} MB of memory`);
