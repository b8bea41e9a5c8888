import type { Command } from "commander";
import { command, corpusFolder, outOption } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";

/** `footnote deploy` */
export function deployCommand(): Command {
  return command("deploy", "Build and deploy to Cloudflare Workers", [
    ["footnote deploy ./docs", "log in first: npx wrangler login"],
    ["footnote deploy ./docs -- --dry-run", "what follows -- goes to wrangler deploy"],
  ])
    .argument("[folder]", "the articles (default: CORPUS_DIR, else corpus)")
    .argument("[wrangler...]", "after --, options of wrangler deploy")
    .addOption(outOption())
    .action(async (folder: string | undefined, rest: string[], { out }: { readonly out: string }) => {
      const { ensureConfiguration, runWrangler } = await import("../run-wrangler.ts");
      const config = ensureConfiguration(corpusFolder(folder), out);
      const code = await runWrangler("Deploying", ["deploy", "--config", config, ...rest]);
      if (code !== 0) process.exitCode = exitCodes.faults;
    });
}
