import { Hono } from "hono/tiny";
import { originPlaceholder } from "../../model/limits.ts";
import type { AppEnv } from "../env.ts";

/** Files that need absolute URLs, which the build does not know when no base URL is configured. */
export const originFiles = ["/sitemap.xml", "/opensearch.xml", "/robots.txt", "/llms.txt"] as const;

/** Serves those files with the origin of the request filled in. */
export function originRoutes(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const path of originFiles) {
    app.get(path, async (context) => {
      const response = await context.env.ASSETS.fetch(new URL(path, context.req.url));
      if (!response.ok) return response;
      // A function, since a host may have characters that mean something in a replacement.
      const { origin } = new URL(context.req.url);
      const text = (await response.text()).replaceAll(originPlaceholder, () => origin);
      return context.body(text, 200, {
        "Content-Type": response.headers.get("Content-Type") ?? "text/plain",
      });
    });
  }
  return app;
}
