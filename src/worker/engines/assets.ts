import { IndexUnavailableError } from "../../index/store.ts";
import type { Env } from "../env.ts";
import { withTimeout } from "../middleware/deadline.ts";
import type { Assets, Platform } from "../platform.ts";

/** Milliseconds after which a read times out, so that the next request can try again. */
const readTimeout = 1_500;

/**
 * Reads a static asset whole.
 * @throws IndexUnavailableError when it is not there, cannot be read or takes too long.
 */
export async function readAsset(
  { ASSETS }: Pick<Env, "ASSETS">,
  name: string,
  { waitUntil }: Platform,
): Promise<Uint8Array> {
  const reading = withTimeout(readTimeout, fetchWhole(ASSETS, name), () => {
    return new IndexUnavailableError(`asset ${name} was not read in ${readTimeout} ms`);
  });
  // Other requests may share this read, so it must finish even when this request's client disconnects.
  waitUntil(reading.catch(() => undefined));
  return reading;
}

async function fetchWhole(assets: Assets, name: string): Promise<Uint8Array> {
  try {
    const response = await assets.fetch(`https://assets.invalid/${name}`);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    throw new IndexUnavailableError(`asset ${name} answered ${response.status}: deploy again`);
  } catch (error) {
    if (error instanceof IndexUnavailableError) throw error;
    throw new IndexUnavailableError(`asset ${name} could not be read`, { cause: error });
  }
}
