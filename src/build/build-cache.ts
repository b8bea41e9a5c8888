import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";

/** What earlier builds of this project worked out. */
export const cachePath = join(".footnote", "build.db");

/** Changes whenever the file is laid out in another way. */
const cacheFormat = 1;
/** Entries that are written at a time; so many are lost at most when a build is stopped. */
const batchLength = 500;
/** Milliseconds to wait for another build to write its batch. */
const busyTimeout = 5_000;

/** A key that stands for all that was given: the same for the same parts in the same order, and for no others. */
export function cacheKey(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest("base64");
}

/**
 * A key that stands for some files of a folder: where they are in it, and what they hold.
 * @param others what else it is to stand for
 */
export function keyOfFiles(folder: string, files: readonly string[], ...others: readonly string[]): string {
  return cacheKey(...others, ...files.flatMap((file) => [relative(folder, file), readFileSync(file)]));
}

/** What an entry is checked by, its key too: a damaged file may give the value of another. */
const checksumOf = (key: string, value: string): string => cacheKey(key, value);

/** Says of an error of SQLite that another build holds the file. */
const busy = 5;
const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && error.errcode === busy;

interface Open {
  readonly database: DatabaseSync;
  readonly read: StatementSync;
  readonly write: StatementSync;
  readonly use: StatementSync;
}

function open(path: string): Open {
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: busyTimeout });
  const version = database.prepare("PRAGMA user_version").get()?.["user_version"];
  if (version === 0) {
    database.exec(`
      PRAGMA journal_mode = WAL;
      CREATE TABLE IF NOT EXISTS entries (key TEXT NOT NULL UNIQUE, checksum TEXT NOT NULL, value TEXT NOT NULL);
      PRAGMA user_version = ${cacheFormat}`);
  } else if (version !== cacheFormat) {
    database.close();
    throw new Error(`${path} has another format`);
  }
  database.exec(`
    PRAGMA synchronous = NORMAL;
    CREATE TEMPORARY TABLE used (key TEXT PRIMARY KEY) WITHOUT ROWID`);
  return {
    database,
    read: database.prepare("SELECT checksum, value FROM entries WHERE key = ?"),
    write: database.prepare("INSERT OR REPLACE INTO entries (key, checksum, value) VALUES (?, ?, ?)"),
    use: database.prepare("INSERT OR IGNORE INTO used (key) VALUES (?)"),
  };
}

/** Opens a file, anew when it cannot be read; undefined when it cannot be used. */
function openOrRecreate(path: string): Open | undefined {
  try {
    return open(path);
  } catch (error) {
    if (isBusy(error)) return undefined;
  }
  try {
    for (const end of ["", "-wal", "-shm"]) rmSync(path + end, { force: true });
    return open(path);
  } catch {
    return undefined;
  }
}

/**
 * What earlier builds worked out, by what they worked it out from, in a file of SQLite. It only saves time: an entry that
 * is missing or damaged is worked out again, a file that cannot be read is begun anew, and one that cannot be used at
 * all is done without.
 */
export class BuildCache {
  #open: Open | undefined;
  /** Values that were made and are not written yet, as JSON. */
  readonly #made = new Map<string, string>();

  /** @param path of the file, which is made where there is none */
  constructor(path: string) {
    this.#open = openOrRecreate(path);
  }

  /**
   * The value for a key: what was kept, or else what `make` gives, which is then kept. It must be plain data, and is given
   * as it comes out of JSON, whether it was made just now or by an earlier build.
   */
  getOrCompute<Value>(key: string, make: () => Value): Value {
    const kept = this.#made.get(key) ?? this.#read(key);
    if (kept !== undefined) return JSON.parse(kept) as Value;
    const made = JSON.stringify(make());
    if (this.#open !== undefined) {
      this.#made.set(key, made);
      if (this.#made.size === batchLength) this.#flush();
    }
    return JSON.parse(made) as Value;
  }

  /** Writes what is not written yet and closes the file. */
  close(): void {
    this.#flush();
    this.#try(({ database }) => database.close());
    this.#open = undefined;
  }

  /** Drops all that this build did not ask for, and closes. */
  prune(): void {
    this.#flush();
    this.#try(({ database }) => {
      database.exec("DELETE FROM entries WHERE key NOT IN (SELECT key FROM used)");
    });
    this.close();
  }

  #read(key: string): string | undefined {
    return this.#try(({ read, use }) => {
      use.run(key);
      const kept = read.get(key);
      const value = kept?.["value"];
      return typeof value === "string" && kept?.["checksum"] === checksumOf(key, value) ? value : undefined;
    });
  }

  #flush(): void {
    this.#try(({ database, write }) => {
      database.exec("BEGIN IMMEDIATE");
      for (const [key, value] of this.#made) write.run(key, checksumOf(key, value), value);
      database.exec("COMMIT");
    });
    this.#made.clear();
  }

  /** Does something with the file; when that fails, goes on without it. */
  #try<Result>(work: (open: Open) => Result): Result | undefined {
    if (this.#open === undefined) return undefined;
    try {
      return work(this.#open);
    } catch {
      this.#open = undefined;
      return undefined;
    }
  }
}
