/**
 * Addresses: a file of an index is named by a hash of its content. A build writes no file again that it has written
 * before, a deploy uploads none that it has uploaded, and what was cut, changed, or put in the place of another does not
 * fit its name.
 */
import { digestOf } from "../../../shared/digest.ts";
import { IndexUnavailableError } from "../../store.ts";

/** Bytes of a SHA-256 that are kept: accidents are to be found, not attacks. */
const addressBytes = 6;
/** Hexadecimal digits of an address. */
export const hashLength = 2 * addressBytes;

/** The address of some content: the beginning of its SHA-256, in hexadecimal digits. */
export function contentHash(content: Uint8Array): Promise<string> {
  return digestOf(content, addressBytes);
}

/** @throws IndexUnavailableError when an address is not that of the content that was read from a file of this name. */
export async function checkAddress(name: string, address: string, content: Uint8Array): Promise<void> {
  if ((await contentHash(content)) === address) return;
  throw new IndexUnavailableError(
    `index file ${name} is damaged or belongs to another index: build and deploy again`,
  );
}
