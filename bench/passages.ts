/**
 * Which passage is first, for this project and for MiniSearch as VitePress sets it, over the same passages of sites as their
 * owners have them: the judged questions of a folder that has some, else its headings as they are typed.
 */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { createAnswerer } from "../src/answer/answer.ts";
import { compileInMemory } from "../src/build/engines/compiled/compile-corpus.ts";
import { ownersCorpus } from "../src/build/judged-corpus.ts";
import { hitAtOne, mean, reciprocalRank } from "../src/evaluation/metrics.ts";
import { isQuestionSet, type QuestionSet, readQuestionSet } from "../src/evaluation/question-set.ts";
import { JudgedSetError } from "../src/evaluation/read-lines.ts";
import { measuredOn } from "./environment.ts";
import { allPassages } from "./passages/all-passages.ts";
import { headingQuestions } from "./passages/heading-questions.ts";
import { type AskedPassages, judgedQuestions } from "./passages/judged-questions.ts";
import { sectionSearch } from "./passages/section-search.ts";
import { replaceSection } from "./results.ts";
import { commandOf, runBench } from "./run.ts";
import { markdownTable } from "./table.ts";

const usage = "usage: npm run bench -- passages SITE_DIR...   each with a folder articles/";
const depth = 10;

interface Row {
  readonly site: string;
  readonly asked: AskedPassages;
  readonly own: readonly (readonly string[])[];
  readonly peer: readonly (readonly string[])[];
}

async function measure(folder: string): Promise<Row[]> {
  const set: QuestionSet = isQuestionSet(folder)
    ? readQuestionSet(folder)
    : { articles: join(folder, "articles"), questions: [] };
  const { collection, articles, articleAt } = await ownersCorpus(set);
  const { store, languages } = await compileInMemory(collection, articles);
  const passages = await allPassages(store);
  const sets = isQuestionSet(folder)
    ? [judgedQuestions(set, passages, articleAt)]
    : headingQuestions(passages);
  const answerer = createAnswerer(store, languages);
  const search = sectionSearch(passages);
  const rows: Row[] = [];
  for (const asked of sets) {
    const own: string[][] = [];
    const peer: string[][] = [];
    for (const { question } of asked.questions) {
      const answer = await answerer.ask({ question, limit: depth });
      own.push(answer.passages.map(({ id }) => id));
      peer.push(search(question, depth));
    }
    rows.push({ site: basename(folder), asked, own, peer });
  }
  return rows;
}

function figures({ asked }: Row, rankings: readonly (readonly string[])[]): string[] {
  const over = (metric: (ranking: readonly string[], right: ReadonlyMap<string, number>) => number) =>
    mean(asked.questions.map(({ right }, index) => metric(rankings[index] ?? [], right))).toFixed(3);
  return [over(hitAtOne), over((ranking, right) => reciprocalRank(ranking, right, depth))];
}

await runBench(usage, async () => {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} });
  if (positionals.length === 0) throw new JudgedSetError(usage);
  for (const folder of positionals) {
    if (!existsSync(join(folder, "articles"))) throw new JudgedSetError(`${folder}: has no articles/`);
  }
  const rows: Row[] = [];
  for (const folder of positionals) {
    rows.push(...(await measure(folder)));
    console.error(`measured ${folder}`);
  }
  const table = markdownTable(
    ["Site", "Asked", "Questions", "hit@1", "MRR@10", "VitePress hit@1", "VitePress MRR@10"],
    rows
      .filter(({ asked }) => asked.questions.length > 0)
      .map((row) => [
        row.site,
        row.asked.about,
        String(row.asked.questions.length),
        ...figures(row, row.own),
        ...figures(row, row.peer),
      ]),
  );
  const told =
    "A passage is right when it holds an answer, or stands below the heading that was typed. VitePress is MiniSearch with " +
    "the options of its local search over the same passages: their heading, the headings above it, and their text.";
  const command = commandOf(
    "passages",
    positionals.map((folder) => basename(folder)),
  );
  replaceSection("Passages", [measuredOn(command), told, table].join("\n\n"));
  console.log(table);
});
