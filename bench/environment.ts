import { execFileSync } from "node:child_process";
import { cpus, totalmem } from "node:os";

/** The commit that is checked out, with a mark when files were changed since; "no commit" outside a repository. */
function commit(): string {
  try {
    return execFileSync("git", ["describe", "--always", "--dirty", "--abbrev=10", "--exclude=*"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return "no commit";
  }
}

/**
 * What figures were measured on, as one Markdown line to put below them: date, machine, Node, commit and command.
 * @param command what to run to get the figures again, such as `npm run bench -- quality`.
 */
export function measuredOn(command: string): string {
  const date = new Date().toISOString().slice(0, 10);
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? "unknown processor";
  const memory = Math.round(totalmem() / 2 ** 30);
  return (
    `Measured on ${date}: ${processors.length} cores (${model}), ${memory} GB, ${process.platform} ` +
    `${process.arch}, Node ${process.versions.node}, commit ${commit()}, \`${command}\`.`
  );
}
