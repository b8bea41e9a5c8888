/** What a question takes with articles in D1, in workerd, and how many rows it reads. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createAnswerer } from "../../src/answer/answer.ts";
import { analyseQuestion } from "../../src/answer/question.ts";
import { fromBinding } from "../../src/index/d1/database.ts";
import { openPublished } from "../../src/index/d1/store.ts";
import { askRequestSchema } from "../../src/model/index.ts";
import { LanguageSet } from "../../src/text/language-set.ts";
import { loadLanguage } from "../../src/text/languages/index.ts";
import { root } from "../copy-project.ts";
import { growCorpus } from "../edge/grow.ts";
import { type Spread, spreadOf } from "../edge/measure.ts";
import { buildProject, runMeasured } from "../edge/project.ts";
import { D1Server } from "./server.ts";

const databaseId = "00000000-0000-4000-8000-000000000000";
const seed = 1;
/** Candidates that a question looks at. */
const depth = 100;
/** Questions whose rows are counted. */
const counted = 100;

/** One size of corpus in D1. */
export interface LatencyResult {
  readonly passages: number;
  readonly ingestSeconds: number;
  readonly ingestMegabytes: number;
  /** Of a second ingest of the same articles. */
  readonly againSeconds: number;
  readonly databaseBytes: number;
  /** Milliseconds over HTTP, and by the Worker's own clock. */
  readonly request: Spread;
  readonly answer: Spread;
  /** Rows by the count of D1: of a search alone, and of a whole answer. */
  readonly searchRows: Spread;
  readonly answerRows: Spread;
}

/** Counts the rows that D1 says it has read. */
class CountedDatabase {
  readonly #database: D1Database;
  rows = 0;
  bytes = 0;

  constructor(database: D1Database) {
    this.#database = database;
  }

  prepare(sql: string): D1PreparedStatement {
    return this.#database.prepare(sql);
  }

  async batch<Row>(statements: D1PreparedStatement[]): Promise<D1Result<Row>[]> {
    const results = await this.#database.batch<Row>(statements);
    for (const { meta } of results) {
      this.rows += meta.rows_read;
      this.bytes = meta.size_after;
    }
    return results;
  }

  async during(work: () => Promise<unknown>): Promise<number> {
    const before = this.rows;
    await work();
    return this.rows - before;
  }
}

async function countRows(database: D1Database, questions: readonly string[]) {
  const counting = new CountedDatabase(database);
  const store = await openPublished(fromBinding(counting));
  if (store === undefined) throw new Error("the ingest published nothing");
  const languages = new LanguageSet([await loadLanguage("en")]);
  const answerer = createAnswerer(store, languages);
  const search: number[] = [];
  const answer: number[] = [];
  for (const question of questions.slice(0, counted)) {
    const { terms } = analyseQuestion(question, languages);
    search.push(await counting.during(async () => (await store.prepare(terms, {})).best(depth)));
    answer.push(await counting.during(() => answerer.ask(askRequestSchema.parse({ question }))));
  }
  return { searchRows: spreadOf(search), answerRows: spreadOf(answer), databaseBytes: counting.bytes };
}

/** Grows a corpus, ingests it as its owner would, and asks. */
export async function measureLatency(
  folder: string,
  texts: readonly string[],
  passages: number,
  questions: readonly string[],
): Promise<LatencyResult> {
  const corpus = join(folder, "corpus");
  const project = join(folder, "project");
  const { script } = await buildProject(project, corpus, () => {
    growCorpus(corpus, texts, passages, seed);
    writeFileSync(join(corpus, "corpus.yaml"), "title: Grown\nlang: en\nengine: d1\n");
  });
  cpSync(join(root, "migrations"), join(project, "migrations"), { recursive: true });
  const configuration = join(project, "wrangler.toml");
  writeFileSync(
    configuration,
    `${readFileSync(configuration, "utf8")}
[[d1_databases]]
binding = "CORPUS"
database_name = "footnote-corpus"
database_id = "${databaseId}"
migrations_dir = "migrations/corpus"
`,
  );
  const wrangler = join(root, "node_modules", ".bin", "wrangler");
  await runMeasured(wrangler, ["d1", "migrations", "apply", "footnote-corpus", "--local"], project, corpus);
  const timedIngest = async (): Promise<{ seconds: number; megabytes: number }> => {
    const started = performance.now();
    const megabytes = await runMeasured(
      process.execPath,
      ["src/cli/footnote.ts", "ingest", "--local"],
      project,
      corpus,
    );
    return { seconds: (performance.now() - started) / 1000, megabytes };
  };
  const first = await timedIngest();
  const again = await timedIngest();
  const server = await D1Server.start({
    script,
    assets: join(project, "dist", "assets"),
    databaseId,
    state: join(project, ".wrangler", "state", "v3"),
  });
  try {
    // An isolate remembers what it answered, so that what is measured was not asked before.
    const half = Math.floor(questions.length / 2);
    for (const question of questions.slice(0, half)) await server.ask(question);
    const times: { request: number; answer: number }[] = [];
    for (const question of questions.slice(half)) times.push(await server.ask(question));
    const rows = await countRows(await server.corpus(), questions);
    return {
      passages,
      ingestSeconds: first.seconds,
      ingestMegabytes: first.megabytes,
      againSeconds: again.seconds,
      request: spreadOf(times.map(({ request }) => request)),
      answer: spreadOf(times.map(({ answer }) => answer)),
      ...rows,
    };
  } finally {
    await server.stop();
  }
}
