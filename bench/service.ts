/** Runs the checks of the service under generated requests, agents and faults; writes the section "Service" of `bench/RESULTS.md`. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measuredOn } from "./environment.ts";
import { replaceSection } from "./results.ts";
import { commandOf } from "./run.ts";
import { markdownTable } from "./table.ts";

/** The parts of vitest's JSON report that are read here. */
interface Report {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly duration?: number | null;
    }[];
  }[];
}

const files = ["fuzz", "mcp", "faults", "record", "rate-limit"].map((name) => `tests/worker/${name}.test.ts`);

function run(): Report {
  const folder = mkdtempSync(join(tmpdir(), "footnote-service-"));
  const output = join(folder, "report.json");
  try {
    spawnSync("vitest", ["run", ...files, "--reporter=json", `--outputFile=${output}`], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    return JSON.parse(readFileSync(output, "utf8")) as Report;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const report = run();
const rows = report.testResults
  .flatMap(({ assertionResults }) => assertionResults)
  .map(({ ancestorTitles, title, status, duration }) => [
    // Some titles hold the long input that they are about.
    [...ancestorTitles, title].join(": ").slice(0, 120),
    status,
    Math.round(duration ?? 0).toLocaleString("en"),
  ]);

replaceSection(
  "Service",
  `Generated requests, the official MCP client, faults and limits, in workerd. ${report.success ? "All pass." : "Not all pass."}

${markdownTable(["check", "result", "ms"], rows)}

${measuredOn(commandOf("service"))}`,
);
if (!report.success) process.exit(1);
