import { Hono } from "hono/tiny";
import { citationOf } from "../answer/cite.ts";
import type { PassageResponse } from "../model.ts";
import type { AppEnv, OpenAnswerer } from "./env.ts";
import { respondRevalidated } from "./etag.ts";
import { ProblemError } from "./problem.ts";
import { refuseQuery } from "./request.ts";

/** `GET /api/passages/:id`: one passage, to check a quote against. Its link shows the whole passage. */
export function passageRoutes(open: OpenAnswerer): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/:id{.+}", async (context) => {
    refuseQuery(context.req.url);
    const id = context.req.param("id");
    const { store } = await open(context.env);
    const stored = await store.passage(id);
    if (stored === undefined) {
      throw new ProblemError(
        404,
        `No passage has the id ${JSON.stringify(id)}. Its text may have changed since it was cited: ask again.`,
      );
    }
    const { passage } = stored;
    return respondRevalidated(context, store.info.version, id, (): PassageResponse => {
      return { ...passage, citation: citationOf(stored, store.info, passage) };
    });
  });
}
