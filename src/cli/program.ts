import { styleText } from "node:util";
import { Command, CommanderError } from "commander";
import { log } from "../build/log.ts";
import { serviceVersion } from "../build/version.ts";
import { CommandError, exitCodes } from "./exit-codes.ts";

/**
 * Commands by their names, those for everyday use first: help lists them in this order. One is loaded when it is typed, since all of
 * them take longer to load than most take to run.
 */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import("./commands/init.ts")).initCommand(),
  dev: async () => (await import("./commands/dev.ts")).devCommand(),
  build: async () => (await import("./commands/build.ts")).buildCommand(),
  ask: async () => (await import("./commands/ask.ts")).askCommand(),
  test: async () => (await import("./commands/test.ts")).testCommand(),
  check: async () => (await import("./commands/check.ts")).checkCommand(),
  doctor: async () => (await import("./commands/doctor.ts")).doctorCommand(),
  deploy: async () => (await import("./commands/deploy.ts")).deployCommand(),
  ingest: async () => (await import("./commands/ingest.ts")).ingestCommand(),
  eval: async () => (await import("./commands/eval.ts")).evalCommand(),
};

/** The command that was typed; all of them for help, and to suggest the one that was meant. @param first what follows the program's name */
async function typedCommands(first: string | undefined): Promise<Command[]> {
  const typed = first !== undefined && Object.hasOwn(commands, first) ? commands[first] : undefined;
  const loaded = typed === undefined ? Object.values(commands) : [typed];
  return first === "--version" || first === "-v" ? [] : Promise.all(loaded.map((load) => load()));
}

const codes = `
Exit codes: ${exitCodes.done} done, ${exitCodes.faults} something is wrong with the articles, the answers or the site, ${exitCodes.usage} typed wrongly or something is missing.
Colours follow NO_COLOR and FORCE_COLOR. Progress and problems go to stderr, results to stdout.`;

const red = (text: string): string => styleText("red", text, { stream: process.stderr });

async function createProgram(first: string | undefined): Promise<Command> {
  const program = new Command("footnote")
    .description(
      "Answers questions with the author's own sentences, out of a folder of articles or a built site.",
    )
    .version(serviceVersion(), "-v, --version")
    .showSuggestionAfterError()
    .addHelpText("after", codes)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(red(text)) });
  for (const command of await typedCommands(first)) {
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
    const program = await createProgram(parameters[2]);
    await program.parseAsync([...parameters]);
    return Number(process.exitCode ?? exitCodes.done);
  } catch (error) {
    // Commander has told what is wrong; help and version are no errors.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (error instanceof CommandError) {
      log(error.message, "red");
      return error.exitCode;
    }
    const { explainError } = await import("./explain-error.ts");
    const explained = await explainError(error);
    if (explained === undefined) throw error;
    log(explained.message, "red");
    return explained.exitCode;
  }
}
