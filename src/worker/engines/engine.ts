import type { Context, Hono } from "hono";
import { openSuggestions, type Suggest, suggestionFile } from "../../index/suggestions.ts";
import type { AppEnv, OpenAnswerer } from "../env.ts";
import { readAsset } from "./assets.ts";

/** Where the articles are served from. The module `engine.ts`, which the build makes, names the one that corpus.yaml chose. */
export interface Engine {
  readonly open: OpenAnswerer;
  /** Opens the suggestions. Caches what it has read, and retries after a failure. */
  readonly openSuggestions: (context: Context<AppEnv>) => Promise<Suggest>;
  /** Serves article pages where they are not static assets. */
  readonly pages?: Hono<AppEnv>;
}

/** An engine whose pages and suggestions are static assets. */
export function staticEngine(open: OpenAnswerer): Engine {
  let opening: Promise<Suggest> | undefined;
  return {
    open,
    openSuggestions: ({ env }) => {
      opening ??= readAsset(env.ASSETS, suggestionFile)
        .then(openSuggestions)
        .catch((error: unknown) => {
          opening = undefined;
          throw error;
        });
      return opening;
    },
  };
}
