import { existsSync } from "node:fs";
import { styleText } from "node:util";
import { Command, InvalidArgumentError, Option } from "commander";
import { typed as typedCommand } from "../build/invocation.ts";
import type { ReportOptions } from "../build/log.ts";
import { serviceFolder } from "../build/output.ts";
import { staticBuildBeside } from "../build/static/static-folder.ts";
import { CommandError } from "./exit-codes.ts";

/** A line that can be typed, and what it does. */
export type Example = readonly [line: string, does: string];

/** A command with its help: what it does, and lines to copy. */
export function command(name: string, summary: string, examples: readonly Example[]): Command {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(
    ([line, does]) => `  ${line.padEnd(width)}  ${styleText("dim", does, { stream: process.stdout })}`,
  );
  return new Command(name).description(summary).addHelpText("after", `\nExamples:\n${lines.join("\n")}`);
}

/** Where a build is written and read. */
export const outOption = (): Option =>
  new Option("-o, --out <folder>", "folder of the built service").default(serviceFolder);

/** How the problems of a corpus are printed. */
export const reportOptions = (): Option[] => [
  new Option("--verbose", "print each warning, instead of a line for each kind"),
  new Option("--strict", "take warnings for errors"),
];

/** Options of every command that builds. */
export interface BuildOptions extends ReportOptions {
  readonly out: string;
}

/** Folders that sites are often built in, and articles are often in, to be named to who has named none. */
const usualSites = [
  "dist",
  "public",
  "build",
  "_site",
  "site",
  "book",
  "out",
  "docs/.vitepress/dist",
  ".vitepress/dist",
];
const usualFolders = ["docs", "doc", "content", "src/content/docs", "articles", "posts", "wiki"];

/**
 * The folder of the articles: as typed, else CORPUS_DIR, else corpus/.
 * @throws CommandError where it is missing
 */
export function corpusFolder(typed: string | undefined): string {
  // What a workflow has no value for is there as nothing.
  const folder = typed ?? (process.env["CORPUS_DIR"] || "corpus");
  if (existsSync(folder)) return folder;
  if (typed !== undefined) throw new CommandError(`There is no folder ${typed}. Name that of your articles.`);
  const site = usualSites.find((path) => staticBuildBeside(path) !== undefined);
  const likely = site ?? usualFolders.find((path) => existsSync(path)) ?? "FOLDER";
  throw new CommandError(
    `No folder of articles was named, and there is no ${folder} here. Name yours, such as: ${typedCommand(process.argv[2] ?? "build", likely)}`,
  );
}

/** Reads an option as a whole number within bounds. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (text.trim() === "" || !Number.isInteger(number) || number < least || number > most) {
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    }
    return number;
  };
