import { Hono } from "hono/tiny";
import { citationOf } from "../../answer/cite.ts";
import type { PassageStore } from "../../index/store.ts";
import type { PassageResponse } from "../../model/index.ts";
import type { AppEnv, OpenAnswerer } from "../env.ts";
import { respondWithETag } from "../http/etag.ts";
import { ProblemError } from "../http/problem.ts";
import { refuseQuery } from "../http/request.ts";

/** `GET /api/passages/:id`: one passage, to check a quote against. Its link highlights the whole passage. */
export function passageRoutes(open: OpenAnswerer): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/:id{[\\s\\S]+}", async (context) => {
    refuseQuery(context.req.url);
    const id = context.req.param("id");
    const { store } = await open(context);
    const passage = await readPassage(store, id);
    return respondWithETag(context, { index: store.info.version, request: passage.id, make: () => passage });
  });
}

/** @param given an id in any form of Unicode; ids are in NFC @throws ProblemError 404 when no passage has it. */
export async function readPassage(store: PassageStore, given: string): Promise<PassageResponse> {
  const id = given.normalize("NFC");
  const stored = await store.passage(id);
  if (stored === undefined) {
    throw new ProblemError(
      404,
      `No passage has the id ${JSON.stringify(id)}. Its text may have changed since it was cited: ask again.`,
    );
  }
  // Directives are for citations, which are made with them.
  const { directives: _directives, ...passage } = stored.passage;
  return { ...passage, citation: citationOf(stored, store.info, stored.passage) };
}
