import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Database, Results, Statement } from "../../../index/d1/database.ts";

const migrations = join(import.meta.dirname, "..", "..", "..", "..", "migrations", "corpus");

/** An in-memory database of Node's SQLite with the schema that D1 has. */
export function migratedSqlite(): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  for (const name of readdirSync(migrations).sort()) {
    database.exec(readFileSync(join(migrations, name), "utf8"));
  }
  return database;
}

/** A database of Node's SQLite in the place of D1. */
export function sqliteDatabase(database = migratedSqlite()): Database {
  return {
    async run<const Statements extends readonly Statement<unknown>[]>(statements: Statements) {
      database.exec("BEGIN");
      try {
        const results = statements.map(({ sql, parameters }) => database.prepare(sql).all(...parameters));
        database.exec("COMMIT");
        return results as unknown as Results<Statements>;
      } catch (error) {
        database.exec("ROLLBACK");
        throw error;
      }
    },
  };
}
