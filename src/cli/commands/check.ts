import { styleText } from "node:util";
import type { Command } from "commander";
import { buildService } from "../build-service.ts";
import { type BuildOptions, command, corpusFolder, outOption, reportOptions } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { address } from "../read-address.ts";

interface CheckOptions extends BuildOptions {
  readonly build: boolean;
  readonly live?: string;
}

/** Most faults of a page that are printed one by one. */
const toldOfPage = 5;

async function check(folder: string | undefined, options: CheckOptions): Promise<void> {
  if (options.build) await buildService(corpusFolder(folder), options);
  const { openBuilt } = await import("../../build/open.ts");
  const { checkCitations } = await import("../../build/live/check-citations.ts");
  const { pageReader } = await import("../../build/live/read-page.ts");
  const { progressLine } = await import("../../build/progress.ts");
  const { answerer, languages, close } = await openBuilt(options.out);
  const progress = progressLine("checking pages");
  const { live } = options;
  const report = await checkCitations({
    answerer,
    languages,
    readPage: pageReader(),
    ...(live !== undefined && { live }),
    onProgress: progress.update,
  }).finally(() => {
    progress.end();
    return close();
  });
  const red = (text: string): string => styleText("red", text, { stream: process.stdout });
  for (const [url, faults] of Map.groupBy(report.faults, (fault) => fault.url)) {
    for (const { fault, sentence } of faults.slice(0, toldOfPage)) {
      const words = sentence?.replace(/[\p{Cc}\s]+/gu, " ").slice(0, 120);
      console.log(`${red(`${url} ${fault}`)}${words === undefined ? "" : `: “${words}”`}`);
    }
    if (faults.length > toldOfPage) console.log(`  and ${faults.length - toldOfPage} more of this page`);
  }
  const { pages, sentences, faults } = report;
  console.log(`${sentences} sentences of ${pages} pages checked, ${faults.length} faults`);
  if (faults.length > 0) process.exitCode = exitCodes.faults;
}

/** `footnote check` */
export function checkCommand(): Command {
  const created = command(
    "check",
    "Check on the live site that every sentence stands where a citation leads",
    [
      ["footnote check ./docs --live https://docs.example.org", "fetches each page once"],
      ["footnote check ./docs", "at the addresses that answers link to"],
    ],
  )
    .argument("[folder]", "the articles (default: CORPUS_DIR, else corpus)")
    .option("--live <address>", "where the site is, if not where answers link to", address)
    .option("--no-build", "check the last build")
    .addOption(outOption());
  for (const option of reportOptions()) created.addOption(option);
  return created.action(check);
}
