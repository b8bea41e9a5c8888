import type { Database, Statement } from "../database.ts";
import { type CorpusVersion, databaseFormat, readVersion } from "../version.ts";
import { IngestError } from "./error.ts";
import { Inventory } from "./inventory.ts";
import { highestKeys, storedArticles, storedFiles } from "./statements.ts";

/** The state of a database before an ingest. */
export interface Stored {
  /** The generation that readers see; 0 when there is none. */
  readonly generation: number;
  readonly version: CorpusVersion | undefined;
  readonly articles: Inventory;
  readonly files: Inventory;
  /** The lowest unused keys. */
  readonly free: { readonly article: number; readonly passage: number; readonly file: number };
}

/** Rows per read. */
const partLength = 5_000;

/** @throws IngestError when the rows are of another format. */
export async function readStored(database: Database): Promise<Stored> {
  const row = await readVersion(database);
  const generation = row?.generation ?? 0;
  const articles = await readAll(database, storedArticles);
  const files = await readAll(database, storedFiles);
  const [[highest]] = await database.run([highestKeys]);
  return {
    generation,
    version: row && ofThisFormat(JSON.parse(row.version) as CorpusVersion),
    articles: new Inventory(
      articles.map(({ id, ...item }) => ({ ...item, name: id })),
      generation,
    ),
    files: new Inventory(
      files.map(({ path, ...item }) => ({ ...item, name: path })),
      generation,
    ),
    free: {
      article: (highest?.articles ?? -1) + 1,
      passage: (highest?.passages ?? -1) + 1,
      file: (highest?.files ?? -1) + 1,
    },
  };
}

function ofThisFormat(version: CorpusVersion): CorpusVersion {
  if (version.format === databaseFormat) return version;
  throw new IngestError(
    `the database was written in format ${version.format}, this is format ${databaseFormat}: apply the migrations in migrations/corpus`,
  );
}

/** All rows of a table. */
async function readAll<Row extends { readonly key: number }>(
  database: Database,
  part: (after: number, limit: number) => Statement<Row>,
): Promise<Row[]> {
  const all: Row[] = [];
  for (;;) {
    const [rows] = await database.run([part(all.at(-1)?.key ?? -1, partLength)]);
    all.push(...rows);
    if (rows.length < partLength) return all;
  }
}
