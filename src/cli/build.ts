import { join } from "node:path";
import { styleText } from "node:util";
import { loadCorpus } from "../corpus/load.ts";
import { formatProblem } from "../corpus/problem.ts";
import { assetProblems } from "./asset-limits.ts";
import { compileCorpus } from "./compile-corpus.ts";
import { writeManifest } from "./manifest.ts";
import { assetFolder, fileSizes, removeOthers, writeWhole } from "./output.ts";
import { progressLine } from "./progress.ts";
import { publishSite } from "./publish-site.ts";

const directory = process.env["CORPUS_DIR"] ?? "corpus";
const started = performance.now();

const progress = progressLine("reading articles");
const corpus = await loadCorpus(directory, { onProgress: progress.update });
const { collection, articles, problems } = corpus;
progress.end();

for (const problem of problems) {
  const colour = problem.severity === "error" ? "red" : "yellow";
  console.error(styleText(colour, formatProblem(problem), { stream: process.stderr }));
}
const errors = problems.filter(({ severity }) => severity === "error").length;
if (errors > 0) {
  console.error(
    `${errors} ${errors === 1 ? "error" : "errors"} in ${directory}; the last good build stays in place`,
  );
  process.exit(1);
}

const assets = new Set<string>();
let bytes = 0;
const indexing = progressLine("indexing articles");
const { manifest } = await compileCorpus(
  collection,
  articles,
  async (name, file) => {
    assets.add(name);
    bytes += file.length;
    writeWhole(join(assetFolder, name), file);
  },
  indexing.update,
);
indexing.end();
writeManifest(manifest);
const site = await publishSite(directory, corpus);
removeOthers(assetFolder, new Set([...assets, ...site.paths]));

const seconds = ((performance.now() - started) / 1000).toFixed(1);
const kilobytes = (bytes / 1000).toFixed(0);
console.error(
  `${manifest.articles} articles, ${manifest.passages} passages, index ${kilobytes} kB in ${assets.size} files, ${seconds} s`,
);
console.error(
  `${site.paths.length} files for readers, widget ${(site.widgetBytes / 1000).toFixed(2)} kB gzip`,
);

const limits = assetProblems(fileSizes(assetFolder));
for (const warning of limits.warnings) {
  console.error(styleText("yellow", `warning: ${warning}`, { stream: process.stderr }));
}
for (const error of limits.errors) console.error(styleText("red", error, { stream: process.stderr }));
if (limits.errors.length > 0) process.exitCode = 1;
