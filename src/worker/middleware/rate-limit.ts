import type { Context, MiddlewareHandler } from "hono";
import { type RateLimitPolicy, readConfiguration } from "../config.ts";
import type { AppEnv, Env } from "../env.ts";
import { changeHeaders } from "../http/headers.ts";
import { logError } from "../http/log.ts";
import { ProblemError } from "../http/problem.ts";

/** Seconds after which a client may try again where the owner states no policy: the longest that the platform counts over. */
const longestWindow = 60;

/**
 * The policy as a field of draft-ietf-httpapi-ratelimit-headers-11. The platform does not tell how much of the quota is
 * left, so that only a refusal says more.
 */
function policyField({ quota, window }: RateLimitPolicy): Record<string, string> {
  return { "RateLimit-Policy": `"client";q=${quota};w=${window}` };
}

/** The policy that is in force: none without the binding that counts. */
function policyOf(env: Env): RateLimitPolicy | undefined {
  return env.RATE_LIMIT && readConfiguration(env).rateLimitPolicy;
}

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

/** Counts every request once, and tells the policy with every response. */
export const limitRate: MiddlewareHandler<AppEnv> = async (context, next) => {
  await charge(context, 1);
  await next();
  const policy = policyOf(context.env);
  if (policy === undefined) return;
  changeHeaders(context, (headers) => {
    for (const [name, value] of Object.entries(policyField(policy))) headers.set(name, value);
  });
};
