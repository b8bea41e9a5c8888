import { Hono } from "hono/tiny";
import { askManyRequestSchema, askQuerySchema } from "../api/parameters.ts";
import { type AnswerList, askRequestSchema } from "../model.ts";
import type { AppEnv, OpenAnswerer } from "./env.ts";
import { respondRevalidated } from "./etag.ts";
import { uncacheable } from "./headers.ts";
import { charge } from "./rate-limit.ts";
import {
  maximumBatchLength,
  maximumBodyLength,
  readJson,
  readQuery,
  refuseQuery,
  validate,
} from "./request.ts";

/** `GET` and `POST /api/ask`: one question, one `Answer`. `POST /api/ask/batch`: several. */
export function askRoutes(open: OpenAnswerer): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/", async (context) => {
      const { q, ...others } = validate(askQuerySchema, readQuery(context.req.url));
      const answerer = await open(context.env);
      const request = { question: q, ...others };
      const { version } = answerer.store.info;
      return respondRevalidated(context, version, request, () => answerer.ask(request));
    })
    .post("/", async (context) => {
      refuseQuery(context.req.url);
      const request = validate(askRequestSchema, await readJson(context.req.raw, maximumBodyLength));
      const answerer = await open(context.env);
      return context.json(await answerer.ask(request), 200, uncacheable);
    })
    .post("/batch", async (context) => {
      refuseQuery(context.req.url);
      const body = await readJson(context.req.raw, maximumBatchLength);
      const { questions } = validate(askManyRequestSchema, body);
      await charge(context, questions.length - 1);
      const answerer = await open(context.env);
      const answers: AnswerList["answers"] = [];
      // One after the other: an isolate has one thread and 128 MB, so to start all at once would only hold more.
      for (const request of questions) answers.push(await answerer.ask(request));
      return context.json({ answers } satisfies AnswerList, 200, uncacheable);
    });
}
