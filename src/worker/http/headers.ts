import type { Context, MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { answerIdHeader, bookmarkHeader } from "../../api/headers.ts";
import { readConfiguration } from "../config.ts";
import type { AppEnv } from "../env.ts";

/** For suggestions, which may be a minute old: readers who type request the same ones again and again. */
export const cacheOneMinute = { "Cache-Control": "public, max-age=60" } as const;

/** For what changes with a deploy at most, and may be an hour old. */
export const publicHour = { "Cache-Control": "public, max-age=3600" } as const;

/** For responses about this moment or about one reader. */
export const noStore = { "Cache-Control": "no-store" } as const;

/** A day, in seconds: no browser caches a preflight response longer, and some cap it lower. */
const preflightMaxAge = 86_400;

/** Response headers that pages of other origins may read. */
const exposedHeaders = [
  "Allow",
  "ETag",
  "RateLimit",
  "RateLimit-Policy",
  "Retry-After",
  answerIdHeader,
  bookmarkHeader,
  "Server-Timing",
];

/**
 * Changes headers of the response in place. Hono's `context.header` copies an existing response for each header, and the copy
 * has no Content-Length.
 */
export function changeHeaders(context: Context, change: (headers: Headers) => void): void {
  try {
    change(context.res.headers);
  } catch {
    // Headers of a response that a binding returned are immutable.
    context.res = new Response(context.res.body, context.res);
    change(context.res.headers);
  }
}

/** Lets pages of the allowed origins read the API (https://fetch.spec.whatwg.org/#http-cors-protocol). */
export const crossOrigin: MiddlewareHandler<AppEnv> = async (context, next) => {
  const { allowedOrigins } = readConfiguration(context.env);
  if (context.req.method === "OPTIONS") return preflight(allowedOrigins)(context, next);
  await next();
  const origin = context.req.header("Origin") ?? "";
  changeHeaders(context, (headers) => {
    headers.set("Access-Control-Expose-Headers", exposedHeaders.join(","));
    if (allowedOrigins === "*") headers.set("Access-Control-Allow-Origin", "*");
    else {
      headers.append("Vary", "Origin");
      if (allowedOrigins.includes(origin)) headers.set("Access-Control-Allow-Origin", origin);
    }
  });
};

/** Answers a CORS preflight request. */
const preflight = (allowedOrigins: "*" | string[]): MiddlewareHandler<AppEnv> =>
  cors({
    origin: allowedOrigins,
    allowMethods: ["GET", "HEAD", "POST"],
    allowHeaders: [
      "Content-Type",
      "If-None-Match",
      "MCP-Protocol-Version",
      "Mcp-Method",
      "Mcp-Name",
      bookmarkHeader,
    ],
    exposeHeaders: exposedHeaders,
    maxAge: preflightMaxAge,
  });

/** Headers for data responses: nothing in them may run, be framed, or be sniffed as another type. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (context, next) => {
  await next();
  changeHeaders(context, (headers) => {
    if (!headers.has("Content-Security-Policy")) {
      headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
    if (!headers.has("Cross-Origin-Resource-Policy")) {
      headers.set("Cross-Origin-Resource-Policy", "cross-origin");
    }
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("X-Content-Type-Options", "nosniff");
  });
};
