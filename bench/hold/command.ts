/** Runs commands of Footnote as an owner does. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root } from "../copy-project.ts";

const command = join(root, "src", "cli", "footnote.ts");

/** Starts a command in a folder. */
export function run(folder: string, ...parameters: readonly string[]): ChildProcess {
  return spawn(process.execPath, [command, ...parameters], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1", WRANGLER_SEND_METRICS: "false" },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** The exit code of a command, and the last that it said. */
export async function outcome(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = "";
  child.stderr?.on("data", (text) => {
    said = (said + text).slice(-2_000);
  });
  child.stdout?.resume();
  const [code] = (await once(child, "exit")) as [number | null];
  return { code, said };
}
