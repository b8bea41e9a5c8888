/**
 * The SHA-256 of some bytes in hexadecimal digits.
 *
 * @param kept length of the result in bytes: a prefix of the hash
 */
export async function digestOf(content: Uint8Array, kept = 32): Promise<string> {
  // Never a SharedArrayBuffer here, which the types cannot know.
  const bytes = content as Uint8Array<ArrayBuffer>;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, kept), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The same of a value as JSON. */
export function digestOfJson(value: unknown): Promise<string> {
  return digestOf(new TextEncoder().encode(JSON.stringify(value)));
}
