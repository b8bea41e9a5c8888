import type { Context, Hono } from "hono";
import { openSuggestions, type Suggest, suggestionFile } from "../../index/suggestions.ts";
import type { Language } from "../../text/language.ts";
import type { AppEnv, OpenAnswerer } from "../env.ts";
import { type Platform, server } from "../platform.ts";
import { readAsset } from "./assets.ts";
import type { LexiconFiles } from "./lexicons.ts";

/**
 * Where the articles are served from. Each engine has a module `<name>/engine.ts` that exports `createEngine`; the build's entry
 * imports the one that corpus.yaml chose.
 */
export interface Engine {
  readonly open: OpenAnswerer;
  /** Opens the suggestions. Caches what it has read, and retries after a failure. */
  readonly openSuggestions: (context: Context<AppEnv>) => Promise<Suggest>;
  /** Serves article pages where they are not static assets. */
  readonly pages?: Hono<AppEnv>;
}

/** The arguments of `createEngine` that every engine has; an engine may take WebAssembly modules beside them, by name. */
export interface EngineParts<Settings> {
  /** Languages that articles may be in. */
  readonly languages: readonly Language[];
  /** Where the words that these know are among the assets; absent where they bring their own. */
  readonly lexicons?: LexiconFiles;
  /** What the engine's side in the build returned. */
  readonly settings: Settings;
  readonly platform: Platform;
}

/** An engine whose pages and suggestions are static assets. */
export function staticEngine(open: OpenAnswerer, platform: Platform = server): Engine {
  let opening: Promise<Suggest> | undefined;
  return {
    open,
    openSuggestions: ({ env }) => {
      opening ??= readAsset(env, suggestionFile, platform)
        .then(openSuggestions)
        .catch((error: unknown) => {
          opening = undefined;
          throw error;
        });
      return opening;
    },
  };
}
