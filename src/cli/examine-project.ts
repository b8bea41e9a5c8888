import { statSync } from "node:fs";
import { relative } from "node:path";
import { assetProblems } from "../build/asset-limits.ts";
import { BuildCache, cachePath } from "../build/build-cache.ts";
import { checkConfiguration } from "../build/doctor/configuration.ts";
import { type Finding, finder } from "../build/doctor/finding.ts";
import { checkInstallation } from "../build/doctor/installation.ts";
import { checkService } from "../build/doctor/service.ts";
import type { OpenedAnswerer } from "../build/engines/engine.ts";
import { filesBelow } from "../build/files-below.ts";
import { checkCitations } from "../build/live/check-citations.ts";
import { pageReader } from "../build/live/read-page.ts";
import { openBuilt } from "../build/open.ts";
import { assetFolder, prepareOwnFolder } from "../build/output.ts";
import { readCorpus } from "../build/read-corpus.ts";
import { staticBuildBeside } from "../build/static/static-folder.ts";
import { readBuilt } from "../build/worker-entry.ts";
import type { PlanName } from "../corpus/names.ts";
import { IndexUnavailableError } from "../index/store.ts";
import { count } from "../shared/count.ts";

/** What to examine. */
export interface ExaminedProject {
  /** Folder of the articles. */
  readonly corpus: string;
  /** Folder of the built service. */
  readonly out: string;
  /** Addresses of the site that answers link to, of the service, and of the pages that ask it. */
  readonly live?: string;
  readonly service?: string;
  readonly origin?: string;
}

/** Most problems that are printed one by one. */
const told = 10;

/** @param isSite whether the articles are a built site, beside which a static build stands */
async function examineArticles(corpus: string, isSite: boolean) {
  const about = finder(corpus);
  prepareOwnFolder();
  const cache = new BuildCache(cachePath);
  try {
    const { articles, problems, collection } = await readCorpus(
      corpus,
      cache,
      undefined,
      isSite ? { settings: "." } : undefined,
    );
    const errors = problems.filter(({ severity }) => severity === "error");
    const warnings = problems.filter(({ severity }) => severity === "warning").length;
    const findings = errors
      .slice(0, told)
      .map(({ path, line, message }) => finder(`${path}:${line}`)("fault", message));
    if (errors.length > told)
      findings.push(about("fault", `${errors.length - told} more errors; build tells them`));
    const counted = `${count(articles.length, "article")}, ${count(warnings, "warning")}`;
    findings.push(
      about(warnings > 0 ? "note" : "fine", warnings > 0 ? `${counted}; build tells them` : counted),
    );
    const relative = articles.filter(({ url }) => url.startsWith("/")).length;
    if (!isSite && relative === articles.length && collection.baseUrl === "") {
      findings.push(
        about(
          "note",
          "answers link to the service's own pages; set baseUrl and url in corpus.yaml to link to your site",
        ),
      );
    }
    return { findings, engine: collection.engine, plan: collection.plan };
  } finally {
    cache.close();
  }
}

function examineAssets(out: string, plan: PlanName): Finding[] {
  const folder = assetFolder(out);
  const sizes = new Map(filesBelow(folder).map((path) => [relative(folder, path), statSync(path).size]));
  const { errors, warnings } = assetProblems(sizes, plan);
  const about = finder("limits");
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (errors.length + warnings.length === 0) {
    return [about("fine", `${count(sizes.size, "file")}, ${(bytes / 1_000_000).toFixed(1)} MB`)];
  }
  return [
    ...errors.map((error) => about("fault", error)),
    ...warnings.map((warning) => about("note", warning)),
  ];
}

async function examineCitations({ answerer, languages }: OpenedAnswerer, live: string): Promise<Finding[]> {
  const about = finder("citations");
  const { pages, sentences, faults } = await checkCitations({
    answerer,
    languages,
    live,
    readPage: pageReader(),
  });
  const findings = faults
    .slice(0, told)
    .map(({ url, fault, sentence }) =>
      finder(url)("fault", sentence === undefined ? fault : `${fault}: “${sentence.replace(/\s+/g, " ")}”`),
    );
  if (faults.length > told)
    findings.push(about("fault", `${faults.length - told} more; footnote check tells them`));
  if (faults.length === 0)
    findings.push(
      about("fine", `${count(sentences, "sentence")} of ${count(pages, "page")} stand where they lead`),
    );
  return findings;
}

/** Examines a project, nearest things first. */
export async function* examineProject(project: ExaminedProject): AsyncGenerator<Finding> {
  const { corpus, out, live, service, origin } = project;
  yield* checkInstallation();
  const files = staticBuildBeside(corpus);
  const { findings, engine, plan } = await examineArticles(corpus, files !== undefined);
  yield* findings;
  if (files !== undefined) yield finder(files)("fine", "answers beside the site, without a server");
  // A site without a service of its own has no more to be examined.
  if (files !== undefined && readBuilt(out) === undefined && live === undefined && service === undefined)
    return;
  yield* await checkConfiguration(out, engine);
  const about = finder(out);
  let opened: OpenedAnswerer | undefined;
  try {
    opened = await openBuilt(out);
    yield about("fine", "a build of this version of Footnote");
    yield* examineAssets(out, plan);
    if (live !== undefined) yield* await examineCitations(opened, live);
  } catch (error) {
    if (!(error instanceof IndexUnavailableError)) throw error;
    yield about(opened === undefined ? "note" : "fault", error.message);
  } finally {
    await opened?.close();
  }
  if (service !== undefined) yield* await checkService(service, opened?.answerer.store.info.version, origin);
}
