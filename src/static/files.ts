import { IndexUnavailableError } from "../index/store.ts";
import { type PublishedFile, packedFormat } from "./published.ts";

/**
 * Reads a file of the build, unpacked.
 *
 * @param integrity for files that are not checked by their names
 * @throws IndexUnavailableError when it cannot be read, or is not what was built
 */
export async function readPacked(
  base: string,
  { file, integrity }: Partial<PublishedFile>,
): Promise<Uint8Array> {
  const url = `${base}${file}`;
  try {
    const response = await fetch(url, integrity === undefined ? {} : { integrity });
    if (!response.ok || response.body === null) {
      throw new IndexUnavailableError(`${url} answered ${response.status}`);
    }
    const unpacked = response.body.pipeThrough(new DecompressionStream(packedFormat));
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  } catch (cause) {
    if (cause instanceof IndexUnavailableError) throw cause;
    throw new IndexUnavailableError(`${url} cannot be read`, { cause });
  }
}
