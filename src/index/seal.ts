/**
 * Seals: the last bytes of an index file are a checksum of the index's version, the file's name and its content. A file
 * that was cut, changed, or put in the place of another, of this index or an older one, does not fit its seal.
 */
import { IndexUnavailableError } from "./store.ts";

/** Bytes of a SHA-256 that are kept: accidents are to be found, not attacks. */
const sealLength = 8;

async function sealOf(version: string, name: string, content: Uint8Array): Promise<Uint8Array> {
  const prefix = new TextEncoder().encode(`${version}\n${name}\n`);
  const sealed = new Uint8Array(prefix.length + content.length);
  sealed.set(prefix);
  sealed.set(content, prefix.length);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", sealed)).subarray(0, sealLength);
}

/** The bytes of an index file with this content. */
export async function seal(version: string, name: string, content: Uint8Array): Promise<Uint8Array> {
  const file = new Uint8Array(content.length + sealLength);
  file.set(content);
  file.set(await sealOf(version, name, content), content.length);
  return file;
}

/**
 * The content of an index file.
 * @throws IndexUnavailableError when its seal is not that of this content, name and version.
 */
export async function unseal(version: string, name: string, file: Uint8Array): Promise<Uint8Array> {
  const length = Math.max(0, file.length - sealLength);
  const content = file.subarray(0, length);
  const expected = await sealOf(version, name, content);
  if (file.length < sealLength || expected.some((byte, index) => byte !== file[length + index])) {
    throw new IndexUnavailableError(
      `index file ${name} is damaged or belongs to another index: build and deploy again`,
    );
  }
  return content;
}
