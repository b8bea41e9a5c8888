import type { Context } from "hono";
import { Hono } from "hono/tiny";
import type { Answerer } from "../../answer/answer.ts";
import { checkAskMany } from "../../api/inputs.ts";
import type { Answer, AnswerList } from "../../model/index.ts";
import { checkAskQuery, checkAskRequest } from "../../model/question.ts";
import type { AskRequest } from "../../model/request.ts";
import { LruCache } from "../../shared/lru-cache.ts";
import type { AppEnv, OpenAnswerer } from "../env.ts";
import { respondWithETag, type TaggedBody } from "../http/etag.ts";
import { noStore } from "../http/headers.ts";
import { ProblemError } from "../http/problem.ts";
import {
  checkInput,
  maximumBatchLength,
  maximumBodyLength,
  readJson,
  readQuery,
  refuseQuery,
} from "../http/request.ts";
import { isRecorded, recordWithHeader, recordWithIds } from "../insights/record.ts";
import { charge } from "../middleware/rate-limit.ts";
import { pause } from "../platform.ts";
import { answerTimed, type TimedAnswer } from "./timed-answer.ts";

/**
 * Limits of the response cache in bytes: in total, a thousand answers of five long passages, and per entry so that one long answer
 * cannot evict many.
 */
const recentLimits = { total: 12 * 1024 * 1024, each: 128 * 1024 } as const;

/** `GET` and `POST /api/ask`: one question, one `Answer`. `POST /api/ask/batch`: several. */
export function askRoutes(open: OpenAnswerer): Hono<AppEnv> {
  // Readers ask the same questions again.
  const recent = new LruCache<TaggedBody>(recentLimits);
  return new Hono<AppEnv>()
    .get("/", async (context) => {
      const request = checkInput(checkAskQuery, readQuery(context.req.url));
      // A cache must not hand the id of one reader's answer to another who has none.
      if (context.env.INSIGHTS !== undefined) context.header("Vary", "Sec-GPC, DNT", { append: true });
      const answerer = await open(context);
      const { version } = answerer.store.info;
      // A question that will be recorded is answered even when the client could be sent a 304.
      const answer = isRecorded(context) ? await answerAndRecord(context, answerer, request) : undefined;
      const make = () => answer ?? answerAndRecord(context, answerer, request);
      return respondWithETag(context, { index: version, request, make, recent });
    })
    .post("/", async (context) => {
      refuseQuery(context.req.url);
      const request = checkInput(checkAskRequest, readJson(context, maximumBodyLength));
      const answerer = await open(context);
      return context.json(await answerAndRecord(context, answerer, request), 200, noStore);
    })
    .post("/batch", async (context) => {
      refuseQuery(context.req.url);
      const { questions } = checkInput(checkAskMany, readJson(context, maximumBatchLength));
      context.get("weigh")(questions.length);
      await charge(context, questions.length - 1);
      const answerer = await open(context);
      const answers = await answerInTurn(answerer, questions, context.get("expired"));
      const list: AnswerList = { answers: await recordWithIds(context, "batch", answers) };
      return context.json(list, 200, noStore);
    });
}

/**
 * Answers one question after the other: an isolate has one thread and 128 MB, so to start all at once would only hold more.
 * Between two of them others have their turn, and the deadline its own.
 *
 * @param expired ends the work: its client was answered already
 * @throws ProblemError 503 then, which nobody reads
 */
async function answerInTurn(
  answerer: Answerer,
  questions: readonly AskRequest[],
  expired: AbortSignal,
): Promise<TimedAnswer[]> {
  const answers: TimedAnswer[] = [];
  for (const request of questions) {
    if (answers.length > 0) await pause();
    if (expired.aborted) {
      throw new ProblemError(503, "The answers took too long. Ask fewer questions at a time.");
    }
    answers.push(await answerTimed(answerer, request));
  }
  return answers;
}

/** Answers, says how long that took (https://w3c.github.io/server-timing/), and records the question if it may be. */
async function answerAndRecord(
  context: Context<AppEnv>,
  answerer: Answerer,
  request: AskRequest,
): Promise<Answer> {
  const timed = await answerTimed(answerer, request);
  context.header("Server-Timing", `answer;dur=${timed.latency.toFixed(1)}`);
  await recordWithHeader(context, timed);
  return timed.answer;
}
