import { parseArgs } from "node:util";
import { BuildCache, cachePath } from "../build/build-cache.ts";
import { explainError } from "../build/engines/index.ts";
import { ingestCorpus } from "../build/ingest-corpus.ts";
import { log, type ReportOptions } from "../build/log.ts";
import { CorpusChangedError } from "../build/read-corpus.ts";
import { IngestError } from "../index/d1/ingest/error.ts";
import type { IngestReport } from "../index/ingest-report.ts";

const usage = `usage: npm run ingest -- --local | --remote [--config FILE] [--verbose] [--strict]

--local   writes to the D1 database of this machine, which npm run dev reads
--remote  writes to the one that the deployed Worker reads; needs CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID
--config  the configuration that binds the database as CORPUS, wrangler.toml unless told otherwise
--verbose prints each warning, instead of a line for each kind
--strict  stores nothing when there is a warning`;

interface Arguments extends ReportOptions {
  readonly isRemote: boolean;
  readonly config: string;
}

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      local: { type: "boolean", default: false },
      remote: { type: "boolean", default: false },
      config: { type: "string", default: "wrangler.toml" },
      verbose: { type: "boolean", default: false },
      strict: { type: "boolean", default: false },
    },
  });
  if (values.local === values.remote) throw new IngestError(usage);
  const { remote: isRemote, config, verbose, strict } = values;
  return { isRemote, config, verbose, strict };
}

function summary({ info, published, added, changed, removed, files }: IngestReport): string {
  const count = `${info.articles} articles, ${info.passages} passages`;
  if (!published) return `${count}: the database has them all already`;
  return `${count}: ${added} added, ${changed} changed, ${removed} removed, ${files} files written; readers see them now`;
}

const cache = new BuildCache(cachePath);
try {
  const { isRemote, config, ...report } = readArguments();
  const result = await ingestCorpus({
    corpus: process.env["CORPUS_DIR"] ?? "corpus",
    cache,
    report,
    target: { isRemote, config, env: process.env },
  });
  if (result === undefined) process.exitCode = 1;
  else log(summary(result));
} catch (error) {
  const isUsage = error instanceof TypeError && "code" in error;
  const message = isUsage
    ? `${error.message}\n${usage}`
    : error instanceof CorpusChangedError
      ? error.message
      : explainError(error);
  if (message === undefined) throw error;
  log(message, "red");
  process.exitCode = 1;
} finally {
  cache.close();
}
