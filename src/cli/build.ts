import { build } from "../build/build.ts";
import { BuildCache, cachePath } from "../build/build-cache.ts";
import { log } from "../build/log.ts";
import { defaultOutput } from "../build/output.ts";
import { CorpusChangedError } from "../build/read-corpus.ts";

const cache = new BuildCache(cachePath);
try {
  const isBuilt = await build({
    corpus: process.env["CORPUS_DIR"] ?? "corpus",
    output: defaultOutput,
    cache,
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
