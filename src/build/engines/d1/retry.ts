import { setTimeout } from "node:timers/promises";
import { retrying } from "../../../index/d1/busy.ts";
import type { Database } from "../../../index/d1/database.ts";

/** How often a transaction is tried, and the milliseconds before the second time, which double up to the longest pause. */
const tries = 12;
const firstPause = 50;
const longestPause = 2_000;

/**
 * A database whose transactions are tried again while another process has it: for some seconds, in longer and longer pauses.
 *
 * @param wait resolves after so many milliseconds
 */
export function patient(
  database: Database,
  wait: (milliseconds: number) => Promise<unknown> = setTimeout,
): Database {
  return retrying(database, async (tried) => {
    if (tried === tries) return false;
    await wait(Math.min(longestPause, firstPause * 2 ** (tried - 1)));
    return true;
  });
}
