import { styleText } from "node:util";
import { Command, CommanderError } from "commander";
import { serviceVersion } from "../build/version.ts";
import { askCommand } from "./commands/ask.ts";
import { buildCommand } from "./commands/build.ts";
import { checkCommand } from "./commands/check.ts";
import { deployCommand } from "./commands/deploy.ts";
import { devCommand } from "./commands/dev.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { evalCommand } from "./commands/eval.ts";
import { ingestCommand } from "./commands/ingest.ts";
import { initCommand } from "./commands/init.ts";
import { testCommand } from "./commands/test.ts";
import { CommandError, exitCodes } from "./exit-codes.ts";
import { explainError } from "./explain-error.ts";

/** Those for everyday use first: help lists them in this order. */
const commands = [
  initCommand,
  devCommand,
  buildCommand,
  askCommand,
  testCommand,
  checkCommand,
  doctorCommand,
  deployCommand,
  ingestCommand,
  evalCommand,
];

const codes = `
Exit codes: ${exitCodes.done} done, ${exitCodes.faults} something is wrong with the articles, the answers or the site, ${exitCodes.usage} typed wrongly or something is missing.
Colours follow NO_COLOR and FORCE_COLOR. Progress and problems go to stderr, results to stdout.`;

const red = (text: string): string => styleText("red", text, { stream: process.stderr });

function createProgram(): Command {
  const program = new Command("footnote")
    .description(
      "Answers questions with the author's own sentences, out of a folder of articles or a built site.",
    )
    .version(serviceVersion(), "-v, --version")
    .showSuggestionAfterError()
    .addHelpText("after", codes)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(red(text)) });
  for (const create of commands) {
    const command = create();
    command.copyInheritedSettings(program);
    command.showHelpAfterError(`\nfootnote ${command.name()} --help lists what it takes.`);
    program.addCommand(command);
  }
  return program;
}

/**
 * Runs the command that was typed.
 * @param parameters as in `process.argv`
 * @returns the exit code
 */
export async function run(parameters: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync([...parameters]);
    return Number(process.exitCode ?? exitCodes.done);
  } catch (error) {
    // Commander has told what is wrong; help and version are no errors.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (error instanceof CommandError) {
      console.error(red(error.message));
      return error.exitCode;
    }
    const explained = await explainError(error);
    if (explained === undefined) throw error;
    console.error(red(explained.message));
    return explained.exitCode;
  }
}
