import { Hono } from "hono/tiny";
import { suggestQuerySchema } from "../../api/parameters.ts";
import type { SuggestionList } from "../../model/index.ts";
import type { Engine } from "../engines/engine.ts";
import type { AppEnv } from "../env.ts";
import { cacheOneMinute } from "../http/headers.ts";
import { readQuery, validateInput } from "../http/request.ts";

/** `GET /api/suggest`: completions while a reader types. */
export function suggestRoutes(openSuggestions: Engine["openSuggestions"]): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/", async (context) => {
    const { q, limit } = validateInput(suggestQuerySchema(), readQuery(context.req.url));
    const suggest = await openSuggestions(context);
    return context.json({ suggestions: suggest(q, limit) } satisfies SuggestionList, 200, cacheOneMinute);
  });
}
