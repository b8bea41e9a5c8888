import type { Command } from "commander";
import { command } from "../command.ts";
import type { SetUpOptions } from "../set-up.ts";

/** `footnote init` */
export function initCommand(): Command {
  return command("init", "Set up Footnote in this folder: asks little, and overwrites nothing", [
    ["footnote init", "finds out which generator of sites this is"],
    ["footnote init ./docs --worker", "a service of its own, on Cloudflare Workers"],
    ["footnote init --yes --url https://docs.example.org", "asks nothing"],
  ])
    .argument("[folder]", "the articles, or the built site (default: what the generator writes, else docs)")
    .option("-y, --yes", "take what is offered, and ask nothing")
    .option("--title <title>", "what the articles are called")
    .option("--url <address>", "where the site is")
    .option("--worker", "answer from a Worker, not from static files beside the site")
    .action(async (folder: string | undefined, options: SetUpOptions) => {
      const { setUp } = await import("../set-up.ts");
      await setUp(folder, options);
    });
}
