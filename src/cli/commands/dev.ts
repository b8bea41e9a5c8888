import { join } from "node:path";
import { type Command, Option } from "commander";
import { command, corpusFolder, outOption, wholeNumber } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";

interface DevOptions {
  readonly out: string;
  readonly port: number;
  readonly host: string;
  readonly node?: true;
}

/** The code of Footnote, where it runs from its source: it changes what is built. */
const sourceFolders = (): string[] =>
  import.meta.filename.endsWith(".ts") ? [join(import.meta.dirname, "..", "..")] : [];

/** `footnote dev` */
export function devCommand(): Command {
  return command("dev", "Build, serve on this machine, and build again when an article changes", [
    ["footnote dev ./docs", "http://localhost:8787"],
    ["footnote dev ./docs --port 3000", "http://localhost:3000"],
    ["footnote dev ./docs --node", "without wrangler, though it is installed"],
  ])
    .argument("[folder]", "the articles (default: CORPUS_DIR, else corpus)")
    .addOption(new Option("-p, --port <number>", "port").argParser(wholeNumber(0, 65_535)).default(8787))
    .option("--host <address>", "address to listen at", "localhost")
    .option("--node", "serve in Node, not with wrangler, which is taken where it is installed")
    .addOption(outOption())
    .action(async (folder: string | undefined, { out, port, host, node }: DevOptions) => {
      const corpus = corpusFolder(folder);
      const { findWrangler } = await import("../../build/wrangler.ts");
      if (node || findWrangler() === undefined) {
        const { serveOnNode } = await import("../serve-on-node.ts");
        return serveOnNode({ corpus, out, port, host, watched: sourceFolders() });
      }
      const { ensureConfiguration, runWrangler, withoutBuild } = await import("../run-wrangler.ts");
      const { keepBuilt } = await import("../keep-built.ts");
      const { readBuilt } = await import("../../build/worker-entry.ts");
      const config = ensureConfiguration(corpus, out);
      const { DevState } = await import("../dev/state.ts");
      const { serveHere } = await import("../../node/dev.ts");
      const state = new DevState();
      const besides = await serveHere(state.app());
      const builds = keepBuilt({
        corpus,
        out,
        watched: sourceFolders(),
        onBuilt: (problems) => state.built(problems),
      });
      // An earlier build answers while the articles cannot be built.
      if (!(await builds.first) && readBuilt(out) === undefined) await builds.usable;
      const parameters = [
        "dev",
        ...(await withoutBuild(config, besides.url)),
        "--port",
        `${port}`,
        "--ip",
        host,
      ];
      const code = await runWrangler("Serving", parameters).finally(() => {
        builds.stop();
        state.end();
        return besides.stop();
      });
      if (code !== 0) process.exitCode = exitCodes.faults;
    });
}
