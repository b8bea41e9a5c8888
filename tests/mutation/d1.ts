import type { DatabaseSync, SQLInputValue } from "node:sqlite";

/** A prepared statement as D1's bindings have them. */
class PreparedStatement {
  readonly #database: DatabaseSync;
  readonly #sql: string;
  readonly #parameters: readonly SQLInputValue[];

  constructor(database: DatabaseSync, sql: string, parameters: readonly SQLInputValue[] = []) {
    this.#database = database;
    this.#sql = sql;
    this.#parameters = parameters;
  }

  bind(...parameters: SQLInputValue[]): PreparedStatement {
    return new PreparedStatement(this.#database, this.#sql, parameters);
  }

  /** Runs it: what `all` does at once. */
  execute() {
    const rows = this.#database.prepare(this.#sql).all(...this.#parameters);
    const changes = this.#database.prepare("SELECT changes() AS changes").get()?.["changes"];
    return { results: rows.map((row) => ({ ...row })), success: true, meta: { changes } };
  }

  async all() {
    return this.execute();
  }

  async run() {
    return this.execute();
  }

  async first(column?: string): Promise<unknown> {
    const [row] = this.execute().results;
    return row === undefined ? null : column === undefined ? row : row[column];
  }
}

/** The part of D1's binding that the service and its tests use, over Node's SQLite. */
export function d1Over(database: DatabaseSync) {
  const binding = {
    prepare: (sql: string) => new PreparedStatement(database, sql),
    async batch(statements: readonly PreparedStatement[]) {
      database.exec("BEGIN");
      try {
        const results = statements.map((statement) => statement.execute());
        database.exec("COMMIT");
        return results;
      } catch (error) {
        database.exec("ROLLBACK");
        throw error;
      }
    },
    async exec(sql: string): Promise<void> {
      database.exec(sql);
    },
    withSession: () => ({ ...binding, getBookmark: () => "00000001-00000001-00000001-0" }),
  };
  return binding;
}
