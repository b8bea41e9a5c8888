import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { realPath } from "./folders.ts";
import { log } from "./log.ts";

/** Milliseconds between two looks at whether the other build has ended. */
const interval = 100;

/** SQLITE_BUSY: another process has the lock. */
const busy = 5;
const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && error.errcode === busy;

/** Who builds into a folder. */
interface Holder {
  readonly process: number;
  readonly corpus: string;
  /** When it began, in milliseconds since 1970. */
  readonly since: number;
}

/** Where the locks of this user are, one for each folder: no file in the folder itself, which may be new or removed. */
function lockPath(output: string): string {
  const name = createHash("sha256").update(realPath(output)).digest("hex").slice(0, 16);
  const { uid } = userInfo();
  return join(tmpdir(), `footnote-${uid}-${name}.lock`);
}

function holderOf(path: string): string {
  try {
    const { process, corpus, since } = JSON.parse(readFileSync(path, "utf8")) as Holder;
    return `process ${process}, of ${corpus}, since ${new Date(since).toTimeString().slice(0, 8)}`;
  } catch {
    // It has the lock and has not written its name yet.
    return "another process";
  }
}

/**
 * Waits until no other process builds into a folder, and says which one it waits for. The lock is the operating system's lock
 * of an SQLite file, so that it ends with its process, however that ends.
 *
 * @returns what releases it
 */
export async function lockOutput(output: string, corpus: string): Promise<() => void> {
  const path = lockPath(output);
  const database = new DatabaseSync(path, { timeout: 0 });
  for (let isTold = false; ; isTold = true) {
    try {
      database.exec("BEGIN EXCLUSIVE");
      break;
    } catch (error) {
      if (!isBusy(error)) {
        database.close();
        throw error;
      }
      if (!isTold) log(`waiting for another build into ${output} (${holderOf(`${path}.json`)})`, "yellow");
      await setTimeout(interval);
    }
  }
  const holder: Holder = { process: process.pid, corpus: resolve(corpus), since: Date.now() };
  writeFileSync(`${path}.json`, JSON.stringify(holder));
  return () => database.close();
}
