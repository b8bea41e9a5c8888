import type { D1Runner } from "../../shared/bindings.ts";

/** A statement with its parameters, typed by its rows. D1 takes at most 100 parameters and 100 kB of SQL. */
export interface Statement<Row> {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
  /** Never set: carries the type of the rows. */
  readonly row?: Row;
}

/** The rows of some statements, in the order of the statements. */
export type Results<Statements extends readonly Statement<unknown>[]> = {
  readonly [Index in keyof Statements]: Statements[Index] extends Statement<infer Row>
    ? readonly Row[]
    : never;
};

/** A SQLite database: a binding, a session, an HTTP API, or Node's own. */
export interface Database {
  /** Runs statements in order in one transaction. Rejects and rolls back when one fails. */
  run<const Statements extends readonly Statement<unknown>[]>(
    statements: Statements,
  ): Promise<Results<Statements>>;
}

/** @param Row the type of the selected rows; it follows the schema in migrations/corpus and is not checked */
export function statement<Row>(sql: string, ...parameters: readonly (string | number)[]): Statement<Row> {
  return { sql, parameters };
}

/** Adapts a D1 binding or a session. */
export function fromBinding(database: D1Runner): Database {
  return {
    async run<const Statements extends readonly Statement<unknown>[]>(statements: Statements) {
      const results = await database.batch(
        statements.map(({ sql, parameters }) => database.prepare(sql).bind(...parameters)),
      );
      return results.map((result) => result.results) as unknown as Results<Statements>;
    },
  };
}
