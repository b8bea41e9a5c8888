import type { Context, Hono } from "hono";
import { openSuggestions, type Suggest, suggestionFile } from "../../index/suggestions.ts";
import type { AppEnv, OpenAnswerer } from "../env.ts";
import { readAsset } from "./assets.ts";

/** Where the articles are served from. `dist/built.ts`, which the build makes, names the one that corpus.yaml chose. */
export interface Engine {
  readonly open: OpenAnswerer;
  /** Gives what finds suggestions. It keeps what it has read, and tries again after a failure. */
  readonly openSuggestions: (context: Context<AppEnv>) => Promise<Suggest>;
  /** Serves the pages of articles where they are no static assets. */
  readonly pages?: Hono<AppEnv>;
}

/** An engine of which everything but answers is a static asset. */
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
