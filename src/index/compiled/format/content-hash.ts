/**
 * Content addressing: files of an index are named in series, each by a hash of what its files hold. So a name stands for one content
 * for ever. Each file begins with a check of its own, so that a truncated, altered or swapped one is told from what was built.
 */
import { digestOf } from "../../../shared/digest.ts";
import { IndexUnavailableError } from "../../store.ts";

/** Length of a hash in bytes, a prefix of the SHA-256: it must tell contents apart that no one made alike on purpose. */
const hashBytes = 6;
/** Length of a hash in hexadecimal digits. */
export const hashLength = 2 * hashBytes;

/** The hash of some files, one after the other: a prefix of their SHA-256 in hexadecimal digits. */
export function contentHash(files: readonly Uint8Array[]): Promise<string> {
  const all = new Uint8Array(files.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const file of files) {
    all.set(file, end);
    end += file.length;
  }
  return digestOf(all, hashBytes);
}

/** Bytes of a check. */
const checkBytes = 4;

/**
 * FNV-1a of some bytes and of where they stand. It finds accidents, not attacks: any byte that differs makes it another. To ask the
 * platform for a SHA-256 takes ten times as long for a file of a few kB.
 *
 * @param place of the file: its kind and its number in its series, by which one in the place of another is found
 */
export function checkOf(content: Uint8Array, place: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < place.length; index++) {
    hash = Math.imul(hash ^ place.charCodeAt(index), 0x01000193);
  }
  for (const byte of content) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** A file with its check before it. */
export function withCheck(content: Uint8Array, place: string): Uint8Array {
  const file = new Uint8Array(checkBytes + content.length);
  new DataView(file.buffer).setUint32(0, checkOf(content, place));
  file.set(content, checkBytes);
  return file;
}

/**
 * What stands behind the check of a file.
 * @throws IndexUnavailableError when it is not what was built
 */
export function checked(name: string, file: Uint8Array, place: string): Uint8Array {
  const content = file.subarray(checkBytes);
  const isWhole =
    file.length >= checkBytes &&
    new DataView(file.buffer, file.byteOffset).getUint32(0) === checkOf(content, place);
  if (isWhole) return content;
  throw new IndexUnavailableError(
    `index file ${name} is damaged or belongs to another index: build and deploy again`,
  );
}
