import type { Context, MiddlewareHandler } from "hono";
import { routes } from "../../api/routes.ts";
import { type RateLimitPolicy, readConfiguration } from "../config.ts";
import type { AppEnv, Env } from "../env.ts";
import { changeHeaders } from "../http/headers.ts";
import { logError } from "../http/log.ts";
import { ProblemError } from "../http/problem.ts";

/** Retry-After in seconds where the owner states no policy: the platform's longest window. */
const longestWindow = 60;

/**
 * The policy as a field of draft-ietf-httpapi-ratelimit-headers-11. The platform does not report the remaining quota, so only
 * a 429 states it.
 */
function policyField({ quota, window }: RateLimitPolicy): Record<string, string> {
  return { "RateLimit-Policy": `"client";q=${quota};w=${window}` };
}

/** The policy in force; undefined without the rate-limit binding. */
function policyOf(env: Env): RateLimitPolicy | undefined {
  return env.RATE_LIMIT && readConfiguration(env).rateLimitPolicy;
}

/**
 * The key a client is counted by: an IPv4 address, or the /64 network of an IPv6 address, which usually belongs to one client
 * (RFC 6177). The platform forgets it within the window; nothing else sees it.
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
 * @throws ProblemError 429 when the client is over its quota. A limiter that fails lets the request pass.
 */
export async function charge({ env, req }: Context<AppEnv>, units: number): Promise<void> {
  const { RATE_LIMIT } = env;
  if (RATE_LIMIT === undefined) return;
  const client = clientKey(req.header("CF-Connecting-IP") ?? "");
  // What is suggested while typing must not use up the questions.
  const key = req.path.endsWith(routes.suggest[1]) ? `${client} suggest` : client;
  let admitted: boolean;
  try {
    const outcomes = await Promise.all(Array.from({ length: units }, () => RATE_LIMIT.limit({ key })));
    admitted = outcomes.every(({ success }) => success);
  } catch (error) {
    logError({ level: "error", path: req.path, error: error instanceof Error ? error.name : "unknown" });
    return;
  }
  if (!admitted) {
    const policy = policyOf(env);
    const seconds = String(policy?.window ?? longestWindow);
    throw new ProblemError(429, `Too many requests. Try again in ${seconds} seconds.`, {
      headers: {
        "Retry-After": seconds,
        ...(policy && { ...policyField(policy), RateLimit: '"client";r=0' }),
      },
    });
  }
}

/** Counts every request once, and states the policy in every response. */
export const limitRate: MiddlewareHandler<AppEnv> = async (context, next) => {
  await charge(context, 1);
  await next();
  const policy = policyOf(context.env);
  if (policy === undefined) return;
  changeHeaders(context, (headers) => {
    for (const [name, value] of Object.entries(policyField(policy))) headers.set(name, value);
  });
};
