import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { spreadOf } from "./measure.ts";

/** Milliseconds that a script takes before anybody asks. */
export interface Start {
  /** An empty module, parsed, compiled and run. */
  readonly hello: number;
  readonly compile: number;
  /** The WebAssembly that it imports. */
  readonly kernel: number;
  readonly evaluate: number;
}

/** Starts a Worker's script in so many processes of their own. Returns medians. */
export function startOf(script: string, processes: number): Start {
  const starts = Array.from({ length: processes }, (): Start => {
    const { stdout, status } = spawnSync(
      process.execPath,
      ["--experimental-vm-modules", "--no-warnings", join(import.meta.dirname, "start-script.ts"), script],
      { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
    );
    if (status !== 0) throw new Error(`${script} was not started: see the message above`);
    return JSON.parse(stdout) as Start;
  });
  const median = (of: (start: Start) => number): number => spreadOf(starts.map(of)).p50;
  return {
    hello: median(({ hello }) => hello),
    compile: median(({ compile }) => compile),
    kernel: median(({ kernel }) => kernel),
    evaluate: median(({ evaluate }) => evaluate),
  };
}
