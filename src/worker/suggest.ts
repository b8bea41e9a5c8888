import { Hono } from "hono/tiny";
import { suggestQuerySchema } from "../api/parameters.ts";
import { openSuggestions, type Suggest, suggestionFile } from "../index/suggestions.ts";
import type { SuggestionList } from "../model.ts";
import { readAsset } from "./assets.ts";
import type { AppEnv, Env } from "./env.ts";
import { briefly } from "./headers.ts";
import { readQuery, validate } from "./request.ts";

/** `GET /api/suggest`: what a reader who is typing may be after. */
export function suggestRoutes(): Hono<AppEnv> {
  let opening: Promise<Suggest> | undefined;

  /** One index for the life of an isolate, read when a reader first types; a failed attempt is made again. */
  function suggestions(env: Env): Promise<Suggest> {
    opening ??= readAsset(env.ASSETS, suggestionFile)
      .then(openSuggestions)
      .catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
    return opening;
  }

  return new Hono<AppEnv>().get("/", async (context) => {
    const { q, limit } = validate(suggestQuerySchema, readQuery(context.req.url));
    const suggest = await suggestions(context.env);
    return context.json({ suggestions: suggest(q, limit) } satisfies SuggestionList, 200, briefly);
  });
}
