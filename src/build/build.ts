import { gzipSync } from "node:zlib";
import { assetProblems } from "./asset-limits.ts";
import type { BuildCache } from "./build-cache.ts";
import { lockOutput } from "./build-lock.ts";
import { askDeclared } from "./declared-questions.ts";
import { engines } from "./engines/index.ts";
import { checkFolders } from "./folders.ts";
import { log, type ReportOptions, reportProblems } from "./log.ts";
import { openBuilt } from "./open.ts";
import { assetFolder, OutputFolder } from "./output.ts";
import { progressLine } from "./progress.ts";
import { publishLexicons } from "./publish-lexicons.ts";
import { publishAgents, publishSite, publishWidget } from "./publish-site.ts";
import { type CorpusSnapshot, readCorpus } from "./read-corpus.ts";
import { switchTo, withStaging } from "./staging.ts";
import { readBuilt, writeWorkerEntry } from "./worker-entry.ts";

/** What to build, and where. */
export interface BuildSettings {
  /** Folder of the articles. */
  readonly corpus: string;
  /** Folder of everything that is written. */
  readonly output: string;
  readonly cache: BuildCache;
  /** Path that the service is served below, without a slash at the end: `/help`. Empty for the root of a host. */
  readonly base?: string;
  /** `wrangler dev` is running and serves the last build until it reloads. */
  readonly isServed?: boolean;
  /** How the problems of the corpus are reported, and which of them stop the build. */
  readonly report?: ReportOptions;
}

/** Writes everything that is served into a folder of its own, then makes it the current build. @returns whether it can be deployed */
async function publish(
  snapshot: CorpusSnapshot,
  { cache, output, base = "", isServed = false }: BuildSettings,
  staging: string,
): Promise<boolean> {
  const { collection, articles, images } = snapshot;
  const engine = engines[collection.engine];
  const assets = new OutputFolder(assetFolder(staging), assetFolder(output));
  const before = readBuilt(output);
  const widget = await publishWidget(staging, assets, snapshot.languages.codes);
  await publishAgents(staging);
  const site = await publishSite(assets, collection, articles, { base, images });
  images.publish(assets);
  const built = await engine.build({ snapshot, cache, site, assets });
  const lexicons = await publishLexicons(built.languages, (path, content) => assets.write(path, content));
  writeWorkerEntry(staging, engine.name, { ...built, lexicons }, base, output);
  // A running `wrangler dev` uses the files of the last build until it reloads.
  const kept = isServed && before !== undefined ? engines[before.engine].indexFiles(before.settings) : [];
  switchTo(staging, output, new Set(kept), assets.unchanged);

  const files = assets.sizes.size - engine.indexFiles(built.settings).length;
  const sizes = [widget.script, widget.session.content, widget.answers.content].map(
    (content) => gzipSync(content).length / 1000,
  );
  const [page = 0, session = 0, answers = 0] = sizes;
  log(
    `${files} files for readers, widget ${page.toFixed(2)} kB gzip with a page, ${(page + session).toFixed(2)} once a reader comes to it, ${(page + session + answers).toFixed(2)} once one types`,
  );
  const limits = assetProblems(assets.sizes, collection.plan);
  for (const warning of limits.warnings) log(`warning: ${warning}`, "yellow");
  for (const error of limits.errors) log(error, "red");
  return limits.errors.length === 0;
}

/** A corpus whose articles are shown below a path of their host, unless they say where they are shown. */
function below(base: string, snapshot: CorpusSnapshot): CorpusSnapshot {
  const { collection } = snapshot;
  if (collection.url.length > 0) return snapshot;
  return { ...snapshot, collection: { ...collection, baseUrl: collection.baseUrl + base } };
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
 * @throws OutputError when the output folder may not or cannot be written to
 */
export async function build(settings: BuildSettings): Promise<boolean> {
  const { corpus, output } = settings;
  checkFolders(corpus, output);
  const release = await lockOutput(output, corpus);
  try {
    return await buildAlone(settings);
  } finally {
    release();
  }
}

async function buildAlone(settings: BuildSettings): Promise<boolean> {
  const { corpus, cache, output } = settings;
  const reading = progressLine("reading articles");
  const snapshot = below(settings.base ?? "", await readCorpus(corpus, cache, reading.update));
  reading.end();
  if (!reportProblems(corpus, snapshot.problems, "the last good build stays in place", settings.report))
    return false;
  const isDeployable = await withStaging(output, (staging) => publish(snapshot, settings, staging));
  const takesArticles = engines[snapshot.collection.engine].ingest === undefined;
  if (takesArticles) await reportDeclared(snapshot, settings);
  // A build that does not take the articles does not use the entries that an ingest needs.
  if (takesArticles) cache.prune();
  return isDeployable;
}
