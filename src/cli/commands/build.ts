import { existsSync } from "node:fs";
import { type Command, InvalidArgumentError, Option } from "commander";
import { basePathOf } from "../../build/base-path.ts";
import { folderBeside } from "../../build/static/static-folder.ts";
import { buildService } from "../build-service.ts";
import { buildSiteFiles } from "../build-site-files.ts";
import { type BuildOptions, command, corpusFolder, outOption, reportOptions } from "../command.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";

interface Options extends BuildOptions {
  readonly base: string;
  readonly static?: true;
  readonly site?: string;
  readonly offline?: true;
}

/** `footnote build` */
export function buildCommand(): Command {
  const build = command(
    "build",
    "Build the index, the pages and the Worker out of a folder of articles, or files that answer without a server",
    [
      ["footnote build ./docs", "Markdown, MDX, HTML or text, in folders as you like"],
      ["footnote build ./docs --strict", "fail on warnings too, as in CI"],
      ["footnote build --site dist", "answers beside a built site, without a server"],
      ["footnote build ./docs --base /help", "to be served at /help"],
    ],
  )
    .argument("[folder]", "the articles (default: with --site that folder, else CORPUS_DIR, else corpus)")
    .addOption(outOption())
    .addOption(
      new Option("--base <path>", "path that the service is served below").default("").argParser(basePath),
    )
    .addOption(new Option("--static", "build files that answer without a server").conflicts("base"))
    .addOption(
      new Option("--site <folder>", "the same, beside the built site that they are published with").conflicts(
        "base",
      ),
    )
    .addOption(new Option("--offline", "with --site: write a service worker beside its pages"));
  for (const option of reportOptions()) build.addOption(option);
  return build.action(async (folder: string | undefined, options: Options) => {
    const { log } = await import("../../build/log.ts");
    const { static: isStatic, site, offline, out, ...report } = options;
    if (isStatic === true || site !== undefined) {
      if (offline === true && site === undefined) {
        throw new CommandError(
          "--offline needs --site: the service worker stands beside its pages",
          exitCodes.usage,
        );
      }
      if (site !== undefined && !existsSync(site)) {
        throw new CommandError(
          `There is no folder ${site}: build the site first, or name where it is built.`,
        );
      }
      const isGiven = build.getOptionValueSource("out") !== "default";
      const output = isGiven || site === undefined ? out : folderBeside(site);
      await buildSiteFiles(corpusFolder(folder ?? site), {
        output,
        site,
        offline: offline === true,
        report,
      });
    } else if (offline === true) {
      throw new CommandError("--offline goes with --site", exitCodes.usage);
    } else {
      await buildService(corpusFolder(folder), options);
    }
    const { maxRSS } = process.resourceUsage();
    log(`${process.uptime().toFixed(1)} s, at most ${(maxRSS / 1000).toFixed(0)} MB of memory`);
  });
}

function basePath(text: string): string {
  try {
    return basePathOf(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : "");
  }
}
