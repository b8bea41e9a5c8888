import type { PassageStore } from "../../index/store.ts";
import type { ArticleMetadata } from "../../model/index.ts";
import type { D1Database } from "../../shared/bindings.ts";
import { type AskedQuestion, clusterQuestions, type QuestionCluster } from "./cluster-questions.ts";
import type { Channel } from "./insert-questions.ts";

const day = 24 * 60 * 60 * 1000;

/** Maximum number of distinct questions in a report. */
const longestList = 500;
/** Maximum number of articles checked for those that no answer cites. */
const mostArticles = 2_000;
const pageLength = 100;

/** A report on the questions of a period. */
export interface Report {
  readonly days: number;
  /** Days in UTC on which anything was asked, oldest first. */
  readonly daily: readonly { readonly day: string; readonly asked: number; readonly answered: number }[];
  /** Questions per channel, busiest first. */
  readonly channels: readonly { readonly channel: Channel; readonly asked: number }[];
  readonly unanswered: readonly QuestionCluster[];
  /** What was asked most, answered or not. */
  readonly asked: readonly { readonly question: string; readonly times: number; readonly answered: number }[];
  readonly worst: readonly { readonly question: string; readonly up: number; readonly down: number }[];
  /** Articles without a passage that was shown. */
  readonly neverCited: readonly Pick<ArticleMetadata, "id" | "title" | "url">[];
}

/**
 * Reads a report from the database of questions.
 * @param termsOf the analysed terms of a question.
 * @param now milliseconds since 1970.
 */
export async function readReport(
  database: D1Database,
  store: PassageStore,
  termsOf: (question: string) => Iterable<string>,
  days: number,
  now: number,
): Promise<Report> {
  const since = now - days * day;
  const query = <Row>(sql: string) => database.prepare(sql).bind(since).all<Row>();
  const [daily, channels, unanswered, asked, worst, cited] = await Promise.all([
    query<Report["daily"][number]>(
      `SELECT date(asked / 1000, 'unixepoch') AS day, count(*) AS asked, sum(answered) AS answered
       FROM questions WHERE asked >= ? GROUP BY day ORDER BY day`,
    ),
    query<Report["channels"][number]>(
      `SELECT channel, count(*) AS asked FROM questions WHERE asked >= ?
       GROUP BY channel ORDER BY count(*) DESC, channel`,
    ),
    query<AskedQuestion>(
      `SELECT question, count(*) AS times FROM questions WHERE asked >= ? AND NOT answered
       GROUP BY question ORDER BY times DESC, question LIMIT ${longestList}`,
    ),
    query<Report["asked"][number]>(
      `SELECT question, count(*) AS times, max(answered) AS answered FROM questions WHERE asked >= ?
       GROUP BY question ORDER BY times DESC, question LIMIT 50`,
    ),
    query<Report["worst"][number]>(
      `SELECT questions.question, sum(helpful) AS up, sum(NOT helpful) AS down
       FROM questions JOIN votes ON votes.question = questions.id WHERE asked >= ?
       GROUP BY questions.question HAVING down > up ORDER BY down - up DESC, questions.question LIMIT 50`,
    ),
    query<{ article: string }>(
      `SELECT DISTINCT value AS article FROM questions, json_each(questions.articles) WHERE asked >= ?`,
    ),
  ]);
  return {
    days,
    daily: daily.results,
    channels: channels.results,
    unanswered: clusterQuestions(unanswered.results, termsOf),
    asked: asked.results,
    worst: worst.results,
    neverCited: await articlesWithout(store, new Set(cited.results.map(({ article }) => article))),
  };
}

async function articlesWithout(
  store: PassageStore,
  cited: ReadonlySet<string>,
): Promise<Report["neverCited"]> {
  const found: Report["neverCited"][number][] = [];
  for (let offset = 0; offset < mostArticles; offset += pageLength) {
    const { total, articles } = await store.articles({}, offset, pageLength);
    for (const { id, title, url } of articles) if (!cited.has(id)) found.push({ id, title, url });
    if (offset + pageLength >= total) break;
  }
  return found;
}

/** One recorded question, as it is exported. */
export interface ExportedQuestion {
  readonly asked: string;
  readonly channel: Channel;
  readonly question: string;
  readonly answered: number;
  readonly confidence: number;
  readonly latency: number;
  readonly country: string | null;
  readonly helpful: number | null;
}

/** Maximum number of questions in an export: what fits easily into an isolate's memory. */
const longestExport = 10_000;

/** The recorded questions of a period, newest first. */
export async function exportQuestions(
  database: D1Database,
  days: number,
  now: number,
): Promise<readonly ExportedQuestion[]> {
  const { results } = await database
    .prepare(
      `SELECT strftime('%Y-%m-%dT%H:%M:%SZ', asked / 1000, 'unixepoch') AS asked, channel, questions.question,
         answered, confidence, latency, country, helpful
       FROM questions LEFT JOIN votes ON votes.question = questions.id
       WHERE questions.asked >= ? ORDER BY questions.asked DESC LIMIT ${longestExport}`,
    )
    .bind(now - days * day)
    .all<ExportedQuestion>();
  return results;
}

/**
 * Rows as CSV (RFC 4180) with a header row. A cell that a spreadsheet would run as a formula is prefixed with an apostrophe.
 */
export function toCsv(columns: readonly string[], rows: readonly object[]): string {
  const cell = (value: unknown): string => {
    const text = String(value ?? "");
    const safe = /^[=+\-@\t\r]/.test(text) && typeof value === "string" ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = rows.map((row) => {
    const values = new Map(Object.entries(row));
    return columns.map((column) => cell(values.get(column))).join(",");
  });
  return `${[columns.join(","), ...lines].join("\r\n")}\r\n`;
}

/** Deletes questions older than the retention period. */
export async function deleteExpired(database: D1Database, retentionDays: number, now: number): Promise<void> {
  const oldest = now - retentionDays * day;
  await database.batch([
    database.prepare("DELETE FROM questions WHERE asked < ?").bind(oldest),
    database.prepare("DELETE FROM days WHERE day < ?").bind(Math.floor(oldest / day)),
  ]);
}
