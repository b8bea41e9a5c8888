import type { DatabaseSettings } from "../../../index/d1/files.ts";
import type { Site } from "../../../site/shell.ts";
import { languageCodes } from "../../../text/languages/index.ts";
import { typed } from "../../invocation.ts";
import { log } from "../../log.ts";
import type { EngineBuilt, EngineSource } from "../engine.ts";
import { pagePlaceholders } from "./pages.ts";

function settingsFor({ files }: Site): DatabaseSettings {
  const names = Object.keys(pagePlaceholders) as (keyof Site["files"])[];
  return { addresses: Object.fromEntries(names.map((name) => [pagePlaceholders[name], files[name]])) };
}

/** What the Worker has to know of a build whose articles are in a database: an ingest brings them there. */
export function describeService({ snapshot, site }: EngineSource): EngineBuilt {
  log(`articles come from D1: ${typed("ingest", "--local")}, or --remote`);
  // Articles in other languages may arrive at any time.
  const languages = [...new Set([...snapshot.languages.codes, ...languageCodes])];
  return { languages, settings: settingsFor(site) };
}
