import { parseArgs } from "node:util";
import { build } from "../build/build.ts";
import { BuildCache, cachePath } from "../build/build-cache.ts";
import { log, type ReportOptions } from "../build/log.ts";
import { defaultOutput } from "../build/output.ts";
import { CorpusChangedError } from "../build/read-corpus.ts";

const usage = `usage: npm run build -- [--verbose] [--strict]

--verbose  prints each warning, instead of a line for each kind
--strict   builds nothing when there is a warning`;

function readArguments(): ReportOptions {
  try {
    const options = { verbose: { type: "boolean" }, strict: { type: "boolean" } } as const;
    return parseArgs({ options }).values;
  } catch (error) {
    if (!(error instanceof TypeError && "code" in error)) throw error;
    console.error(`${error.message}\n${usage}`);
    process.exit(2);
  }
}

const report = readArguments();
const cache = new BuildCache(cachePath);
try {
  const isBuilt = await build({
    corpus: process.env["CORPUS_DIR"] ?? "corpus",
    output: defaultOutput,
    cache,
    report,
    isServed: process.env["WRANGLER_COMMAND"] === "dev",
  });
  if (!isBuilt) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof CorpusChangedError)) throw error;
  log(error.message, "red");
  process.exitCode = 1;
} finally {
  cache.close();
}
const { maxRSS } = process.resourceUsage();
log(`${process.uptime().toFixed(1)} s, at most ${(maxRSS / 1000).toFixed(0)} MB of memory`);
