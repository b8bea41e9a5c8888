import { Hono } from "hono/tiny";
import { citationOf } from "../answer/cite.ts";
import type { PassageResponse } from "../model.ts";
import type { AppEnv, OpenAnswerer } from "./env.ts";
import { cacheable } from "./headers.ts";
import { ProblemError } from "./problem.ts";

/** `GET /api/passages/:id`: one passage, to check a quote against. Its link shows the whole passage. */
export function passageRoutes(open: OpenAnswerer): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/:id{.+}", async (context) => {
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
    const citation = citationOf(stored, store.info, passage);
    return context.json({ ...passage, citation } satisfies PassageResponse, 200, cacheable);
  });
}
