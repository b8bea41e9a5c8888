/**
 * The SHA-256 of some bytes in hexadecimal digits.
 *
 * @param kept bytes of it that are given, from the first on
 */
export async function digestOf(content: Uint8Array, kept = 32): Promise<string> {
  // No buffer here is shared between threads, which is all that the types of browsers do not know.
  const bytes = content as Uint8Array<ArrayBuffer>;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, kept), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The same of a value as JSON. */
export function digestOfJson(value: unknown): Promise<string> {
  return digestOf(new TextEncoder().encode(JSON.stringify(value)));
}
