import type { Answerer } from "../../answer/answer.ts";
import { citationOf } from "../../answer/cite.ts";
import { parseDirective } from "../../fragments/directive.ts";
import { DirectiveFinder } from "../../fragments/find.ts";
import { IndexUnavailableError, type PassageStore, type StoredPassage } from "../../index/store.ts";
import type { LanguageSet } from "../../text/language-set.ts";
import { sentences } from "../../text/sentences.ts";
import { textOfPage } from "./page-text.ts";
import type { PageAt } from "./read-page.ts";

/** Passages that are read at a time. */
const batch = 64;
/** Pages that are fetched at a time: a site is checked, not tried. */
const concurrency = 4;

/** Something wrong with the page that answers cite. */
export interface CitationFault {
  readonly url: string;
  /** What is wrong, in words. */
  readonly fault: string;
  /** The sentence that is not there; absent when it is the whole page. */
  readonly sentence?: string;
}

/** What was checked, and what is wrong. */
export interface CitationReport {
  readonly pages: number;
  readonly sentences: number;
  readonly faults: readonly CitationFault[];
}

/** What to check. */
export interface CitationCheck {
  readonly answerer: Answerer;
  readonly languages: LanguageSet;
  /** Where the site is, when not where its links say: a preview, or links that are relative. */
  readonly live?: string;
  /** Reads a page by its address without fragment. */
  readonly readPage: (url: string) => Promise<PageAt>;
  /** Called with the number of pages checked and the total. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A sentence that answers may cite, and the directive of its link. */
interface Cited {
  readonly sentence: string;
  readonly directive: string;
}

/** The sentences of a passage with the links that citations give them. */
function citedIn(
  stored: StoredPassage,
  { answerer, languages }: CitationCheck,
): { url: string; cited: Cited[] } {
  const { passage, article } = stored;
  const all = { start: 0, end: passage.text.length };
  const ranges = [...sentences(passage.text, all, languages.of(article.lang))];
  const cited = new Map<string, Cited>();
  let url = "";
  for (const { start, end } of ranges) {
    const range = { start: passage.start + start, end: passage.start + end };
    const [page = "", directive = ""] = citationOf(stored, answerer.store.info, range).link.split("#:~:");
    url = page;
    if (directive !== "" && !cited.has(directive)) {
      cited.set(directive, { sentence: passage.text.slice(start, end), directive });
    }
  }
  return { url, cited: [...cited.values()] };
}

/** The address to read, of a link that may be relative or of another site than the one to check. */
function addressAt(url: string, { answerer, live }: CitationCheck): string | undefined {
  const { baseUrl } = answerer.store.info;
  if (live === undefined) return URL.canParse(url) ? url : undefined;
  const base = live.replace(/\/+$/, "");
  if (url.startsWith("/")) return base + url;
  if (baseUrl !== "" && url.startsWith(`${baseUrl}/`)) return base + url.slice(baseUrl.length);
  return url;
}

function checkPage(url: string, { html, fault }: PageAt, cited: readonly Cited[]): CitationFault[] {
  if (fault !== undefined || html === undefined) return [{ url, fault: fault ?? "has no content" }];
  const finder = new DirectiveFinder(textOfPage(html));
  return cited.flatMap(({ sentence, directive }): CitationFault[] => {
    const parsed = parseDirective(directive);
    if (parsed !== undefined && finder.find(parsed) !== undefined) return [];
    return [{ url, fault: "does not have this sentence where its citation leads", sentence }];
  });
}

/** All passages of a store, some at a time. */
async function* allPassages(store: PassageStore): AsyncGenerator<StoredPassage> {
  const { passages } = store.info;
  const following = async (after: number): Promise<readonly number[]> =>
    (await store.docIds?.(after, batch)) ??
    Array.from({ length: Math.max(0, Math.min(batch, passages - after - 1)) }, (_, i) => after + 1 + i);
  for (let docIds = await following(-1); docIds.length > 0; docIds = await following(docIds.at(-1) ?? 0))
    yield* await store.passages(docIds);
}

/**
 * Checks every sentence that an answer could cite: that its page is there, and that the page's text has it where a browser
 * looks for the citation's text fragment.
 *
 * @throws IndexUnavailableError when no link says on which site its page is
 */
export async function checkCitations(check: CitationCheck): Promise<CitationReport> {
  const { store } = check.answerer;
  const byPage = new Map<string, Cited[]>();
  for await (const stored of allPassages(store)) {
    const { url, cited } = citedIn(stored, check);
    if (url !== "") byPage.set(url, [...(byPage.get(url) ?? []), ...cited]);
  }
  if (![...byPage.keys()].some((url) => addressAt(url, check) !== undefined)) {
    throw new IndexUnavailableError(
      "no link has a full address; say where the site is, by --live or baseUrl",
    );
  }
  const faults: CitationFault[] = [];
  const pages = [...byPage];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let next = pages.shift(); next !== undefined; next = pages.shift()) {
      const [url, cited] = next;
      const address = addressAt(url, check);
      if (address === undefined) {
        faults.push({ url, fault: "is no full address" });
      } else faults.push(...checkPage(address, await check.readPage(address), cited));
      done += 1;
      check.onProgress?.(done, byPage.size);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  const total = [...byPage.values()].reduce((sum, cited) => sum + cited.length, 0);
  return {
    pages: byPage.size,
    sentences: total,
    faults: faults.sort((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0)),
  };
}
