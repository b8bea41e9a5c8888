import type { HonoRequest, MiddlewareHandler } from "hono";
import { type InsightsConfiguration, readConfiguration } from "../config.ts";
import type { AppEnv } from "../env.ts";
import { ProblemError } from "../http/problem.ts";

/**
 * Requires the owner's token, as `Authorization: Bearer` or as the password of HTTP Basic authentication (RFC 7617, any user
 * name), or a token of Cloudflare Access where that is configured.
 */
export const ownerOnly: MiddlewareHandler<AppEnv> = async (context, next) => {
  const { insights } = readConfiguration(context.env);
  // Without insights there is no token, and the response is the same, so that it reveals nothing.
  if (insights === undefined || !(await isOwner(context.req, insights))) {
    throw new ProblemError(
      401,
      "Only the owner of the service may read this. Send the token; a service that has none records no questions, and docs/deploy.md says how it can.",
      {
        // Browsers honour one challenge only; Basic makes them prompt for a password.
        headers: { "WWW-Authenticate": 'Basic realm="insights", charset="UTF-8"' },
      },
    );
  }
  await next();
};

async function isOwner(request: HonoRequest, { token, access }: InsightsConfiguration): Promise<boolean> {
  const password = passwordOf(request.header("Authorization") ?? "");
  if (password !== undefined && (await equal(password, token))) return true;
  const assertion = request.header("Cf-Access-Jwt-Assertion");
  if (access === undefined || assertion === undefined) return false;
  // Only owners behind Access need this code, so it is loaded lazily.
  const { isValidToken } = await import("./access.ts");
  return isValidToken(assertion, access);
}

function passwordOf(authorization: string): string | undefined {
  const [, scheme = "", credentials = ""] = /^(\S+) (.*)$/.exec(authorization) ?? [];
  if (scheme.toLowerCase() === "bearer") return credentials;
  if (scheme.toLowerCase() !== "basic") return undefined;
  try {
    return atob(credentials).split(":").slice(1).join(":");
  } catch {
    return undefined;
  }
}

/** Constant-time comparison. Hashes are compared, since they have equal lengths; every byte of them is. */
async function equal(given: string, secret: string): Promise<boolean> {
  const hash = async (text: string) =>
    new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  const [a, b] = await Promise.all([hash(given), hash(secret)]);
  return a.reduce((difference, byte, index) => difference | (byte ^ (b[index] ?? 0)), 0) === 0;
}
