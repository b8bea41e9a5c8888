import { analyseArticle } from "../../../src/index/analyse-passage.ts";
import type { Database } from "../../../src/index/d1/database.ts";
import type { NewFile } from "../../../src/index/d1/ingest/add.ts";
import { ingest } from "../../../src/index/d1/ingest/ingest.ts";
import { D1Store } from "../../../src/index/d1/store.ts";
import { parseVersion, readVersion } from "../../../src/index/d1/version.ts";
import type { IngestReport } from "../../../src/index/ingest-report.ts";
import type { PassageStore, WeightedTerm } from "../../../src/index/store.ts";
import type { Filter } from "../../../src/model/request.ts";
import type { LanguageSet } from "../../../src/text/language-set.ts";
import { languages, type TestCorpus } from "../corpora.ts";
import { search } from "../search.ts";

/** Ingests a corpus; `now` is in milliseconds since 1970, `spoken` are the languages that its articles are in. */
export function ingestCorpus(
  database: Database,
  { info, articles }: TestCorpus,
  {
    owner = "test",
    now = 0,
    files = [],
    spoken = languages,
  }: { owner?: string; now?: number; files?: NewFile[]; spoken?: LanguageSet } = {},
): Promise<IngestReport> {
  const { title, baseUrl, languages: codes, synonyms } = info;
  const analysed = articles.map((split) => analyseArticle(split, spoken.of(split.article.lang)));
  const about = { title, baseUrl, languages: codes, synonyms };
  return ingest({ database, owner, now, about, articles: analysed, files });
}

/** The generation that readers see. */
export async function openStore(database: Database): Promise<D1Store> {
  const row = await readVersion(database);
  if (row === undefined) throw new Error("nothing was published");
  return new D1Store(database, row.generation, parseVersion(row.version));
}

/** All that a store tells, in words that do not depend on how it numbers passages and articles. */
export async function contentOf(
  store: PassageStore,
  searches: readonly { readonly terms: readonly WeightedTerm[]; readonly filter: Filter }[],
): Promise<unknown> {
  const found = [];
  for (const { terms, filter } of searches) {
    const { candidates, documentFrequencies } = await search(store, terms, filter, 1000);
    const stored = await store.passages(candidates.map(({ docId }) => docId));
    const described = candidates.map(({ score, matches }, rank) => ({
      id: stored[rank]?.passage.id ?? "",
      score,
      matches: matches.map((match) => ({ ...match, positions: [...match.positions] })),
    }));
    described.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    found.push({ described, documentFrequencies });
  }
  const { total, articles } = await store.articles({}, 0, 1000);
  const whole = [];
  for (const { id } of articles) whole.push(await store.article(id));
  return { info: store.info, found, total, articles, whole, similar: await store.similarTerms(["foragr"]) };
}
