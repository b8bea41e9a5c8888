import { randomUUID } from "node:crypto";
import { createAnswerer } from "../../../answer/answer.ts";
import type { DatabaseSettings } from "../../../index/d1/files.ts";
import { ingest } from "../../../index/d1/ingest/ingest.ts";
import { openPublished } from "../../../index/d1/store.ts";
import { IndexUnavailableError } from "../../../index/store.ts";
import type { Site } from "../../../site/shell.ts";
import { languageCodes } from "../../../text/languages/index.ts";
import { describeCorpus } from "../../describe-corpus.ts";
import { typed } from "../../invocation.ts";
import { loadLanguages } from "../../languages.ts";
import { log } from "../../log.ts";
import { publishedArticles } from "../../read-corpus.ts";
import type { NodeEngine } from "../engine.ts";
import { explainDatabaseError } from "./error.ts";
import { openLocalDatabase } from "./local.ts";
import { databaseFiles, pagePlaceholders } from "./pages.ts";
import { openRemoteDatabase } from "./remote.ts";
import { patient } from "./retry.ts";
import { storeInMemory } from "./store-in-memory.ts";

function settingsFor({ files }: Site): DatabaseSettings {
  const names = Object.keys(pagePlaceholders) as (keyof Site["files"])[];
  return { addresses: Object.fromEntries(names.map((name) => [pagePlaceholders[name], files[name]])) };
}

/** Answers from a D1 database, which articles are brought to without a deploy. */
export const d1: NodeEngine = {
  name: "d1",
  async build({ snapshot, site }) {
    log(`articles come from D1: ${typed("ingest", "--local")}, or --remote`);
    // Articles in other languages may arrive at any time.
    const languages = [...new Set([...snapshot.languages.codes, ...languageCodes])];
    return { languages, settings: settingsFor(site) };
  },
  indexFiles: () => [],
  async open(_, { config }) {
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
  },
  openInMemory: storeInMemory,
  async ingest({ snapshot, cache, target: { isRemote, config, env }, onProgress }) {
    const { collection, languages } = snapshot;
    function* withPassages() {
      for (const article of publishedArticles(snapshot, cache))
        if (article.passages.length > 0) yield article;
    }
    const { database, close } = await (isRemote
      ? openRemoteDatabase(config, env)
      : openLocalDatabase(config));
    return ingest({
      database: isRemote ? database : patient(database),
      owner: randomUUID(),
      now: Date.now(),
      about: describeCorpus(collection, languages),
      articles: withPassages(),
      files: databaseFiles(snapshot, cache),
      onProgress,
    }).finally(close);
  },
  explain: explainDatabaseError,
};
