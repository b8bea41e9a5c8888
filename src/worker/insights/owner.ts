import type { HonoRequest, MiddlewareHandler } from "hono";
import { type InsightsConfiguration, readConfiguration } from "../config.ts";
import type { AppEnv } from "../env.ts";
import { ProblemError } from "../http/problem.ts";

/**
 * Lets only the owner pass, who knows the token: as `Authorization: Bearer`, or as the password that a browser asks for
 * (RFC 7617, any user name); or who has passed Cloudflare Access, where that is set up.
 */
export const ownerOnly: MiddlewareHandler<AppEnv> = async (context, next) => {
  const { insights } = readConfiguration(context.env);
  // Without insights there is no token to know, and the answer is the same.
  if (insights === undefined || !(await isOwner(context.req, insights))) {
    throw new ProblemError(401, "Only the owner of the service may read this. Send the token.", {
      // Browsers read one challenge only; this is the one that makes them ask for a password.
      headers: { "WWW-Authenticate": 'Basic realm="insights", charset="UTF-8"' },
    });
  }
  await next();
};

async function isOwner(request: HonoRequest, { token, access }: InsightsConfiguration): Promise<boolean> {
  const password = passwordOf(request.header("Authorization") ?? "");
  if (password !== undefined && (await equal(password, token))) return true;
  const assertion = request.header("Cf-Access-Jwt-Assertion");
  if (access === undefined || assertion === undefined) return false;
  // Only owners behind Access need this code, so an isolate runs it when the first of them comes.
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

/** Compares in a time that tells neither the length nor the place of a difference: hashes have one length. */
async function equal(given: string, secret: string): Promise<boolean> {
  const hash = (text: string) => crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const [a, b] = await Promise.all([hash(given), hash(secret)]);
  return crypto.subtle.timingSafeEqual(a, b);
}
