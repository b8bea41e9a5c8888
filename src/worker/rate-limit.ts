import type { Context, MiddlewareHandler } from "hono";
import type { AppEnv } from "./env.ts";
import { logError } from "./log.ts";
import { ProblemError } from "./problem.ts";

/** Seconds after which a client may try again: the longest period that the platform counts over. */
const retryAfter = 60;

/**
 * Whom to count a request for: an IPv4 address, or the /64 network of an IPv6 address, which one client has whole
 * (RFC 6177). The platform forgets it within the period; nothing else sees it.
 */
export function clientKey(address: string): string {
  if (!address.includes(":")) return address;
  const [head, tail] = address.split("::").map((part) => part.split(":").filter(Boolean));
  const written = head ?? [];
  const last = tail ?? [];
  const zeros = Array<string>(Math.max(0, 8 - written.length - last.length)).fill("0");
  return [...written, ...zeros, ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

/**
 * Counts `units` of work for a request's client.
 * @throws ProblemError 429 when the client has had its share. A limiter that fails lets the request pass.
 */
export async function charge({ env, req }: Context<AppEnv>, units: number): Promise<void> {
  const { RATE_LIMIT } = env;
  if (RATE_LIMIT === undefined) return;
  const key = clientKey(req.header("CF-Connecting-IP") ?? "");
  let admitted: boolean;
  try {
    const outcomes = await Promise.all(Array.from({ length: units }, () => RATE_LIMIT.limit({ key })));
    admitted = outcomes.every(({ success }) => success);
  } catch (error) {
    logError({ level: "error", path: req.path, error: error instanceof Error ? error.name : "unknown" });
    return;
  }
  if (!admitted) {
    throw new ProblemError(429, `Too many requests. Try again in ${retryAfter} seconds.`, {
      headers: { "Retry-After": String(retryAfter) },
    });
  }
}

/** Counts every request once. */
export const limitRate: MiddlewareHandler<AppEnv> = async (context, next) => {
  await charge(context, 1);
  await next();
};
