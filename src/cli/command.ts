import { styleText } from "node:util";
import { Command, InvalidArgumentError, Option } from "commander";
import type { ReportOptions } from "../build/log.ts";
import { serviceFolder } from "../build/output.ts";

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

/** The folder of the articles: as typed, else CORPUS_DIR, else corpus/. */
export const corpusFolder = (typed: string | undefined): string =>
  typed ?? process.env["CORPUS_DIR"] ?? "corpus";

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
