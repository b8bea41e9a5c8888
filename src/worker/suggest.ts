import { Hono } from "hono/tiny";
import * as z from "zod";
import { openSuggestions, type Suggest, suggestionFile } from "../index/suggestions.ts";
import { maximumQuestionLength, type SuggestionList } from "../model.ts";
import { readAsset } from "./assets.ts";
import type { AppEnv, Env } from "./env.ts";
import { cacheable } from "./headers.ts";
import { digitsSchema, readQuery, validate } from "./request.ts";

/** Most suggestions one request may ask for. */
const maximumSuggestions = 20;

const querySchema = z.strictObject({
  q: z.string().max(maximumQuestionLength),
  limit: digitsSchema.pipe(z.int().min(1).max(maximumSuggestions).default(7)),
});

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

/** `GET /api/suggest`: what a reader who is typing may be after. */
export function suggestRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/", async (context) => {
    // A widget sends what narrows its questions along with all it asks; suggestions are few and are not narrowed.
    const { q, limit } = readQuery(context.req.url);
    const request = validate(querySchema, { q, limit });
    const suggest = await suggestions(context.env);
    const list: SuggestionList = { suggestions: suggest(request.q, request.limit) };
    return context.json(list, 200, cacheable);
  });
}
