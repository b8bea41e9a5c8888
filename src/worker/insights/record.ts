import { waitUntil } from "cloudflare:workers";
import type { Context } from "hono";
import type { Answer } from "../../model.ts";
import { readConfiguration } from "../config.ts";
import type { AppEnv } from "../env.ts";
import { answerIdHeader } from "../headers.ts";
import { logError } from "../log.ts";
import { signAnswerId } from "./answer-id.ts";

/** Whether the owner wants questions recorded, and the reader does not object (https://w3c.github.io/gpc/). */
export function isObserved({ env, req }: Context<AppEnv>): boolean {
  return env.INSIGHTS !== undefined && req.header("Sec-GPC") !== "1" && req.header("DNT") !== "1";
}

/**
 * Records a question after its answer is on the way, and names the answer in a header of the response. Recording that
 * fails is logged and changes nothing else.
 * @param latency milliseconds that the answer took.
 */
export async function observe(context: Context<AppEnv>, answer: Answer, latency: number): Promise<void> {
  const { insights } = readConfiguration(context.env);
  if (insights === undefined || !isObserved(context)) return;
  const uuid = crypto.randomUUID();
  const now = Date.now();
  context.header(answerIdHeader, await signAnswerId(insights.signingKey, uuid, now));
  const country = context.req.header("CF-IPCountry") ?? null;
  const insert = record(insights.database, { uuid, now, answer, latency, country });
  waitUntil(
    insert.catch((error: unknown) => {
      const name = error instanceof Error ? error.name : "unknown";
      logError({ level: "error", error: name, message: "a question could not be recorded" });
    }),
  );
}

interface Observation {
  readonly uuid: string;
  readonly now: number;
  readonly answer: Answer;
  readonly latency: number;
  readonly country: string | null;
}

async function record(database: D1Database, observation: Observation): Promise<void> {
  const { uuid, now, answer, latency, country } = observation;
  const { question, answered, confidence, passages } = answer;
  const articles = [...new Set(passages.map(({ citation }) => citation.article))];
  await database
    .prepare("INSERT INTO questions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    .bind(
      uuid,
      now,
      question,
      Number(answered),
      confidence,
      JSON.stringify(passages.map(({ id }) => id)),
      JSON.stringify(articles),
      Math.round(latency),
      country,
    )
    .run();
}
