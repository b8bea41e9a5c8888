import { type Database, type Statement, statement } from "../database.ts";
import { IngestError } from "./error.ts";
import { guard, inserts, type TableName } from "./statements.ts";

/** Approximate size of a batch in bytes: small enough to be sent again after a failure. */
const batchBytes = 500_000;

/** D1's limits in bytes: for a parameter, and for a row. */
const maximumRowBytes = 2_000_000;
/** Bytes of a row beside its JSON, and of the brackets around it, at most. */
const overhead = 1_000;

const encoder = new TextEncoder();

/** The rows of one article, or one file, by table; written together or not at all. */
export interface Rows {
  /** What they belong to, for messages. */
  readonly source: string;
  readonly tables: Partial<Readonly<Record<TableName, readonly (readonly unknown[])[]>>>;
}

/** Writes rows in batches, until another ingest is started. */
export class BatchWriter {
  readonly #database: Database;
  readonly #owner: string;
  #pending = new Map<TableName, string[]>();
  #bytes = 0;

  constructor(database: Database, owner: string) {
    this.#database = database;
    this.#owner = owner;
  }

  /** @throws IngestError when one of the rows is larger than D1 takes. */
  async add({ source, tables }: Rows): Promise<void> {
    const rows = (Object.keys(tables) as TableName[]).flatMap((table) =>
      (tables[table] ?? []).map((row) => {
        const json = JSON.stringify(row);
        return { table, json, bytes: encoder.encode(json).length };
      }),
    );
    for (const { table, bytes } of rows) {
      if (bytes > maximumRowBytes - overhead) {
        throw new IngestError(
          `${source}: needs ${bytes} bytes in one row of ${table}, over the ${maximumRowBytes} that D1 takes; cut its text into paragraphs, or the article into several`,
        );
      }
    }
    const bytes = rows.reduce((sum, row) => sum + row.bytes, 0);
    if (this.#bytes > 0 && this.#bytes + bytes > batchBytes) await this.flush();
    for (const { table, json } of rows) {
      const pending = this.#pending.get(table);
      if (pending === undefined) this.#pending.set(table, [json]);
      else pending.push(json);
    }
    this.#bytes += bytes;
  }

  /** Flushes the last batch. */
  async flush(): Promise<void> {
    if (this.#bytes === 0) return;
    const statements = [...this.#pending].flatMap(([table, rows]) =>
      joined(rows).map((parameter) => statement(inserts[table], parameter)),
    );
    this.#pending = new Map();
    this.#bytes = 0;
    await this.run(statements);
  }

  /**
   * Runs statements in one transaction.
   * @throws IngestError when another ingest was started since.
   */
  async run(statements: readonly Statement<unknown>[]): Promise<void> {
    try {
      await this.#database.run([guard(this.#owner), ...statements]);
    } catch (error) {
      if (error instanceof Error && error.message.includes("writer.owner")) {
        throw new IngestError("another ingest was started meanwhile and goes on; run one at a time");
      }
      throw error;
    }
  }
}

/** Rows as JSON arrays that D1 takes as one parameter each. */
function joined(rows: readonly string[]): string[] {
  const parameters: string[] = [];
  let start = 0;
  let bytes = 0;
  rows.forEach((row, index) => {
    const length = encoder.encode(row).length + 1;
    if (bytes + length > maximumRowBytes - overhead) {
      parameters.push(`[${rows.slice(start, index).join(",")}]`);
      start = index;
      bytes = 0;
    }
    bytes += length;
  });
  return [...parameters, `[${rows.slice(start).join(",")}]`];
}
