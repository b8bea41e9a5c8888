/** `footnote-ask/hono`: the service as a part of another Hono app, on any platform that Hono runs on. */
import type { Context, Hono } from "hono";
import { memoizeByObject } from "../shared/memoize.ts";
import { createApp } from "./app.ts";
import type { BuiltService } from "./built-service.ts";
import { ConfigurationError } from "./config.ts";
import type { Env } from "./env.ts";
import { type Assets, type Platform, type Service, server } from "./platform.ts";

export type { Service } from "./platform.ts";

/** What the app around knows better than the build. */
export interface MountOptions {
  /** `waitUntil` of `cloudflare:workers`, in a Worker: what requests share is read to its end when one of them is given up. */
  readonly waitUntil?: Platform["waitUntil"];
  /** Returns the files of the build for a request; by default the binding `ASSETS` of a Worker, or those of `service`. */
  readonly assets?: (context: Context) => Assets;
  /** Bindings and variables by the names of wrangler.toml, which win over those of the app around. */
  readonly variables?: Readonly<Record<string, unknown>>;
}

/**
 * The service as a Hono app, to be mounted at the path that it was built for:
 * `app.route("/help", footnote(service))` after a build with the base `/help`. It serves the API, MCP, the pages, and the
 * files of the build; nothing outside of its path.
 */
export function footnote(service: Service, { waitUntil, assets, variables = {} }: MountOptions = {}): Hono {
  const built = service as BuiltService;
  const platform = waitUntil === undefined ? server : { waitUntil };
  const filesOf = (context: Context): Assets => {
    const found = assets?.(context) ?? service.assets ?? (context.env as Partial<Env> | undefined)?.ASSETS;
    if (found === undefined) {
      throw new ConfigurationError(
        "Footnote has no files to read: bind ASSETS, or pass assets, or a service of footnote-ask/node.",
      );
    }
    return found;
  };
  // What is worked out of an environment is kept with it, so that each has one.
  const environmentOf = memoizeByObject((around: object) => {
    let own: Env | undefined;
    return (context: Context): Env => {
      own ??= { ...around, ...variables, ASSETS: filesOf(context) };
      return own;
    };
  });
  const none = {};
  const app = createApp(
    { ...built, engine: built.openEngine(platform), servesFiles: true },
    async (context, next) => {
      context.env = environmentOf(context.env ?? none)(context);
      await next();
    },
  );
  // What it needs of its environment it brings along, so that it fits into an app with any other.
  return app as unknown as Hono;
}
