import { dirname, join } from "node:path";
import { type Database, fromBinding } from "../../../index/d1/database.ts";
import { IngestError } from "../../../index/d1/ingest/error.ts";
import type { D1Database } from "../../../shared/bindings.ts";
import { loadWrangler } from "../../wrangler.ts";

/** A database and how to close it. */
export interface OpenDatabase {
  readonly database: Database;
  readonly close: () => Promise<void>;
}

/**
 * The local D1 database, the one that `wrangler dev` uses.
 *
 * @param configPath of wrangler.toml
 * @throws IngestError when it binds no database as CORPUS
 */
export async function openLocalDatabase(configPath: string): Promise<OpenDatabase> {
  const { getPlatformProxy } = await loadWrangler("A local D1 database");
  const { env, dispose } = await getPlatformProxy<{ CORPUS?: D1Database }>({
    configPath,
    // Where `wrangler dev` and `wrangler d1` keep it for this configuration, wherever a command is run.
    persist: { path: join(dirname(configPath), ".wrangler", "state", "v3") },
    remoteBindings: false,
  });
  if (env.CORPUS === undefined) {
    await dispose();
    throw new IngestError(missingBinding(configPath));
  }
  return { database: fromBinding(env.CORPUS), close: dispose };
}

/** What to do about a configuration without a database for articles. */
export const missingBinding = (configPath: string): string =>
  `${configPath} binds no D1 database as CORPUS; take away the marks before those lines, see docs/deploy.md`;
