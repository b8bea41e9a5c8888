import { JWKSMultipleMatchingKeys, JWKSNoMatchingKey } from "jose/errors";
import { createRemoteJWKSet, type RemoteJWKSet } from "jose/jwks/remote";
import { type JWTVerifyGetKey, jwtVerify } from "jose/jwt/verify";
import type { AccessApplication } from "../config.ts";
import { logError } from "../http/log.ts";

/** Milliseconds that the team's keys may take to come: less than an answer has. */
const keysTimeout = 1_500;

/** The keys of a team, kept for ten minutes and read again, at most every 30 seconds, for a token of an unknown one. */
const keySets = new Map<string, RemoteJWKSet>();

function keysOf(issuer: string): RemoteJWKSet {
  const known =
    keySets.get(issuer) ??
    createRemoteJWKSet(new URL("/cdn-cgi/access/certs", issuer), { timeoutDuration: keysTimeout });
  keySets.set(issuer, known);
  return known;
}

/** The key that a token names. Keys that cannot be read are logged: the owner would look for the fault in the token. */
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
 * Whether a token (RFC 7519) is one that Cloudflare Access issued for this application and that holds now
 * (https://developers.cloudflare.com/cloudflare-one/access-controls/applications/http-apps/authorization-cookie/validating-json/).
 * Where the keys cannot be read, no token is.
 */
export async function isValidToken(token: string, { issuer, audience }: AccessApplication): Promise<boolean> {
  // The algorithm is ours to name: a token that names its own could be signed with a public key as the secret.
  const claims = { issuer, audience, algorithms: ["RS256"], requiredClaims: ["exp"] };
  try {
    await jwtVerify(token, keyOf(issuer), claims);
    return true;
  } catch {
    return false;
  }
}
