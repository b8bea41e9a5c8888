import { type Command, Option } from "commander";
import { type AskRequest, askRequestSchema, type Filter, filterSchemas } from "../../model/request.ts";
import { buildService } from "../build-service.ts";
import { command, outOption } from "../command.ts";
import { CommandError } from "../exit-codes.ts";

interface AskOptions extends Filter {
  readonly out: string;
  readonly in?: string;
  readonly json?: true;
  readonly explain?: true;
  readonly limit?: string;
}

/** A filter is an option of its name. */
const filterNames = Object.keys(filterSchemas) as (keyof Filter)[];

async function readRequest(question: string, options: AskOptions): Promise<AskRequest> {
  const { prettifyError } = await import("zod");
  const given = filterNames.map((name) => [name, options[name]] as const);
  const request = askRequestSchema.safeParse({
    question,
    ...(options.limit === undefined ? {} : { limit: Number(options.limit) }),
    ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
  });
  if (request.success) return request.data;
  throw new CommandError(`${prettifyError(request.error)}\nfootnote ask --help lists what it takes.`);
}

/** `footnote ask` */
export function askCommand(): Command {
  const ask = command("ask", "Answer a question in the terminal, from the last build", [
    ['footnote ask "How do I set a cookie?"', "quotes and passages, as a reader sees them"],
    ['footnote ask "How do I set a cookie?" --in ./docs', "builds the folder first"],
    ['footnote ask "How do I set a cookie?" --json | jq .answer', "as the API answers"],
  ])
    .argument("<question...>", "in plain words")
    .option("--in <folder>", "build these articles first")
    .option("--json", "print the answer as the API does")
    .addOption(new Option("--explain", "add what the scores are made of").conflicts("json"))
    .option("--limit <number>", "how many passages, from 1 to 20")
    .addOption(outOption());
  for (const name of filterNames) ask.option(`--${name} <${name}>`, `ask only articles of this ${name}`);
  return ask.action(async (words: string[], options: AskOptions) => {
    const { question, limit, ...filter } = await readRequest(words.join(" "), options);
    if (options.in !== undefined) await buildService(options.in, options);
    const { answerQuestion } = await import("../../answer/answer.ts");
    const { openBuilt } = await import("../../build/open.ts");
    const { formatAnswer } = await import("../print-answer.ts");
    const { answerer, languages, close } = await openBuilt(options.out);
    const asked = { store: answerer.store, languages, question, limit, filter };
    const { answer, outcome } = await answerQuestion(asked).finally(close);
    const width = Math.min(process.stdout.columns ?? 100, 100);
    console.log(options.json ? JSON.stringify(answer, undefined, 2) : formatAnswer(answer, width));
    if (options.explain) {
      const { explain } = await import("../../answer/explain.ts");
      const { formatExplanation } = await import("../print-explanation.ts");
      console.log(`\n${formatExplanation(explain(outcome, answer), width)}`);
    }
  });
}
