/** A statement with its parameters, and what its rows hold. D1 takes at most 100 parameters and 100 kB of SQL. */
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

/** A SQLite database, wherever it is. */
export interface Database {
  /** Runs statements one after the other in one transaction. Rejects when one fails, and nothing has happened then. */
  run<const Statements extends readonly Statement<unknown>[]>(
    statements: Statements,
  ): Promise<Results<Statements>>;
}

/** @param Row what the statement selects; the schema in migrations/corpus holds it, no check does */
export function statement<Row>(sql: string, ...parameters: readonly (string | number)[]): Statement<Row> {
  return { sql, parameters };
}

/** Adapts a binding of the platform, or a session of one. */
export function bound(database: Pick<D1Database, "prepare" | "batch">): Database {
  return {
    async run<const Statements extends readonly Statement<unknown>[]>(statements: Statements) {
      const results = await database.batch(
        statements.map(({ sql, parameters }) => database.prepare(sql).bind(...parameters)),
      );
      return results.map((result) => result.results) as unknown as Results<Statements>;
    },
  };
}
