import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const project = join(import.meta.dirname, "..", "..");

/** What a command did. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of Footnote as its owner does, in a folder that has articles in `corpus/`. */
export async function footnote(
  folder: string,
  command: string,
  parameters: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  try {
    const { stdout, stderr } = await run(
      process.execPath,
      [join(project, "src", "cli", "footnote.ts"), command, ...parameters],
      {
        cwd: folder,
        env: { ...process.env, NO_COLOR: "1", CORPUS_DIR: "corpus", ...env },
      },
    );
    return { code: 0, stdout, stderr };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && "stdout" in error && "stderr" in error)) throw error;
    return { code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) };
  }
}
