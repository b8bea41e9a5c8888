import { parseArgs } from "node:util";
import { z } from "zod";
import { explainDatabaseError } from "../build/d1/error.ts";
import { openBuilt } from "../build/open.ts";
import { defaultOutput } from "../build/output.ts";
import { IndexUnavailableError } from "../index/store.ts";
import { askRequestSchema } from "../model/index.ts";
import { formatAnswer } from "./print-answer.ts";

const usage = `usage: npm run ask -- "question" [--json] [--limit N] [--lang CODE] [--tag TAG] [--article ID]`;

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
        limit: { type: "string" },
        lang: { type: "string" },
        tag: { type: "string" },
        article: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

const { values, positionals } = readArguments();
const { json, help, limit, ...filter } = values;
if (help) {
  console.log(usage);
  process.exit(0);
}
const request = askRequestSchema.safeParse({
  question: positionals.join(" "),
  ...(limit === undefined ? {} : { limit: Number(limit) }),
  ...filter,
});
if (!request.success) fail(`${z.prettifyError(request.error)}\n${usage}`);

try {
  const { answerer, close } = await openBuilt(defaultOutput);
  const answer = await answerer.ask(request.data).finally(close);
  console.log(
    json
      ? JSON.stringify(answer, undefined, 2)
      : formatAnswer(answer, Math.min(process.stdout.columns ?? 100, 100)),
  );
} catch (error) {
  const message = error instanceof IndexUnavailableError ? error.message : explainDatabaseError(error);
  if (message === undefined) throw error;
  fail(message);
}
