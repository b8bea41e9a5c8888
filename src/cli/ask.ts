import { parseArgs } from "node:util";
import { z } from "zod";
import { answerQuestion } from "../answer/answer.ts";
import { explain } from "../answer/explain.ts";
import { explainError } from "../build/engines/index.ts";
import { openBuilt } from "../build/open.ts";
import { defaultOutput } from "../build/output.ts";
import { askRequestSchema, type Filter, filterSchemas } from "../model/request.ts";
import { formatAnswer } from "./print-answer.ts";
import { formatExplanation } from "./print-explanation.ts";

/** A filter is an option of its name. */
const filterNames = Object.keys(filterSchemas) as (keyof Filter)[];
const filterOptions = Object.fromEntries(
  filterNames.map((name) => [name, { type: "string" }] as const),
) as Record<keyof Filter, { type: "string" }>;
const filterUsage = filterNames.map((name) => `[--${name} ${name.toUpperCase()}]`).join(" ");

const usage = `usage: npm run ask -- "question" [--json | --explain] [--limit N] ${filterUsage}`;

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        explain: { type: "boolean", default: false },
        limit: { type: "string" },
        ...filterOptions,
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

const { values, positionals } = readArguments();
const { json, explain: explained, help, limit: given, ...filter } = values;
if (help) {
  console.log(usage);
  process.exit(0);
}
if (json && explained) fail(`--explain is for people to read: leave out --json\n${usage}`);
const request = askRequestSchema.safeParse({
  question: positionals.join(" "),
  ...(given === undefined ? {} : { limit: Number(given) }),
  ...filter,
});
if (!request.success) fail(`${z.prettifyError(request.error)}\n${usage}`);

try {
  const { answerer, languages, close } = await openBuilt(defaultOutput);
  const { question, limit, ...narrowed } = request.data;
  const asked = { store: answerer.store, languages, question, limit, filter: narrowed };
  const { answer, outcome } = await answerQuestion(asked).finally(close);
  const width = Math.min(process.stdout.columns ?? 100, 100);
  console.log(json ? JSON.stringify(answer, undefined, 2) : formatAnswer(answer, width));
  if (explained) console.log(`\n${formatExplanation(explain(outcome, answer), width)}`);
} catch (error) {
  const message = explainError(error);
  if (message === undefined) throw error;
  fail(message);
}
