/**
 * What a reader sees of quotes, in Chromium: every quote of many questions over the articles of a folder, in the widget of their home
 * page. Each number is followed; each sentence is looked for in its passage. Writes the section "Quotes" of `bench/RESULTS.md`.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { compileInMemory } from "../src/build/engines/compiled/compile-corpus.ts";
import { ownersCorpus } from "../src/build/judged-corpus.ts";
import { isQuestionSet, type QuestionSet, readQuestionSet } from "../src/evaluation/question-set.ts";
import { JudgedSetError } from "../src/evaluation/read-lines.ts";
import type { QuoteReport } from "../tests/browser/quotes.ts";
import { launchBrowser } from "../tests/browser/setup/launch.ts";
import { startService } from "../tests/browser/setup/start-service.ts";
import { buildCorpus } from "../tests/setup/build-corpus.ts";
import { measuredOn } from "./environment.ts";
import { allPassages } from "./passages/all-passages.ts";
import { headingQuestions } from "./passages/heading-questions.ts";
import { reportAnswers } from "./quotes/report-answers.ts";
import { replaceSection } from "./results.ts";
import { commandOf, runBench } from "./run.ts";
import { markdownTable } from "./table.ts";

const usage = "usage: npm run bench -- quotes SET_DIR... [--limit N]   each with a folder articles/";

interface Row {
  readonly set: string;
  readonly asked: number;
  readonly answered: number;
  readonly quotes: readonly QuoteReport[];
}

/** The judged questions of a set, and as many of its headings as make up the number. */
async function questionsOf(set: QuestionSet, limit: number): Promise<string[]> {
  const { collection, articles } = await ownersCorpus(set);
  const { store } = await compileInMemory(collection, articles);
  const headings = headingQuestions(await allPassages(store)).flatMap(({ questions }) => questions);
  const all = [...set.questions, ...headings].map(({ question }) => question);
  return [...new Set(all)].slice(0, limit);
}

async function measure(folder: string, limit: number): Promise<Row> {
  const set: QuestionSet = isQuestionSet(folder)
    ? readQuestionSet(folder)
    : { articles: join(folder, "articles"), questions: [] };
  const questions = await questionsOf(set, limit);
  const output = mkdtempSync(join(tmpdir(), "footnote-bench-quotes-"));
  try {
    await buildCorpus(set.articles, output);
    const service = await startService(join(output, "wrangler.json"));
    const browser = await launchBrowser();
    try {
      const { answered, quotes } = await reportAnswers(browser, service.url, questions);
      return { set: basename(folder), asked: questions.length, answered, quotes };
    } finally {
      await browser.close();
      await service.stop();
    }
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

function figures({ set, asked, answered, quotes }: Row): string[] {
  const kept = (promise: "lands" | "isProven" | "isOfItsKind"): number =>
    quotes.filter((quote) => quote[promise]).length;
  const kinds = new Map<string, number>();
  for (const { kind } of quotes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return [
    set,
    asked,
    answered,
    quotes.length,
    [...kinds].map(([kind, count]) => `${count} ${kind}`).join(", "),
    kept("lands"),
    kept("isProven"),
    kept("isOfItsKind"),
  ].map(String);
}

await runBench(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { limit: { type: "string", default: "100" } },
  });
  if (positionals.length === 0) throw new JudgedSetError(usage);
  for (const folder of positionals) {
    if (!existsSync(join(folder, "articles"))) throw new JudgedSetError(`${folder}: has no articles/`);
  }
  const rows: Row[] = [];
  for (const folder of positionals) rows.push(await measure(folder, Number(values.limit)));
  for (const { set, quotes } of rows) {
    for (const quote of quotes) {
      if (!quote.lands || !quote.isProven || !quote.isOfItsKind) console.error(set, quote);
    }
  }
  const names = positionals.map((folder) => basename(folder));
  replaceSection(
    "Quotes",
    `Every quote that the widget shows for the judged questions of a set, and for its headings as they are typed where those are fewer: asked on the
home page of its articles, in Chromium. A number lands when the browser highlights the quote's sentence from its first character and has scrolled to it;
a quote is proven when its sentence is seen, marked, in a passage below without a click; it is shown as what it is when code is in a block of
code, rows are in a table with a header, and items in a list.

${markdownTable(
  ["set", "asked", "answered", "quotes", "kinds", "land", "proven", "shown as what they are"],
  rows.map(figures),
)}

${measuredOn(commandOf("quotes", names))}`,
  );
  console.error("bench/RESULTS.md: section Quotes written");
});
