import { type Command, Option } from "commander";
import { engineNames } from "../../corpus/names.ts";
import { command, wholeNumber } from "../command.ts";
import type { EvalOptions } from "../evaluate-set.ts";

/** `footnote eval` */
export function evalCommand(): Command {
  return command("eval", "Ask a judged set and print one line of figures", [
    ["footnote eval ./set", "articles/ and questions.jsonl, or documents with grades"],
    ["footnote eval ./set --log answers.jsonl", "writes what was answered, to read"],
  ])
    .argument("<set>", "folder of the judged set")
    .option("--run <file>", "write a TREC run, of a set with grades")
    .option("--log <file>", "write a line of JSON for each question")
    .addOption(
      new Option("--limit <number>", "ask this many questions")
        .argParser(wholeNumber(1, 1_000_000))
        .default(Number.POSITIVE_INFINITY, "all"),
    )
    .addOption(new Option("--engine <name>", "what serves it").choices(engineNames).default(engineNames[0]))
    .action(async (folder: string, options: EvalOptions) => {
      const { evaluateSet } = await import("../evaluate-set.ts");
      console.log(JSON.stringify(await evaluateSet(folder, options)));
    });
}
