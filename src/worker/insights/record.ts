import type { Context } from "hono";
import { answerIdHeader } from "../../api/headers.ts";
import type { AnswerWithId } from "../../model/index.ts";
import { readConfiguration } from "../config.ts";
import type { AppEnv } from "../env.ts";
import { logError } from "../http/log.ts";
import { waitUntil } from "../platform.ts";
import type { TimedAnswer } from "../routes/timed-answer.ts";
import type { Channel } from "./insert-questions.ts";

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
  // Most services record nothing: what does is loaded when one records.
  const { insertQuestions } = await import("./insert-questions.ts");
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
  const { signAnswerId } = await import("./answer-id.ts");
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
