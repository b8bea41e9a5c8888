/**
 * Content addressing: a file of an index is named by a hash of its content. So a build writes and a deploy uploads only what
 * changed, and a truncated, altered or swapped file does not match its name.
 */
import { digestOf } from "../../../shared/digest.ts";
import { IndexUnavailableError } from "../../store.ts";

/** Length of a hash in bytes, a prefix of the SHA-256: it must detect accidents, not attacks. */
const hashBytes = 6;
/** Length of a hash in hexadecimal digits. */
export const hashLength = 2 * hashBytes;

/** The hash of some content: a prefix of its SHA-256 in hexadecimal digits. */
export function contentHash(content: Uint8Array): Promise<string> {
  return digestOf(content, hashBytes);
}

/** @throws IndexUnavailableError when content read from a file of this name does not have this hash */
export async function checkContentHash(name: string, hash: string, content: Uint8Array): Promise<void> {
  if ((await contentHash(content)) === hash) return;
  throw new IndexUnavailableError(
    `index file ${name} is damaged or belongs to another index: build and deploy again`,
  );
}
