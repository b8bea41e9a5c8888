import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { ownFolder } from "./output.ts";
import { type Settled, settleInTime, type Task } from "./time-limit.ts";

/** Where the cache of this project is. */
export const cachePath = join(ownFolder, "build.db");

/** Version of the file's schema. */
const cacheFormat = 1;
/** Entries per write; at most this many are lost when a build is interrupted. */
const batchLength = 500;
/** Milliseconds to wait for another build to write its batch. */
const busyTimeout = 5_000;

/** A hash of its parts and their order. */
export function cacheKey(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest("base64");
}

/**
 * A hash of the paths and contents of files in a folder.
 * @param others further parts to hash
 */
export function keyOfFiles(folder: string, files: readonly string[], ...others: readonly string[]): string {
  return cacheKey(...others, ...files.flatMap((file) => [relative(folder, file), readFileSync(file)]));
}

/** Checksum of an entry including its key, since a damaged file may return another entry's value. */
const checksumOf = (key: string, value: string): string => cacheKey(key, value);

/** SQLITE_BUSY: another build has the file locked. */
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

/** Opens the file, recreating it when it is unreadable; undefined when it cannot be used. */
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
 * A persistent cache of build results, keyed by a hash of their inputs, in an SQLite file. It only saves time: a missing or
 * damaged entry is computed again, an unreadable file is recreated, and without a usable file nothing is cached.
 */
export class BuildCache {
  #open: Open | undefined;
  /** Computed values, as JSON, that are not written yet. */
  readonly #made = new Map<string, string>();

  /** @param path of the file, which is created if missing */
  constructor(path: string) {
    this.#open = openOrRecreate(path);
  }

  /**
   * Returns the cached value for a key, or computes and caches it. It must be plain data, and always went through JSON, whether
   * it was computed just now or by an earlier build.
   */
  getOrCompute<Value>(key: string, make: () => Value): Value {
    return this.get<Value>(key) ?? this.#keep(key, make());
  }

  /**
   * As `getOrCompute` for many keys; those that are not cached are computed together, each in a limited time.
   *
   * @returns for each task the value, or what its computation threw, which is not cached
   */
  settle<Value>(tasks: readonly (Task<Value> & { readonly key: string })[]): Settled<Value>[] {
    const kept = tasks.map(({ key }) => this.get<Value>(key));
    const missing = tasks.filter((_, index) => kept[index] === undefined);
    const made = new Map(settleInTime(missing).map((outcome, index) => [missing[index], outcome]));
    return tasks.map((task, index) => {
      const value = kept[index];
      if (value !== undefined) return { value };
      const outcome = made.get(task) ?? { cause: new Error("not computed") };
      return "value" in outcome ? { value: this.#keep(task.key, outcome.value) } : outcome;
    });
  }

  /** The cached value for a key. */
  get<Value>(key: string): Value | undefined {
    const kept = this.#made.get(key) ?? this.#read(key);
    return kept === undefined ? undefined : (JSON.parse(kept) as Value);
  }

  #keep<Value>(key: string, value: Value): Value {
    const made = JSON.stringify(value);
    if (this.#open !== undefined) {
      this.#made.set(key, made);
      if (this.#made.size === batchLength) this.#flush();
    }
    return JSON.parse(made) as Value;
  }

  /** Flushes pending writes and closes the file. */
  close(): void {
    this.#flush();
    this.#try(({ database }) => database.close());
    this.#open = undefined;
  }

  /** Deletes all entries that this build did not use, and closes. */
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

  /** Runs an operation on the file; after a failure, the cache works without it. */
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
