import { join } from "node:path";
import { styleText } from "node:util";
import { gzipSync } from "node:zlib";
import { loadCorpus } from "../corpus/load.ts";
import { formatProblem } from "../corpus/problem.ts";
import { analyserVersion } from "../text/analyser.ts";
import { indexCorpus } from "./index-corpus.ts";
import { writeManifest } from "./manifest.ts";
import { assetFolder, removeOthers, writeWhole } from "./output.ts";
import { progressLine } from "./progress.ts";

const directory = process.env["CORPUS_DIR"] ?? "corpus";
const started = performance.now();

const progress = progressLine("reading articles");
const { collection, articles, problems } = await loadCorpus(directory, { onProgress: progress.update });
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

const { info, bytes } = await indexCorpus(collection, articles);
const file = `index/${info.version.slice(0, 32)}.json`;
writeWhole(join(assetFolder, file), bytes);
writeManifest({ ...info, analyser: analyserVersion, file });
removeOthers(assetFolder, new Set([file]));

const seconds = ((performance.now() - started) / 1000).toFixed(1);
const kilobytes = (bytes.length / 1000).toFixed(0);
const compressed = (gzipSync(bytes).length / 1000).toFixed(0);
console.error(
  `${info.articles} articles, ${info.passages} passages, index ${kilobytes} kB (${compressed} kB gzip) in ${seconds} s`,
);
