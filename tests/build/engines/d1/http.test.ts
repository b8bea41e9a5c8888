import { afterEach, beforeEach, expect, test } from "vitest";
import { httpDatabase } from "../../../../src/build/engines/d1/http.ts";
import type { Database } from "../../../../src/index/d1/database.ts";
import { IngestError } from "../../../../src/index/d1/ingest/error.ts";
import { memoizeByObject } from "../../../../src/shared/memoize.ts";
import { corpusOf, splitArticleOf } from "../../../index/corpora.ts";
import { contentOf, ingestCorpus, openStore } from "../../../index/d1/corpus.ts";
import { freshDatabase } from "../../../index/d1/fresh-database.ts";
import { account, type D1Api, databaseId, startD1Api, token } from "./d1-api.ts";

const article = (id: string, text: string) => splitArticleOf({ id, tags: ["bees"] }, [{ text }]);
const corpus = corpusOf([article("bees", "Bees dance."), article("蜂/养", "蜜蜂跳舞。")]);
const later = corpusOf([article("bees", "Bees sing."), article("wasps", "Wasps do not.")]);
const asked = [{ terms: [{ term: "bee", weight: 1 }], filter: { tag: "bees" } }];

let stored: Database;
let api: D1Api;
let remote: Database;

beforeEach(async () => {
  stored = freshDatabase();
  api = await startD1Api(stored);
  remote = httpDatabase({ account, database: databaseId, token, baseUrl: api.baseUrl });
});
afterEach(() => api.stop());

/** What a database that has never had other articles serves of these. */
const contentOfFresh = memoizeByObject(async (articles: typeof corpus) => {
  const fresh = freshDatabase();
  await ingestCorpus(fresh, articles);
  return contentOf(await openStore(fresh), asked);
});

async function expectServed(expected: typeof corpus): Promise<void> {
  const served = await contentOf(await openStore(stored), asked);
  expect(served).toEqual(await contentOfFresh(expected));
}

test("an ingest over HTTP stores the same as one beside the database", async () => {
  await ingestCorpus(remote, corpus, { files: [["llms.txt", "# Bees"]] });
  await expectServed(corpus);
  const report = await ingestCorpus(remote, later, { now: 1e6 });
  expect(report).toMatchObject({ added: 1, changed: 1, removed: 1 });
  await expectServed(later);
});

test("an ingest whose connection breaks at any request is taken up again", async () => {
  await ingestCorpus(remote, corpus);
  const first = api.requests();
  await ingestCorpus(remote, later, { now: 1e6 });
  const length = api.requests() - first;
  for (let broken = 0; broken < length; broken++) {
    await ingestCorpus(remote, corpus, { now: 2e6 });
    const begin = api.requests();
    api.intercept = (request, response) => {
      if (request === begin + broken) response.destroy();
    };
    await expect(ingestCorpus(remote, later, { now: 3e6 })).rejects.toThrow(IngestError);
    await expectServed(corpus);
    await ingestCorpus(remote, later, { now: 4e6 });
    await expectServed(later);
  }
});

test("a request that comes too soon is made again", async () => {
  api.intercept = (request, response) => {
    if (request < 2) response.writeHead(429, { "Retry-After": "0.01" }).end("{}");
  };
  await ingestCorpus(remote, corpus);
  await expectServed(corpus);
});

test("what the service says is told, with what to do, and never the token", async () => {
  const stranger = httpDatabase({ account, database: databaseId, token: "secret", baseUrl: api.baseUrl });
  const refused = ingestCorpus(stranger, corpus);
  await expect(refused).rejects.toThrow("D1 answered 401: Authentication error; give CLOUDFLARE_API_TOKEN");
  await expect(refused).rejects.not.toThrow("secret");
  api.intercept = (_, response) => void response.writeHead(502).end("<html>");
  await expect(ingestCorpus(remote, corpus)).rejects.toThrow("D1 answered 502 and no JSON");
  await api.stop();
  await expect(ingestCorpus(remote, corpus)).rejects.toThrow("cannot be reached");
  api = await startD1Api(stored);
});

test("two at a time are told apart", async () => {
  api.intercept = () => {};
  await ingestCorpus(remote, corpus);
  let isOvertaken = false;
  const overtaken: Database = {
    run: async (statements) => {
      if (!isOvertaken) {
        isOvertaken = true;
        const results = await remote.run(statements);
        await ingestCorpus(remote, later, { owner: "the other", now: 1e6 });
        return results;
      }
      return remote.run(statements);
    },
  };
  await expect(ingestCorpus(overtaken, corpus, { owner: "the first", now: 1e6 })).rejects.toThrow(
    "another ingest was started",
  );
  await expectServed(later);
});
