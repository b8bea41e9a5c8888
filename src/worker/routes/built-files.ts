import type { Context, MiddlewareHandler } from "hono";
import { markdownName } from "../../api/headers.ts";
import type { AppEnv } from "../env.ts";
import { takesMarkdown } from "../http/accept.ts";

/** Statuses of a redirect to another path of the same files. */
const isRedirect = (status: number): boolean => status >= 300 && status < 400 && status !== 304;

/**
 * Serves the files of the build, for a service that is a part of another app; where it is a Worker of its own, the platform
 * serves them without asking it.
 *
 * @param base path that the service is below, without a slash at the end
 */
export function builtFiles(base: string): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const { method, path } = context.req;
    if (method !== "GET" && method !== "HEAD") return next();
    // The page of the service is a folder like any other.
    if (path === base && base !== "")
      return context.redirect(`${base}/${new URL(context.req.url).search}`, 307);
    const response = await context.env.ASSETS.fetch(fileRequest(context, base));
    if (response.status === 404) return next();
    const location = response.headers.get("Location");
    if (!isRedirect(response.status) || location === null) {
      const file = new Response(response.body, response);
      if (path.startsWith(`${base}/articles/`)) file.headers.append("Vary", "Accept");
      return file;
    }
    const url = new URL(location, context.req.url);
    return context.redirect(base + url.pathname + url.search, 307);
  };
}

/** The request for a file: its path is below the folder of the files, whatever the service is below. */
function fileRequest(context: Context<AppEnv>, base: string): Request {
  const { req } = context;
  const url = new URL(req.url);
  url.pathname = normalPath(url.pathname.slice(base.length) || "/");
  if (url.pathname.startsWith("/articles/") && url.pathname.endsWith("/") && takesMarkdown(context))
    url.pathname += markdownName;
  // A redirect is for the client to follow, below the base.
  return new Request(url, { method: req.method, headers: req.raw.headers, redirect: "manual" });
}

/** A path in the form in which files are named, NFC, wherever it is in another one. */
function normalPath(path: string): string {
  const parts = path.split("/").map((part) => {
    try {
      const name = decodeURIComponent(part);
      return name === name.normalize("NFC") ? part : encodeURIComponent(name.normalize("NFC"));
    } catch {
      // No file is named by what encodes nothing.
      return part;
    }
  });
  return parts.join("/");
}
