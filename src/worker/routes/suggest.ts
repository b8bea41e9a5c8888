import { Hono } from "hono/tiny";
import { checkSuggestQuery } from "../../api/inputs.ts";
import type { SuggestionList } from "../../model/index.ts";
import type { Engine } from "../engines/engine.ts";
import type { AppEnv } from "../env.ts";
import { cacheOneMinute } from "../http/headers.ts";
import { checkInput, readQuery } from "../http/request.ts";

/** `GET /api/suggest`: completions while a reader types. */
export function suggestRoutes(openSuggestions: Engine["openSuggestions"]): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/", async (context) => {
    const { q, limit } = checkInput(checkSuggestQuery, readQuery(context.req.url));
    const suggest = await openSuggestions(context);
    return context.json({ suggestions: suggest(q, limit) } satisfies SuggestionList, 200, cacheOneMinute);
  });
}
