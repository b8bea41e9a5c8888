import { Hono } from "hono/tiny";
import { askRequestSchema } from "../model.ts";
import type { AppEnv, OpenAnswerer } from "./env.ts";
import { cacheable, uncacheable } from "./headers.ts";
import { digitsSchema, readJson, readQuery, validate } from "./request.ts";

const { question, limit } = askRequestSchema.shape;

/** The fields of a question as a query holds them: all are text, and the question's name is short. */
const askQuerySchema = askRequestSchema
  .omit({ question: true })
  .extend({ q: question, limit: digitsSchema.pipe(limit) })
  .transform(({ q, ...others }) => ({ question: q, ...others }));

/** `GET` and `POST /api/ask`: one question, one `Answer`. */
export function askRoutes(open: OpenAnswerer): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/", async (context) => {
      const request = validate(askQuerySchema, readQuery(context.req.url));
      const answerer = await open(context.env);
      return context.json(await answerer.ask(request), 200, cacheable);
    })
    .post("/", async (context) => {
      const request = validate(askRequestSchema, await readJson(context.req.raw));
      const answerer = await open(context.env);
      return context.json(await answerer.ask(request), 200, uncacheable);
    });
}
