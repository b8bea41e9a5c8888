import { setTimeout } from "node:timers/promises";
import type { Database, Results, Statement } from "../../../index/d1/database.ts";

/** How often a transaction is tried, and the milliseconds before the second time, which double up to the longest pause. */
const tries = 12;
const firstPause = 50;
const longestPause = 2_000;

/** What D1 and SQLite say when another process, such as a development server that answers, has the database. */
const busy = /SQLITE_BUSY|database (?:table )?is locked|session commit token/;

/** Whether a transaction failed, as a whole, since the database was busy. */
export const isBusy = (error: unknown): boolean => error instanceof Error && busy.test(error.message);

/**
 * A database whose transactions are tried again while another process has it: for some seconds, in longer and longer pauses.
 *
 * @param wait resolves after so many milliseconds
 */
export function retrying(
  database: Database,
  wait: (milliseconds: number) => Promise<unknown> = setTimeout,
): Database {
  return {
    async run<const Statements extends readonly Statement<unknown>[]>(
      statements: Statements,
    ): Promise<Results<Statements>> {
      for (let tried = 1; ; tried++) {
        try {
          return await database.run(statements);
        } catch (error) {
          if (!isBusy(error) || tried === tries) throw error;
          await wait(Math.min(longestPause, firstPause * 2 ** (tried - 1)));
        }
      }
    },
  };
}
