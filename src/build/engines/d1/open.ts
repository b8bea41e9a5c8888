import { createAnswerer } from "../../../answer/answer.ts";
import { openPublished } from "../../../index/d1/store.ts";
import { IndexUnavailableError } from "../../../index/store.ts";
import { typed } from "../../invocation.ts";
import { loadLanguages } from "../../languages.ts";
import type { OpenedAnswerer } from "../engine.ts";
import { openLocalDatabase } from "./local.ts";

/**
 * An answerer over the articles of the local database.
 * @param config path of the configuration that binds it
 * @throws IndexUnavailableError when no corpus was stored there
 * @throws Error that `explainDatabaseError` knows when the database cannot be read
 */
export async function openStored(config: string): Promise<OpenedAnswerer> {
  const { database, close } = await openLocalDatabase(config);
  try {
    const store = await openPublished(database);
    if (store === undefined) {
      throw new IndexUnavailableError(
        `the database has no corpus; bring it there first: ${typed("ingest", "--local")}`,
      );
    }
    const languages = await loadLanguages(store.info.languages);
    return { answerer: createAnswerer(store, languages), languages, close };
  } catch (error) {
    // An open database would keep the process alive.
    await close();
    throw error;
  }
}
