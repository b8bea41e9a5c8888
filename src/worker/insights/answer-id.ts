/** How long an answer can be voted on, in milliseconds. */
const lifetime = 24 * 60 * 60 * 1000;

const uuidLength = 36;

function keyOf(secret: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(secret);
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
}

function toBase64Url(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/**
 * An answer id that only this service can have issued: `uuid.expiry.signature`, signed with HMAC-SHA-256
 * (RFC 2104).
 * @param now milliseconds since 1970.
 */
export async function signAnswerId(secret: string, uuid: string, now: number): Promise<string> {
  const payload = `${uuid}.${(now + lifetime).toString(36)}`;
  const signature = await crypto.subtle.sign("HMAC", await keyOf(secret), new TextEncoder().encode(payload));
  return `${payload}.${toBase64Url(signature)}`;
}

/**
 * The UUID in an answer id, or undefined when this service did not issue the id or it has expired. The platform compares
 * signatures in constant time.
 */
export async function verifyAnswerId(secret: string, id: string, now: number): Promise<string | undefined> {
  const [uuid = "", expiry = "", signature = "", ...rest] = id.split(".");
  if (uuid.length !== uuidLength || rest.length > 0 || !/^[\w-]+$/.test(signature)) return undefined;
  const payload = new TextEncoder().encode(`${uuid}.${expiry}`);
  let genuine: boolean;
  try {
    genuine = await crypto.subtle.verify("HMAC", await keyOf(secret), fromBase64Url(signature), payload);
  } catch {
    return undefined;
  }
  return genuine && now < Number.parseInt(expiry, 36) ? uuid : undefined;
}
