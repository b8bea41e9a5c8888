import { JudgedSetError } from "../src/evaluation/read-lines.ts";

/** What to type to run a benchmark again with the arguments that it was given, such as `npm run bench -- quality`. */
export function commandOf(name: string, given: readonly string[] = process.argv.slice(2)): string {
  return ["npm run bench --", name, ...given].join(" ");
}

/** Runs a benchmark. Arguments and judged sets that are wrong end it with status 2, and with what is wrong. */
export async function runBench(usage: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isUsage = error instanceof TypeError && "code" in error;
    if (!isUsage && !(error instanceof JudgedSetError)) throw error;
    console.error(isUsage ? `${error.message}\n${usage}` : error.message);
    process.exitCode = 2;
  }
}
