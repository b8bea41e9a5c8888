import { waitUntil } from "cloudflare:workers";
import { IndexUnavailableError } from "../../index/store.ts";
import { withTimeout } from "../middleware/deadline.ts";

/** Milliseconds after which a read is given up, so that the next request can try again. */
const readTimeout = 1_500;

/**
 * Reads a static asset whole.
 * @throws IndexUnavailableError when it is not there, cannot be read or takes too long.
 */
export async function readAsset(assets: Fetcher, name: string): Promise<Uint8Array> {
  const reading = withTimeout(readTimeout, fetchWhole(assets, name), () => {
    return new IndexUnavailableError(`asset ${name} was not read in ${readTimeout} ms`);
  });
  // Other requests may wait for what this one reads; it must end even when the client of this one leaves.
  waitUntil(reading.catch(() => undefined));
  return reading;
}

async function fetchWhole(assets: Fetcher, name: string): Promise<Uint8Array> {
  try {
    const response = await assets.fetch(`https://assets.invalid/${name}`);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    throw new IndexUnavailableError(`asset ${name} answered ${response.status}: deploy again`);
  } catch (error) {
    if (error instanceof IndexUnavailableError) throw error;
    throw new IndexUnavailableError(`asset ${name} could not be read`, { cause: error });
  }
}
