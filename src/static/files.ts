import { IndexUnavailableError } from "../index/store.ts";
import { inflate } from "../shared/deflate.ts";
import type { PublishedFile } from "./published.ts";

/**
 * Reads a file of the build.
 *
 * @param integrity for files that are not checked by their names
 * @throws IndexUnavailableError when it cannot be read, or is not what was built
 */
export async function readFile(
  base: string,
  { file, integrity }: Partial<PublishedFile>,
): Promise<Uint8Array> {
  const url = `${base}${file}`;
  try {
    const response = await fetch(url, integrity === undefined ? {} : { integrity });
    if (!response.ok) {
      throw new IndexUnavailableError(`${url} answered ${response.status}`);
    }
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    if (cause instanceof IndexUnavailableError) throw cause;
    throw new IndexUnavailableError(`${url} cannot be read`, { cause });
  }
}

/** The same of a file that is packed; its hash vouches for that. */
export const readPacked = async (base: string, file: PublishedFile): Promise<Uint8Array> =>
  inflate(await readFile(base, file));
