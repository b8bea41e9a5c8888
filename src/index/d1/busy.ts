import type { Database, Results, Statement } from "./database.ts";

/** What D1 and SQLite say when another process, such as an ingest beside a development server, has the database. */
const busy = /SQLITE_BUSY|database (?:table )?is locked|session commit token/;

/** Whether a transaction failed, as a whole, since the database was busy. */
export const isBusy = (error: unknown): boolean => error instanceof Error && busy.test(error.message);

/**
 * A database whose transactions are tried again while another process has it.
 *
 * @param wait resolves when the next try is due, with whether there is one; `tried` begins at 1
 */
export function retrying(database: Database, wait: (tried: number) => Promise<boolean>): Database {
  return {
    async run<const Statements extends readonly Statement<unknown>[]>(
      statements: Statements,
    ): Promise<Results<Statements>> {
      for (let tried = 1; ; tried++) {
        try {
          return await database.run(statements);
        } catch (error) {
          if (!isBusy(error) || !(await wait(tried))) throw error;
        }
      }
    },
  };
}
