import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Runs a command in a folder. @returns what it printed */
export const run = (command: string, parameters: readonly string[], cwd: string): string =>
  execFileSync(command, parameters, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** Packs the project. @returns the path of the tarball, in the folder */
export function packInto(folder: string): string {
  run("npm", ["pack", "--pack-destination", folder], resolve("."));
  return join(folder, readdirSync(folder).find((file) => file.endsWith(".tgz")) ?? "");
}

/** Copies a project of this folder and installs what it needs, and the packed project. @returns where it is now */
export function installIn(folder: string, name: string, tarball: string): string {
  const project = join(folder, name);
  cpSync(join(import.meta.dirname, name), project, { recursive: true });
  const about = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  about.dependencies["footnote-ask"] = `file:${tarball}`;
  writeFileSync(join(project, "package.json"), JSON.stringify(about));
  run("npm", ["install", "--no-audit", "--no-fund"], project);
  return project;
}
