import { relative } from "node:path";
import { gzipSync } from "node:zlib";
import { encodeSuggestions } from "../../index/suggestions.ts";
import { count } from "../../shared/count.ts";
import { hasOwnPage } from "../../site/site.ts";
import { suggestionsOf } from "../../site/suggestions.ts";
import type { PublishedHead, PublishedLanguage } from "../../static/published.ts";
import type { BuildCache } from "../build-cache.ts";
import { bundleAnswerer, bundleLanguage, bundleWidget } from "../bundle.ts";
import { readKernel, readScriptKernel } from "../engines/compiled/kernel.ts";
import { pack } from "../engines/compiled/pack.ts";
import { writeIndex } from "../engines/compiled/write-index.ts";
import { log, type ReportOptions, reportProblems } from "../log.ts";
import { labelFiles } from "../pack-labels.ts";
import { progressLine } from "../progress.ts";
import { publishLexicons } from "../publish-lexicons.ts";
import { type CorpusSnapshot, readCorpus } from "../read-corpus.ts";
import { workerPath, writeServiceWorker } from "./service-worker.ts";
import { StaticFolder } from "./static-folder.ts";

/** What to build, and where. */
export interface StaticSettings {
  /** Folder of the articles. With a site, the corpus.yaml of the working folder counts when this one has none. */
  readonly corpus: string;
  /** Folder for the files, and for nothing else: `dist/footnote`. */
  readonly output: string;
  /** Folder of the site that the files are published with, to which links of answers lead; none when they have a base URL. */
  readonly site?: string;
  /** Whether to write a service worker beside the site's pages, with which they answer offline; needs `site`. */
  readonly offline?: boolean;
  readonly cache: BuildCache;
  /** How the problems of the corpus are printed, and which of them stop the build. */
  readonly report?: ReportOptions;
}

/**
 * Builds what answers without a server: the index, the script that reads it, and the widget. When the corpus has errors, they
 * are logged and the last good build stays in place.
 *
 * @returns whether it was built
 * @throws StaticFolderError when the folder holds other files
 * @throws CorpusChangedError when a file of the corpus changes meanwhile
 */
export async function buildStatic(settings: StaticSettings): Promise<boolean> {
  const { corpus, output, site, cache, report } = settings;
  const folder = new StaticFolder(output);
  const reading = progressLine("reading articles");
  const snapshot = await readCorpus(
    corpus,
    cache,
    reading.update,
    site === undefined ? undefined : { settings: "." },
  );
  reading.end();
  if (!reportProblems(corpus, snapshot.problems, "the last good build stays in place", report)) return false;
  warnOfLinks(snapshot, site);
  const index = await writeIndex(snapshot, cache, {
    write: (name, file) => folder.indexFile(name, file),
    inParts: true,
  });
  const { script, session, answers, files, agents } = await bundleWidget(snapshot.languages.codes);
  folder.writePlain("widget.js", script);
  const asking = [session, answers, files];
  const later = [...asking, agents];
  for (const { name, content } of later) folder.writePlain(name, content);
  for (const [path, content] of labelFiles()) folder.writePlain(path, content);
  const answerer = await bundleAnswerer();
  const languages = await Promise.all(snapshot.languages.codes.map((code) => writeLanguage(code, folder)));
  const head: PublishedHead = {
    answerer: folder.script("answerer.js", answerer),
    languages: languages.map(({ published }) => published),
    suggestions: folder.packed("suggestions.bin", encodeSuggestions(suggestionsOf(snapshot.articles))),
    // Text in base64 packs badly, whatever a host sends it in.
    kernel: Buffer.from(pack(readKernel())).toString("base64"),
    scriptKernel: folder.script("kernel.js", readScriptKernel()),
    ...(site !== undefined && { site: pathTo(site, output) }),
    ...(site !== undefined && settings.offline === true && { serviceWorker: workerPath(site, output) }),
    index,
  };
  folder.finish(head);
  if (site !== undefined && settings.offline === true) {
    const paths = folder.paths.map((path) => later.find(({ name }) => name === path)?.address ?? path);
    await writeServiceWorker(site, output, paths);
  }
  cache.prune();
  const { articles, passages } = index;
  log(
    `${count(articles, "article")}, ${count(passages, "passage")}, ${kilobytes(folder.bytes)} in ${folder.files} files`,
  );
  const widget = asking.map(({ content }) => content);
  const once = [...widget, JSON.stringify(head), answerer, ...languages.map((language) => language.script)];
  const loaded = once.reduce((sum, content) => sum + compressed(content), 0);
  log(
    `a page loads ${kilobytes(compressed(script))} of widget, ${kilobytes(loaded)} once to answer, and of the index what a question needs`,
  );
  return true;
}

/** The relative path from a folder to one above or beside it, with a slash at the end. */
function pathTo(folder: string, from: string): string {
  const path = relative(from, folder).replaceAll("\\", "/");
  return path === "" ? "./" : `${path}/`;
}

/** A language as a script, and its words in files of their own. */
async function writeLanguage(
  code: string,
  folder: StaticFolder,
): Promise<{ published: PublishedLanguage; script: Uint8Array }> {
  const script = await bundleLanguage(code);
  const published = folder.script(`languages/${code}.js`, script);
  const { [code]: lexicon } = await publishLexicons([code], (path, content) =>
    folder.indexFile(path, content),
  );
  return { published: { ...published, ...(lexicon !== undefined && { lexicon }) }, script };
}

/** Articles without an address have no page that a citation could lead to. */
function warnOfLinks({ articles }: CorpusSnapshot, site: string | undefined): void {
  const own = articles.filter(hasOwnPage).length;
  if (own === 0 || site !== undefined) return;
  log(
    `warning: ${own} of ${articles.length} articles have no address, and a static build makes no pages: set baseUrl or url in corpus.yaml, so that citations lead somewhere`,
    "yellow",
  );
}

/** What a reader loads of a script or a text, as hosts compress it. */
const compressed = (content: string | Uint8Array): number => gzipSync(content, { level: 9 }).length;

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
