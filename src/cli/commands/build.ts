import type { Command } from "commander";
import { buildService } from "../build-service.ts";
import { type BuildOptions, command, corpusFolder, outOption, reportOptions } from "../command.ts";

/** `footnote build` */
export function buildCommand(): Command {
  const build = command("build", "Build the index, the pages and the Worker out of a folder of articles", [
    ["footnote build ./docs", "Markdown, MDX, HTML or text, in folders as you like"],
    ["footnote build ./docs --strict", "fail on warnings too, as in CI"],
  ])
    .argument("[folder]", "the articles (default: CORPUS_DIR, else corpus)")
    .addOption(outOption());
  for (const option of reportOptions()) build.addOption(option);
  return build.action(async (folder: string | undefined, options: BuildOptions) => {
    const { log } = await import("../../build/log.ts");
    await buildService(corpusFolder(folder), options);
    const { maxRSS } = process.resourceUsage();
    log(`${process.uptime().toFixed(1)} s, at most ${(maxRSS / 1000).toFixed(0)} MB of memory`);
  });
}
