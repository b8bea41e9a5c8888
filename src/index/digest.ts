/**
 * The SHA-256 of some bytes in hexadecimal digits.
 *
 * @param kept bytes of it that are given, from the first on
 */
export async function digestOf(content: Uint8Array, kept = 32): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(digest.subarray(0, kept), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The same of a value as JSON. */
export function digestOfJson(value: unknown): Promise<string> {
  return digestOf(new TextEncoder().encode(JSON.stringify(value)));
}
