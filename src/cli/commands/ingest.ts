import { type Command, Option } from "commander";
import type { IngestReport } from "../../index/ingest-report.ts";
import { command, corpusFolder, reportOptions } from "../command.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";

interface IngestOptions {
  readonly local?: true;
  readonly remote?: true;
  readonly config?: string;
  readonly verbose?: boolean;
  readonly strict?: boolean;
}

function summary({ info, published, added, changed, removed, files }: IngestReport): string {
  const count = `${info.articles} articles, ${info.passages} passages`;
  if (!published) return `${count}: the database has them all already`;
  return `${count}: ${added} added, ${changed} changed, ${removed} removed, ${files} files written; readers see them now`;
}

async function ingest(folder: string | undefined, options: IngestOptions): Promise<void> {
  const { local, remote, config: given, ...report } = options;
  if (local === remote) {
    throw new CommandError(
      "Say which database: --local or --remote.\nfootnote ingest --help tells them apart.",
    );
  }
  const { BuildCache, cachePath } = await import("../../build/build-cache.ts");
  const { ingestCorpus } = await import("../../build/ingest-corpus.ts");
  const { log } = await import("../../build/log.ts");
  const { prepareOwnFolder } = await import("../../build/output.ts");
  const { configurationFile } = await import("../../build/wrangler.ts");
  const config = given ?? configurationFile() ?? "wrangler.toml";
  prepareOwnFolder();
  const cache = new BuildCache(cachePath);
  try {
    const corpus = corpusFolder(folder);
    const target = { isRemote: remote === true, config, env: process.env };
    const result = await ingestCorpus({ corpus, cache, report, target });
    if (result === undefined) throw new CommandError(`${corpus} was not stored.`, exitCodes.faults);
    log(summary(result));
  } finally {
    cache.close();
  }
}

/** `footnote ingest` */
export function ingestCommand(): Command {
  const added = command(
    "ingest",
    "Bring a D1 database to the articles of a folder (engine: d1 in corpus.yaml)",
    [
      ["footnote ingest ./docs --local", "the database of this machine"],
      ["footnote ingest ./docs --remote", "the one that readers ask; no deploy follows"],
    ],
  )
    .argument("[folder]", "the articles (default: CORPUS_DIR, else corpus)")
    .addOption(new Option("--local", "write to the D1 database of this machine").conflicts("remote"))
    .option("--remote", "write to the deployed one; needs CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID")
    .option(
      "--config <file>",
      "the configuration that binds the database as CORPUS (default: that of the folder)",
    );
  for (const option of reportOptions()) added.addOption(option);
  return added.action(ingest);
}
