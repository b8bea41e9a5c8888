import { JWKSMultipleMatchingKeys, JWKSNoMatchingKey } from "jose/errors";
import { createRemoteJWKSet, type RemoteJWKSet } from "jose/jwks/remote";
import { type JWTVerifyGetKey, jwtVerify } from "jose/jwt/verify";
import type { AccessApplication } from "../config.ts";
import { logError } from "../http/log.ts";

/** Timeout for fetching the team's keys, in milliseconds: shorter than the deadline of a request. */
const keysTimeout = 1_500;

/** Key sets by team: cached for ten minutes, refetched at most every 30 seconds for a token with an unknown key. */
const keySets = new Map<string, RemoteJWKSet>();

function keysOf(issuer: string): RemoteJWKSet {
  const known =
    keySets.get(issuer) ??
    createRemoteJWKSet(new URL("/cdn-cgi/access/certs", issuer), { timeoutDuration: keysTimeout });
  keySets.set(issuer, known);
  return known;
}

/** Resolves the key of a token. A failed fetch is logged: the owner would otherwise suspect the token. */
function keyOf(issuer: string): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await keysOf(issuer)(header, token);
    } catch (error) {
      if (!(error instanceof JWKSNoMatchingKey || error instanceof JWKSMultipleMatchingKeys)) {
        logError({ level: "error", error: "AccessKeys", message: `the keys of ${issuer} could not be read` });
      }
      throw error;
    }
  };
}

/**
 * Whether a token (RFC 7519) was issued by Cloudflare Access for this application and is valid now
 * (https://developers.cloudflare.com/cloudflare-one/access-controls/applications/http-apps/authorization-cookie/validating-json/).
 * False when the keys cannot be fetched.
 */
export async function isValidToken(token: string, { issuer, audience }: AccessApplication): Promise<boolean> {
  // The algorithm is fixed: a token that chose its own could be an HMAC keyed with the public key.
  const claims = { issuer, audience, algorithms: ["RS256"], requiredClaims: ["exp"] };
  try {
    await jwtVerify(token, keyOf(issuer), claims);
    return true;
  } catch {
    return false;
  }
}
