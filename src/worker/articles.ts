import { Hono } from "hono/tiny";
import * as z from "zod";
import { type ArticleList, askRequestSchema, maximumPageLength } from "../model.ts";
import type { AppEnv, OpenAnswerer } from "./env.ts";
import { cacheable } from "./headers.ts";
import { ProblemError } from "./problem.ts";
import { digitsSchema, readQuery, validate } from "./request.ts";

const { lang, tag } = askRequestSchema.shape;

const listQuerySchema = z.strictObject({
  offset: digitsSchema.pipe(z.int().min(0).default(0)),
  limit: digitsSchema.pipe(z.int().min(1).max(maximumPageLength).default(50)),
  lang,
  tag,
});

/** `GET /api/articles`, a page of the list, and `GET /api/articles/:id`, one article with the text that is cited. */
export function articleRoutes(open: OpenAnswerer): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/", async (context) => {
      const { offset, limit, ...filter } = validate(listQuerySchema, readQuery(context.req.url));
      const { store } = await open(context.env);
      const { total, articles } = await store.articles(filter, offset, limit);
      return context.json({ total, offset, limit, articles } satisfies ArticleList, 200, cacheable);
    })
    .get("/:id{.+}", async (context) => {
      const id = context.req.param("id");
      const { store } = await open(context.env);
      const article = await store.article(id);
      if (article === undefined) {
        throw new ProblemError(
          404,
          `No article has the id ${JSON.stringify(id)}. GET /api/articles lists all.`,
        );
      }
      return context.json(article, 200, cacheable);
    });
}
