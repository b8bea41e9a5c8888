import type { Answerer } from "../../src/answer/answer.ts";
import { citationOf } from "../../src/answer/cite.ts";
import {
  type IndexInfo,
  IndexUnavailableError,
  type PassageStore,
  type StoredPassage,
} from "../../src/index/store.ts";
import type { Answer, Article, ArticleMetadata, AskRequest } from "../../src/model/index.ts";
import type { Filter } from "../../src/model/request.ts";
import english from "../../src/text/languages/en.ts";
import { createApp, type ServiceParts } from "../../src/worker/app.ts";
import { type Engine, staticEngine } from "../../src/worker/engines/engine.ts";
import type { Env, OpenAnswerer } from "../../src/worker/env.ts";
import { agents, type Fetch } from "./agent.ts";
import { checkDescribed } from "./description.ts";

/** An article of paragraphs, one passage each. */
function articleOf(
  metadata: Partial<ArticleMetadata> & { id: string; title: string },
  paragraphs: string[],
): Article {
  const text = paragraphs.join("\n\n");
  const blocks = paragraphs.map((paragraph) => {
    const start = text.indexOf(paragraph);
    return { kind: "paragraph" as const, start, end: start + paragraph.length };
  });
  const defaults = { url: `/articles/${metadata.id}/`, lang: "en", authors: [], tags: [], questions: [] };
  return { ...defaults, ...metadata, text, blocks };
}

export const articles: readonly Article[] = [
  articleOf(
    { id: "bees", title: "Bees", authors: ["Ada Wren"], published: "2024-05-01", tags: ["insects"] },
    [
      "Bees dance to tell their sisters where the flowers are.",
      "A hive in June holds some forty thousand bees, and each of them lives for about six weeks.",
    ],
  ),
  articleOf({ id: "guide/100% café?", title: "Café", lang: "fr", tags: ["food"] }, [
    "Le café est servi à midi.",
  ]),
  articleOf({ id: "guide/writing", title: "Writing", tags: ["guide"] }, ["Write the question down first."]),
];

const passages: readonly StoredPassage[] = articles.flatMap((article) =>
  article.blocks.map(({ start, end }, index) => ({
    docId: index,
    article,
    passage: {
      id: `${article.id}:${index}`,
      article: article.id,
      headings: [],
      paragraph: index + 1,
      start,
      end,
      text: article.text.slice(start, end),
      directives: [{ start, end: start + 1, directive: "text=made-beforehand" }],
      section: start,
      blocks: [{ kind: "paragraph", start: 0, end: end - start }],
    },
  })),
);

const info: IndexInfo = {
  version: "f1".repeat(32),
  articles: articles.length,
  passages: passages.length,
  title: "Fixture",
  baseUrl: "https://example.org",
  languages: ["en", "fr"],
  synonyms: {},
};

function admits(filter: Filter, article: ArticleMetadata): boolean {
  return (
    (filter.lang ?? article.lang) === article.lang &&
    (filter.article ?? article.id) === article.id &&
    (filter.tag === undefined || article.tags.includes(filter.tag))
  );
}

function withoutText({ text, blocks, ...metadata }: Article): ArticleMetadata {
  return metadata;
}

const store: PassageStore = {
  info,
  // Tests of the service ask the answerer below, which does not search.
  budget: () => ({
    terms: () => [],
    missing: () => [],
    standIns: () => [],
    words: () => [],
    passages: () => [],
  }),
  prepare: async () => ({ documentFrequencies: [], add: async () => {}, best: async () => [] }),
  scores: async () => [],
  similarTerms: async () => [],
  passages: async () => [],
  passage: async (id) => passages.find(({ passage }) => passage.id === id),
  article: async (id) => articles.find((article) => article.id === id),
  articles: async (filter, offset, limit) => {
    const admitted = articles.filter((article) => admits(filter, article));
    return { total: admitted.length, articles: admitted.slice(offset, offset + limit).map(withoutText) };
  },
};

/** Answers any question with the first passages that the filters admit, in the order of the articles. */
export const answerer: Answerer = {
  store,
  ask: async ({ question, limit, ...filter }: AskRequest): Promise<Answer> => ({
    question,
    answered: false,
    confidence: 0.25,
    answer: [],
    passages: passages
      .filter(({ article }) => admits(filter, article))
      .slice(0, limit)
      .map((stored, index) => ({
        rank: index + 1,
        id: stored.passage.id,
        score: 1 / (index + 1),
        text: stored.passage.text,
        blocks: [...stored.passage.blocks],
        highlights: [],
        citation: citationOf(stored, info, stored.passage),
      })),
    index: { version: info.version, articles: info.articles, passages: info.passages },
  }),
};

/** A service over an engine, for articles in English. */
export const partsOf = (engine: Engine): ServiceParts => ({ engine, languages: [english], agents });

/** An environment without assets: what the fixture opens needs none. */
export function environment(variables: Partial<Env>): Env {
  const unused = () => {
    throw new Error("The fixture has no assets.");
  };
  return { ASSETS: { fetch: unused }, ...variables };
}

export type { Fetch };

/**
 * The service over the fixture, or over what `open` gives, as a `fetch` by path. It rejects when a response is not as
 * the description of the API says.
 */
export function serve(variables: Partial<Env> = {}, open: OpenAnswerer = async () => answerer): Fetch {
  const app = createApp(partsOf(staticEngine(open)));
  return async (path, init) => {
    const response = await app.request(path, init, environment(variables));
    // The owner's pages are no part of the public API; another protocol describes what agents get.
    if (!/^\/insights|^\/ask\b|\/mcp$/.test(path))
      await checkDescribed(init?.method ?? "GET", path, response);
    return response;
  };
}

export const openNothing: OpenAnswerer = async () => {
  throw new IndexUnavailableError("index/manifest.json is missing; run npm run build");
};

/** Options of a request that posts JSON. */
export function json(body: unknown): RequestInit {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}
