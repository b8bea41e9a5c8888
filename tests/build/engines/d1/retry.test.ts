import { expect, test } from "vitest";
import { explainDatabaseError } from "../../../../src/build/engines/d1/error.ts";
import { patient } from "../../../../src/build/engines/d1/retry.ts";
import type { Database } from "../../../../src/index/d1/database.ts";

/** A database that fails so many times with a message, and how often it was tried. */
function failing(times: number, message: string) {
  const pauses: number[] = [];
  let tried = 0;
  const database: Database = {
    run: async () => {
      tried += 1;
      if (tried <= times) throw new Error(message);
      return [[]] as never;
    },
  };
  const wait = async (milliseconds: number): Promise<void> => void pauses.push(milliseconds);
  return { database: patient(database, wait), pauses, tried: () => tried };
}

const messages = [
  "D1_ERROR: database is locked: SQLITE_BUSY",
  "D1_ERROR: Failed to get session commit token: internal error; reference = 1",
  "database table is locked",
];

test.each(messages)("a transaction is tried again while the database is busy: %s", async (message) => {
  const { database, pauses, tried } = failing(5, message);
  await database.run([]);
  expect(tried()).toBe(6);
  expect(pauses).toEqual([50, 100, 200, 400, 800]);
});

test.each(messages)(
  "one that is busy for long is given up after some seconds, and says what to do: %s",
  async (message) => {
    const { database, pauses } = failing(Number.POSITIVE_INFINITY, message);
    const error = await database.run([]).catch((failure: unknown) => failure);
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(5_000);
    if (message.startsWith("D1_ERROR"))
      expect(explainDatabaseError(error)).toMatch(/in use by another process.*try again/);
  },
);

test.each([
  "D1_ERROR: no such table: writer",
  "NOT NULL constraint failed: writer.owner",
  "UNIQUE constraint failed",
])("any other failure is not tried again: %s", async (message) => {
  const { database, tried } = failing(1, message);
  await expect(database.run([])).rejects.toThrow(message);
  expect(tried()).toBe(1);
});
