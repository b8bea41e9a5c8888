import { createAnswerer } from "../../../answer/answer.ts";
import type { Database } from "../../../index/d1/database.ts";
import { type DatabaseSettings, readFile, type StoredFile } from "../../../index/d1/files.ts";
import { D1Store } from "../../../index/d1/store.ts";
import { type CorpusVersion, parseVersion, readVersion } from "../../../index/d1/version.ts";
import { IndexUnavailableError } from "../../../index/store.ts";
import { openSuggestions, type Suggest, suggestionFile } from "../../../index/suggestions.ts";
import type { Language } from "../../../text/language.ts";
import type { LanguageSet } from "../../../text/language-set.ts";
import type { Env } from "../../env.ts";
import type { Engine, EngineParts } from "../engine.ts";
import { withLexicons } from "../lexicons.ts";
import { pageRoutes } from "./pages.ts";
import { openSession } from "./session.ts";

/** A parsed version row: the row is read with every request and seldom changes. */
interface KnownVersion {
  readonly json: string;
  readonly version: CorpusVersion;
  readonly languages: LanguageSet;
}

interface KnownSuggestions extends StoredFile {
  readonly suggest: Suggest;
}

/**
 * Serves the corpus in the D1 database that is bound as `CORPUS`, each request from the generation that was newest when it
 * arrived.
 */
export function createEngine(parts: EngineParts<DatabaseSettings>): Engine {
  const { languages, lexicons = {}, settings, platform } = parts;
  let known: KnownVersion | undefined;
  let knownSuggestions: KnownSuggestions | undefined;

  async function openStore(
    env: Env,
    database: Database,
  ): Promise<{ store: D1Store; languages: LanguageSet }> {
    const row = await readVersion(database);
    if (row === undefined) throw nothingPublished();
    if (known?.json !== row.version) {
      const version = parseVersion(row.version);
      known = {
        json: row.version,
        version,
        languages: withLexicons(languagesOf(version, languages), lexicons, env, platform),
      };
    }
    return { store: new D1Store(database, row.generation, known.version), languages: known.languages };
  }

  return {
    async open(context) {
      const opened = await openStore(context.env, openSession(context));
      return createAnswerer(opened.store, opened.languages);
    },
    async openSuggestions(context) {
      const file = await readFile(openSession(context), suggestionFile, knownSuggestions);
      if (file === undefined) throw nothingPublished();
      if (!("suggest" in file)) {
        const suggest = openSuggestions(new TextEncoder().encode(file.content));
        // The raw text is not needed again.
        knownSuggestions = { hash: file.hash, content: "", suggest };
        return suggest;
      }
      return file.suggest;
    },
    pages: pageRoutes(settings.addresses),
  };
}

const nothingPublished = (): IndexUnavailableError =>
  new IndexUnavailableError("the database has no published corpus: ingest the articles");

/** The languages of a corpus, most frequent first; all supported ones when none of the corpus's own is supported. */
function languagesOf({ info }: CorpusVersion, all: readonly Language[]): readonly Language[] {
  const found = info.languages.flatMap((code) => all.find((language) => language.code === code) ?? []);
  return found.length === 0 ? all : found;
}
