import type { D1Database } from "../../shared/bindings.ts";
import type { TimedAnswer } from "../routes/timed-answer.ts";

/** How a question was asked: alone over HTTP, in a batch, or by an agent. */
export type Channel = "http" | "batch" | "mcp";

/** How questions were asked. */
interface Circumstances {
  /** Milliseconds since 1970. */
  readonly asked: number;
  readonly country: string | null;
  readonly channel: Channel;
}

/** Milliseconds of a day. */
const day = 24 * 60 * 60 * 1000;

/**
 * Questions that are recorded of one day, at most. A stranger can ask without end, and the free plan of D1 writes 100,000 rows
 * a day for all databases together: a question takes three of them, and each request one more.
 */
export const maximumRecordedPerDay = 20_000;

/** Stores answered questions, unless there are too many of the day. */
export async function insertQuestions(
  database: D1Database,
  { asked, country, channel }: Circumstances,
  answers: readonly (TimedAnswer & { readonly id: string })[],
): Promise<void> {
  const insert = database.prepare(
    `INSERT INTO questions
       (id, asked, question, answered, confidence, passages, articles, latency, country, channel)
     SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
     WHERE (SELECT recorded FROM days WHERE day = ?) <= ${maximumRecordedPerDay}`,
  );
  const today = Math.floor(asked / day);
  // All in one transaction: the count that is made first decides whether the inserts may.
  const count = database
    .prepare(
      `INSERT INTO days (day, recorded) VALUES (?, ?)
       ON CONFLICT (day) DO UPDATE SET recorded = recorded + excluded.recorded
       WHERE recorded <= ${maximumRecordedPerDay}`,
    )
    .bind(today, answers.length);
  await database.batch([
    count,
    ...answers.map(({ id, latency, answer: { question, answered, confidence, passages } }) => {
      const shown = JSON.stringify(passages.map((passage) => passage.id));
      const articles = JSON.stringify([...new Set(passages.map(({ citation }) => citation.article))]);
      const milliseconds = Math.round(latency);
      return insert.bind(
        id,
        asked,
        question,
        Number(answered),
        confidence,
        shown,
        articles,
        milliseconds,
        country,
        channel,
        today,
      );
    }),
  ]);
}
