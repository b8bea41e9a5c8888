import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const project = join(import.meta.dirname, "..", "..");

/** The folder of a user who has installed the package, and nothing of this checkout. */
export interface Installation {
  readonly folder: string;
  readonly tarball: string;
}

/** What a command did. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The user's environment: without what npm sets for the scripts of this checkout, and with this Node. */
export const environment = (): NodeJS.ProcessEnv => {
  const others = Object.entries(process.env).filter(([name]) => !/^npm_|^VITEST|^NODE_/i.test(name));
  return { ...Object.fromEntries(others), NO_COLOR: "1" };
};

/** Runs a program in the user's folder. */
export async function runIn(
  folder: string,
  program: string,
  parameters: readonly string[],
): Promise<Outcome> {
  try {
    const { stdout, stderr } = await run(program, parameters, { cwd: folder, env: environment() });
    return { code: 0, stdout, stderr };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && "stdout" in error && "stderr" in error)) throw error;
    return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) };
  }
}

/** What this checkout has locked for use, by the folders of packages. */
function lockedPackages(): [folder: string, locked: object][] {
  const { packages } = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")) as {
    packages: Readonly<Record<string, { readonly dev?: boolean }>>;
  };
  return Object.entries(packages).filter(([folder, { dev = false }]) => folder !== "" && !dev);
}

/**
 * Writes the project of a user who installs a tarball. It is locked to the packages that this checkout has, which are in npm's cache:
 * to ask the registry for the newest of each takes minutes of a bad connection, and its answer changes from day to day.
 */
function writeProject(folder: string, tarball: string): void {
  const { name, version, bin, engines, dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(
    readFileSync(join(project, "package.json"), "utf8"),
  );
  const own = { name: "user", version: "1.0.0", dependencies: { [name]: `file:${tarball}` } };
  const packed = {
    version,
    resolved: `file:${tarball}`,
    ...{ bin, engines, dependencies, peerDependencies, peerDependenciesMeta },
  };
  const lock = {
    ...{ name: own.name, version: own.version, lockfileVersion: 3, requires: true },
    packages: { "": own, [`node_modules/${name}`]: packed, ...Object.fromEntries(lockedPackages()) },
  };
  const write = (file: string, content: object): void =>
    writeFileSync(join(folder, file), `${JSON.stringify(content, undefined, 2)}\n`);
  write("package.json", { ...own, private: true, type: "module" });
  write("package-lock.json", lock);
}

/** Packs this checkout and installs the tarball in an empty folder, with its dependencies from npm's cache or the registry. */
export async function install(): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), "footnote-user-"));
  const packed = await runIn(project, "npm", ["pack", "--silent", "--pack-destination", folder]);
  if (packed.code !== 0) throw new Error(`npm pack failed: ${packed.stderr}`);
  const [name = ""] = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
  const tarball = join(folder, name);
  writeProject(folder, name);
  const flags = ["--prefer-offline", "--no-audit", "--no-fund"];
  const installed = await runIn(folder, "npm", ["install", ...flags]);
  if (installed.code !== 0) throw new Error(`npm install failed: ${installed.stderr}`);
  return { folder, tarball };
}

/** The package's command, as npm links it. */
export const binary = ({ folder }: Installation): string => join(folder, "node_modules", ".bin", "footnote");

/** Runs the installed command in the user's folder. */
export const footnote = (installation: Installation, ...parameters: string[]): Promise<Outcome> =>
  runIn(installation.folder, binary(installation), parameters);

/** Starts the installed command in the user's folder. */
export const start = (installation: Installation, ...parameters: string[]): ChildProcess =>
  spawn(binary(installation), parameters, { cwd: installation.folder, env: environment(), stdio: "pipe" });

/** Waits until a command has printed something from now on. @returns the first group of the expression, or all that matched */
export function printed(process: ChildProcess, expression: RegExp): Promise<string> {
  return new Promise((done, fail) => {
    let text = "";
    const take = (chunk: Buffer): void => {
      text += chunk.toString();
      const match = expression.exec(text);
      if (match === null) return;
      process.stderr?.off("data", take);
      done(match[1] ?? match[0]);
    };
    process.stderr?.on("data", take);
    process.once("exit", () => fail(new Error(`It ended and had printed: ${text}`)));
  });
}

/** Writes files of the user, by their paths. */
export function write({ folder }: Installation, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

export const remove = ({ folder }: Installation): void => rmSync(folder, { recursive: true, force: true });
