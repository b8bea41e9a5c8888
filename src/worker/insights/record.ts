import type { Context } from "hono";
import { answerIdHeader } from "../../api/headers.ts";
import type { AnswerWithId } from "../../model/index.ts";
import type { D1Database } from "../../shared/bindings.ts";
import { readConfiguration } from "../config.ts";
import type { AppEnv } from "../env.ts";
import { logError } from "../http/log.ts";
import { waitUntil } from "../platform.ts";
import type { TimedAnswer } from "../routes/timed-answer.ts";
import { signAnswerId } from "./answer-id.ts";

/** How a question was asked: alone over HTTP, in a batch, or by an agent. */
export type Channel = "http" | "batch" | "mcp";

/**
 * Whether the owner wants questions recorded, and the reader does not object (https://w3c.github.io/gpc/). A HEAD asks for
 * no answer: monitors send it.
 */
export function isRecorded({ env, req }: Context<AppEnv>): boolean {
  return (
    env.INSIGHTS !== undefined &&
    req.method !== "HEAD" &&
    req.header("Sec-GPC") !== "1" &&
    req.header("DNT") !== "1"
  );
}

/**
 * Records questions without delaying their answers. A failure to record is logged and has no other effect.
 * @returns ids of the answers to vote with, in order; none when nothing is recorded.
 */
async function recordAnswers(
  context: Context<AppEnv>,
  channel: Channel,
  answers: readonly TimedAnswer[],
): Promise<readonly string[]> {
  const { insights } = readConfiguration(context.env);
  if (insights === undefined || !isRecorded(context)) return [];
  const circumstances = {
    asked: Date.now(),
    country: context.req.header("CF-IPCountry") ?? null,
    channel,
  };
  const identified = answers.map((answer) => ({ ...answer, id: crypto.randomUUID() }));
  const insert = insertQuestions(insights.database, circumstances, identified);
  waitUntil(
    context,
    insert.catch((error: unknown) => {
      const name = error instanceof Error ? error.name : "unknown";
      logError({ level: "error", error: name, message: `${answers.length} questions could not be recorded` });
    }),
  );
  return Promise.all(identified.map(({ id }) => signAnswerId(insights.signingKey, id, circumstances.asked)));
}

/** Records one question over HTTP, and sends its answer's id in a header: the body is cached and the same for everybody. */
export async function recordWithHeader(context: Context<AppEnv>, answer: TimedAnswer): Promise<void> {
  const [id] = await recordAnswers(context, "http", [answer]);
  if (id !== undefined) context.header(answerIdHeader, id);
}

/** Records questions of a batch or an agent, and puts each answer's id into the answer. */
export async function recordWithIds(
  context: Context<AppEnv>,
  channel: Exclude<Channel, "http">,
  answers: readonly TimedAnswer[],
): Promise<AnswerWithId[]> {
  const ids = await recordAnswers(context, channel, answers);
  return answers.map(({ answer }, number) => {
    const id = ids[number];
    return id === undefined ? answer : { ...answer, id };
  });
}

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

async function insertQuestions(
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
