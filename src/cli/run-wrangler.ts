import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { moduleExtension } from "../build/invocation.ts";
import { ownFolder, prepareOwnFolder, writeAtomically } from "../build/output.ts";
import { configurationFile, findWrangler, loadWrangler, MissingWranglerError } from "../build/wrangler.ts";
import { wranglerConfiguration } from "../build/wrangler-configuration.ts";

/** A name that workers.dev takes: lower case letters, digits and hyphens. */
export const workerName = (folder: string): string =>
  basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 54) || "footnote";

const quoted = (parameter: string): string => JSON.stringify(parameter);

/**
 * The configuration of wrangler in the current folder; where there is none, one that is made for this run.
 * @param corpus folder of the articles
 * @param out folder of the built service
 */
export function ensureConfiguration(corpus: string, out: string): string {
  const own = configurationFile();
  if (own !== undefined) return own;
  const build = [process.execPath, process.argv[1] ?? "", "build", resolve(corpus), "--out", resolve(out)];
  const configuration = wranglerConfiguration({
    name: workerName("."),
    out: resolve(out),
    folder: ownFolder,
    corpus: resolve(corpus),
    build: build.map(quoted).join(" "),
  });
  prepareOwnFolder();
  const path = join(ownFolder, "wrangler.json");
  writeAtomically(path, `${JSON.stringify(configuration, undefined, 2)}\n`);
  return path;
}

/** The parts of a configuration that hold paths, which go from its folder. */
interface RawConfiguration {
  readonly build?: unknown;
  readonly main?: string;
  readonly assets?: {
    readonly directory?: string;
    readonly run_worker_first?: boolean | readonly string[];
  };
  readonly d1_databases?: readonly { readonly migrations_dir?: string }[];
}

/** The entry of a development server around that of the service. */
const devEntry = (main: string, builder: string, first: boolean | readonly string[]): string => {
  const source = join(import.meta.dirname, "..").replaceAll("\\", "/");
  return `// Made by footnote dev. Do not edit.
import { createDevWorker } from "${source}/worker/dev-worker${moduleExtension}";
import worker from ${JSON.stringify(main)};

export default createDevWorker(worker, ${JSON.stringify({ builder, first })});
`;
};

/**
 * A copy of a configuration for a server beside which something else builds: wrangler waits with every request while a build
 * of its own runs, ends its server when that fails, and with one does not see that files of the Worker change. Its pages show
 * what is wrong with the articles.
 *
 * @param builder address of the process that builds
 * @returns the parameters that name it, with what goes by the folder of a configuration where it was
 */
export async function withoutBuild(config: string, builder: string): Promise<string[]> {
  const { experimental_readRawConfig } = await loadWrangler("Serving");
  const { build: _, ...raw } = experimental_readRawConfig({ config }).rawConfig as RawConfiguration;
  const folder = dirname(resolve(config));
  const from = (path: string | undefined): string | undefined => path && resolve(folder, path);
  prepareOwnFolder();
  const entry = join(ownFolder, "dev-worker.ts");
  const first = raw.assets?.run_worker_first ?? false;
  if (raw.main !== undefined) writeAtomically(entry, devEntry(resolve(folder, raw.main), builder, first));
  const copy = {
    ...raw,
    main: raw.main && resolve(entry),
    assets: raw.assets && {
      ...raw.assets,
      directory: from(raw.assets.directory),
      run_worker_first: true,
    },
    d1_databases: raw.d1_databases?.map((database) => ({
      ...database,
      migrations_dir: from(database.migrations_dir),
    })),
  };
  const path = join(ownFolder, "wrangler-dev.json");
  writeAtomically(path, `${JSON.stringify(copy, undefined, 2)}\n`);
  // Wrangler reads the first of these that is there.
  const secrets = [".dev.vars", ".env"].map((name) => join(folder, name)).find((file) => existsSync(file));
  return [
    ...["--config", path, "--persist-to", join(folder, ".wrangler", "state")],
    ...(secrets === undefined ? [] : ["--env-file", secrets]),
  ];
}

/**
 * Runs wrangler until it ends, with this process's terminal.
 *
 * @param purpose what needs it, as the start of a sentence
 * @returns its exit code
 * @throws MissingWranglerError when it is not installed
 */
export async function runWrangler(purpose: string, parameters: readonly string[]): Promise<number> {
  const wrangler = findWrangler();
  if (wrangler === undefined) throw new MissingWranglerError(purpose);
  const child = spawn(process.execPath, [wrangler.command, ...parameters], {
    stdio: "inherit",
    env: { WRANGLER_SEND_METRICS: "false", ...process.env },
  });
  // The terminal sends its signals to wrangler too, which ends in good order; what others send is passed on.
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on("SIGINT", () => {});
  process.on("SIGTERM", pass);
  process.on("SIGHUP", pass);
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("exit", (code, signal) => done(code ?? (signal === "SIGINT" ? 0 : 1)));
  });
}
