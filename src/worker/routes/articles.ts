import { Hono } from "hono/tiny";
import { checkListQuery } from "../../api/inputs.ts";
import type { ArticleList } from "../../model/index.ts";
import type { AppEnv, OpenAnswerer } from "../env.ts";
import { respondWithETag } from "../http/etag.ts";
import { ProblemError } from "../http/problem.ts";
import { checkInput, readQuery, refuseQuery } from "../http/request.ts";

/** `GET /api/articles`, a page of the list, and `GET /api/articles/:id`, one article with the text that offsets point into. */
export function articleRoutes(open: OpenAnswerer): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/", async (context) => {
      const { offset, limit, ...filter } = checkInput(checkListQuery, readQuery(context.req.url));
      const { store } = await open(context);
      const request = { offset, limit, ...filter };
      const make = async (): Promise<ArticleList> => {
        const { total, articles } = await store.articles(filter, offset, limit);
        return { total, offset, limit, articles };
      };
      return respondWithETag(context, { index: store.info.version, request, make });
    })
    .get("/:id{[\\s\\S]+}", async (context) => {
      refuseQuery(context.req.url);
      const id = context.req.param("id").normalize("NFC");
      const { store } = await open(context);
      const article = await store.article(id);
      if (article === undefined) {
        throw new ProblemError(
          404,
          `No article has the id ${JSON.stringify(id)}. GET /api/articles lists all.`,
        );
      }
      return respondWithETag(context, { index: store.info.version, request: id, make: () => article });
    });
}
