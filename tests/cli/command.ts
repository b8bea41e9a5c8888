import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { format, promisify } from "node:util";
// It keeps for its work the folder in which it is loaded, which must not be one that a test removes.
import "esbuild";
import { vi } from "vitest";
import { run } from "../../src/cli/program.ts";

const start = promisify(execFile);
const program = join(import.meta.dirname, "..", "..", "src", "cli", "footnote.ts");

/** What a command did. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** An owner's environment, whose articles are in `corpus/`. */
const ownersEnvironment = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const all = { ...process.env, NO_COLOR: "1", CORPUS_DIR: "corpus", ...env };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
};

/** Runs a command of Footnote as its owner does, in a process of its own and a folder that has articles in `corpus/`. */
export async function footnoteByItself(
  folder: string,
  command: string,
  parameters: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  try {
    const { stdout, stderr } = await start(process.execPath, [program, command, ...parameters], {
      cwd: folder,
      env: ownersEnvironment(env),
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && "stdout" in error && "stderr" in error)) throw error;
    return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) };
  }
}

/** Collects what is written to a stream and by a method of the console. */
function collect(stream: "stdout" | "stderr", method: "log" | "error"): { text: string } {
  const collected = { text: "" };
  vi.spyOn(process[stream], "write").mockImplementation((text) => {
    collected.text += String(text);
    return true;
  });
  vi.spyOn(console, method).mockImplementation((...values: unknown[]) => {
    collected.text += `${format(...values)}\n`;
  });
  return collected;
}

/**
 * Does what a command of Footnote does, in a folder that has articles in `corpus/`, without a process of its own: to start one takes ten
 * times as long as most commands.
 */
export async function footnote(
  folder: string,
  command: string,
  parameters: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  const { argv, env: before, exitCode } = process;
  const cwd = process.cwd();
  const stdout = collect("stdout", "log");
  const stderr = collect("stderr", "error");
  try {
    process.chdir(folder);
    process.env = ownersEnvironment(env);
    process.argv = [process.execPath, program, command, ...parameters];
    process.exitCode = undefined;
    const code = await run(process.argv);
    return { code, stdout: stdout.text, stderr: stderr.text };
  } finally {
    process.chdir(cwd);
    process.env = before;
    process.argv = argv;
    process.exitCode = exitCode;
    vi.restoreAllMocks();
  }
}

/** A command line that other programs start as they start Footnote. */
export interface FootnoteCommand {
  readonly command: string;
  stop(): void;
}

/** Serves a command line for scripts that start Footnote many times: this process, which has loaded it, does what they ask for. */
export async function serveFootnote(): Promise<FootnoteCommand> {
  const server = createServer(async (request, response) => {
    const { folder, command, parameters } = JSON.parse(await text(request));
    const outcome: Outcome = await footnote(folder, command, parameters).catch((error: unknown) => ({
      code: 1,
      stdout: "",
      stderr: error instanceof Error ? `${error.stack}\n` : String(error),
    }));
    response.end(JSON.stringify(outcome));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  const client = join(import.meta.dirname, "footnote-client.ts");
  return {
    command: `${process.execPath} ${client} http://127.0.0.1:${address.port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
