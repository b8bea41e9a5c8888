import { IndexUnavailableError } from "../index/store.ts";

/**
 * Reads a static asset whole.
 * @throws IndexUnavailableError when it is not there or cannot be read.
 */
export async function readAsset(assets: Fetcher, name: string): Promise<Uint8Array> {
  try {
    const response = await assets.fetch(`https://assets.invalid/${name}`);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    throw new IndexUnavailableError(`asset ${name} answered ${response.status}: deploy again`);
  } catch (error) {
    if (error instanceof IndexUnavailableError) throw error;
    throw new IndexUnavailableError(`asset ${name} could not be read`, { cause: error });
  }
}
