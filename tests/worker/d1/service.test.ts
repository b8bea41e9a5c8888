import { env } from "cloudflare:test";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { fromBinding } from "../../../src/index/d1/database.ts";
import { encodeSuggestions, suggestionFile } from "../../../src/index/suggestions.ts";
import {
  answerSchema,
  articleListSchema,
  originPlaceholder,
  suggestionListSchema,
} from "../../../src/model/index.ts";
import type { Language } from "../../../src/text/language.ts";
import { LanguageSet } from "../../../src/text/language-set.ts";
import german from "../../../src/text/languages/de.ts";
import english from "../../../src/text/languages/en.ts";
import { createApp } from "../../../src/worker/app.ts";
import { createEngine } from "../../../src/worker/engines/d1/engine.ts";
import type { Env } from "../../../src/worker/env.ts";
import { server } from "../../../src/worker/platform.ts";
import { corpusOf, splitArticleOf, type TestCorpus } from "../../index/corpora.ts";
import { ingestCorpus } from "../../index/d1/corpus.ts";
import { checkDescribed } from "../description.ts";
import { environment, partsOf } from "../fixture.ts";
import { problemOf } from "../problems.ts";
import { expectInTime } from "../time.ts";
import { emptyDatabase } from "./database.ts";

const bookmark = "x-d1-bookmark";
const question = "/api/ask?q=How+do+bees+tell+where+flowers+are%3F";

const bees = splitArticleOf({ id: "guide/bees", title: "Bees", tags: ["insects"] }, [
  { text: "Bees dance to tell their sisters where the flowers are." },
  { text: "A hive in June holds some forty thousand bees." },
]);
const wasps = splitArticleOf({ id: "wasps", title: "Wasps" }, [
  { text: "Wasps do not dance. They tell nobody where the flowers are." },
]);

/** What an ingest writes for one article. */
function filesOf({ articles }: TestCorpus): [path: string, content: string][] {
  const suggestions = articles.map(({ article: { title, url } }) => ({
    kind: "title" as const,
    text: title,
    title,
    url,
  }));
  return [
    [suggestionFile, new TextDecoder().decode(encodeSuggestions(suggestions))],
    ["sitemap.xml", articles.map(({ article }) => `<loc>${originPlaceholder}${article.url}</loc>`).join("")],
    ["articles/index.html", "<h1>Articles</h1>"],
    ["llms.txt", `# Bees\n${originPlaceholder}`],
    ...articles.flatMap(({ article }): [string, string][] => [
      [`articles/${article.id}/index.html`, `<link href="/static/{site.css}"><p>${article.text}</p>`],
      [`articles/${article.id}/index.md`, article.text],
    ]),
  ];
}

let now = 0;

/** Publishes articles, a minute and more after those before. */
async function publish(...articles: TestCorpus["articles"]): Promise<void> {
  const corpus = corpusOf(articles);
  now += 100_000;
  await ingestCorpus(fromBinding(env.CORPUS), corpus, { now, files: filesOf(corpus) });
}

/** The service over a database, as one isolate has it. */
function serve({ CORPUS }: Pick<Env, "CORPUS"> = env, languages: readonly Language[] = [english]) {
  const settings = { addresses: { "/static/{site.css}": "/static/site-1.css" } };
  const app = createApp(partsOf(createEngine({ languages, settings, platform: server })));
  const assets = { fetch: async () => new Response("No such page", { status: 404 }) };
  const variables: Partial<Env> = {
    ASSETS: assets as unknown as Fetcher,
    ...(CORPUS && { CORPUS }),
  };
  return async (path: string, headers: Record<string, string> = {}): Promise<Response> => {
    const response = await app.request(`https://service.example${path}`, { headers }, environment(variables));
    if (path.startsWith("/api/")) await checkDescribed("GET", path, response);
    return response;
  };
}

beforeEach(async () => {
  await emptyDatabase();
  await publish(bees);
});

describe("questions", () => {
  test("are answered with quotes that stand in the articles", async () => {
    const fetch = serve();
    const answer = answerSchema.parse(await (await fetch(question)).json());
    expect(answer.answer[0]?.quote).toBe("Bees dance to tell their sisters where the flowers are.");
    expect(answer.index).toMatchObject({ articles: 1, passages: 2 });
    const article = await (await fetch("/api/articles/guide/bees")).json();
    for (const { quote, start, end } of answer.answer) {
      expect((article as { text: string }).text.slice(start, end)).toBe(quote);
    }
  });

  test("are answered from articles that change, come and go without a deploy", async () => {
    const fetch = serve();
    const first = await fetch(question);
    await publish(bees, wasps);
    const second = await fetch(question);
    expect(answerSchema.parse(await second.json()).index.articles).toBe(2);
    expect(second.headers.get("ETag")).not.toBe(first.headers.get("ETag"));
    await publish(wasps);
    const third = answerSchema.parse(await (await fetch(question)).json());
    expect(third.passages.map(({ citation }) => citation.article)).toEqual(["wasps"]);
  });

  test("asked while articles are published twenty times are answered from one state or the next, whole", async () => {
    const fetch = serve();
    const texts = new Map([bees, wasps].map(({ article }) => [article.id, article.text]));
    const seen = new Map<string, string>();
    const read = async (): Promise<void> => {
      const response = await fetch(question);
      // A reader who was overtaken by two publishes is told to ask again.
      if (response.status === 503) return;
      const { index, passages, answer } = answerSchema.parse(await response.json());
      const articles = [...new Set(passages.map(({ citation }) => citation.article))];
      expect(articles).toHaveLength(1);
      const [article = ""] = articles;
      expect(seen.get(index.version) ?? article).toBe(article);
      seen.set(index.version, article);
      for (const { quote, start, end } of answer) expect(texts.get(article)?.slice(start, end)).toBe(quote);
    };
    for (let round = 0; round < 20; round++) {
      await Promise.all([publish(round % 2 === 0 ? wasps : bees), read(), read(), read()]);
      await read();
    }
    expect(seen.size).toBe(2);
  });

  test("come back as 304 until an article changes", async () => {
    const fetch = serve();
    const etag = (await fetch(question)).headers.get("ETag") ?? "";
    expect((await fetch(question, { "If-None-Match": etag })).status).toBe(304);
    await publish(wasps);
    expect((await fetch(question, { "If-None-Match": etag })).status).toBe(200);
  });

  test("may be about one tag, language or article", async () => {
    await publish(bees, wasps);
    const fetch = serve();
    for (const filter of ["tag=insects", "article=guide%2Fbees"]) {
      const { passages } = answerSchema.parse(await (await fetch(`${question}&${filter}`)).json());
      expect(new Set(passages.map(({ citation }) => citation.article))).toEqual(new Set(["guide/bees"]));
    }
    expect(answerSchema.parse(await (await fetch(`${question}&lang=fr`)).json()).passages).toEqual([]);
    const list = articleListSchema.parse(await (await fetch("/api/articles?tag=insects")).json());
    expect(list).toMatchObject({ total: 1, articles: [{ id: "guide/bees" }] });
  });
});

describe("questions to articles in languages that the Worker was not told of", () => {
  const bienen = splitArticleOf({ id: "bienen", title: "Bienen", lang: "de" }, [
    { text: "Bienen tanzen und zeigen ihren Schwestern die Blüten." },
  ]);

  /** What the Worker for some languages answers out of a corpus whose languages the database names. */
  async function asked(codes: readonly string[], languages: readonly Language[]): Promise<unknown> {
    const corpus = corpusOf([bienen]);
    const about = { ...corpus, info: { ...corpus.info, languages: [...codes] } };
    now += 100_000;
    await ingestCorpus(fromBinding(env.CORPUS), about, { now, spoken: new LanguageSet([german]) });
    const response = await serve(env, languages)("/api/ask?q=Bl%C3%BCten+der+Schwestern");
    expect(response.status).toBe(200);
    const { passages, searchedFor } = answerSchema.parse(await response.json());
    return { searchedFor, scores: passages.map(({ score }) => score) };
  }

  test.each<[string[], Language[]]>([
    [["de"], [german]],
    [
      ["de", "en"],
      [german, english],
    ],
    [["xx", "de"], [german]],
  ])("are read in those, %j, the most frequent first", async (codes, spoken) => {
    expect(await asked(codes, [english, german])).toEqual(await asked(codes, spoken));
    expect(await asked(["en"], [english, german])).not.toEqual(await asked(codes, spoken));
  });

  test("are read in all that there are where none of those is", async () => {
    expect(await asked(["xx"], [german, english])).toEqual(await asked(["de", "en"], [german, english]));
  });
});

describe("sessions", () => {
  test("go on from the bookmark that the client sends", async () => {
    const fetch = serve();
    const given = (await fetch(question)).headers.get(bookmark) ?? "";
    expect(given).toMatch(/^[\da-f-]{20,}$/);
    const again = await fetch(question, { [bookmark]: given });
    expect(again.status).toBe(200);
    expect((again.headers.get(bookmark) ?? "") >= given).toBe(true);
  });

  test("begin where any replica may answer, or from the bookmark, and none is told where there is none", async () => {
    const begun: string[] = [];
    const watched = (bookmarkGiven: string | null) =>
      ({
        withSession(from: string) {
          begun.push(from);
          const session = env.CORPUS.withSession();
          return {
            prepare: (sql: string) => session.prepare(sql),
            batch: (statements: D1PreparedStatement[]) => session.batch(statements),
            getBookmark: () => bookmarkGiven,
          };
        },
      }) as unknown as D1Database;
    const none = await serve({ CORPUS: watched(null) })("/healthz");
    expect(none.headers.has(bookmark)).toBe(false);
    expect(begun).toEqual(["first-unconstrained"]);
    const given = "00000001-00000002-00000003-0123456789abcdef0123456789abcdef";
    const next = await serve({ CORPUS: watched(given) })("/healthz", { [bookmark]: given });
    expect(begun.at(-1)).toBe(given);
    expect(next.headers.get(bookmark)).toBe(given);
  });

  test("are not begun from what is no bookmark", async () => {
    const problem = await problemOf(await serve()(question, { [bookmark]: "first-primary; DROP" }), 400);
    expect(problem.detail).toContain("Leave it out");
  });

  test("may be gone on with by pages of other origins", async () => {
    const response = await serve()(question, { Origin: "https://elsewhere.example" });
    expect(response.headers.get("Access-Control-Expose-Headers")).toContain(bookmark);
  });
});

describe("pages", () => {
  test("of articles follow the database, with this deploy's styles and the headers of static pages", async () => {
    const fetch = serve();
    const response = await fetch("/articles/guide/bees/");
    expect(await response.text()).toBe(`<link href="/static/site-1.css"><p>${bees.article.text}</p>`);
    expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("Content-Security-Policy")).toContain("require-trusted-types-for 'script'");
    const etag = response.headers.get("ETag") ?? "";
    expect((await fetch("/articles/guide/bees/", { "If-None-Match": etag })).status).toBe(304);
    await publish(wasps);
    expect((await fetch("/articles/guide/bees/")).status).toBe(404);
    expect((await fetch("/articles/wasps/", { "If-None-Match": etag })).status).toBe(200);
  });

  test("are found by their address without the slash", async () => {
    const response = await serve()("/articles/guide/bees?x=1");
    expect(response.status).toBe(307);
    expect(response.headers.get("Location")).toBe("/articles/guide/bees/?x=1");
  });

  test("that are none get the page for that", async () => {
    expect((await serve()("/articles/%ff/")).status).toBe(404);
    expect((await serve()("/articles/zoo/")).status).toBe(404);
  });

  test("are listed for programs with the origin that was asked", async () => {
    const response = await serve()("/sitemap.xml");
    expect(response.headers.get("Content-Type")).toBe("application/xml");
    expect(await response.text()).toBe("<loc>https://service.example/articles/guide/bees/</loc>");
  });

  test.each([
    ["/articles/guide/bees/", "text/html; charset=utf-8"],
    ["/articles/guide/bees/index.md", "text/markdown; charset=utf-8"],
    ["/articles/guide/bees/index.html", "text/html; charset=utf-8"],
    ["/llms.txt", "text/plain; charset=utf-8"],
    ["/sitemap.xml", "application/xml"],
    ["/articles/", "text/html; charset=utf-8"],
  ])("have the type of their files, and the headers of pages: %s", async (path, type) => {
    const { headers } = await serve()(path);
    expect(headers.get("Content-Type")).toBe(type);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("Cache-Control")).toBe("public, no-cache");
  });

  test("are sent as Markdown to whom would rather have that, apart from the page in caches", async () => {
    const fetch = serve();
    const page = await fetch("/articles/guide/bees/");
    const markdown = await fetch("/articles/guide/bees/", { Accept: "text/markdown" });
    expect(await markdown.text()).toBe(bees.article.text);
    expect(markdown.headers.get("Content-Type")).toBe("text/markdown; charset=utf-8");
    expect(markdown.headers.get("ETag")).not.toBe(page.headers.get("ETag"));
    expect(
      (
        await fetch("/articles/guide/bees/", {
          Accept: "text/markdown",
          "If-None-Match": page.headers.get("ETag") ?? "",
        })
      ).status,
    ).toBe(200);
  });

  test("lead to their folder, and to nothing that looks like a file", async () => {
    const fetch = serve();
    for (const [path, location] of [
      ["/articles", "/articles/"],
      ["/articles/zoo", "/articles/zoo/"],
      ["/articles/caf%C3%A9?a=b", "/articles/caf%C3%A9/?a=b"],
    ]) {
      const response = await fetch(path ?? "");
      expect([response.status, response.headers.get("Location")]).toEqual([307, location]);
    }
    expect((await fetch("/articles/zoo.png")).status).toBe(404);
    expect((await fetch("/articles/guide/bees/?a=b")).status).toBe(200);
  });

  test("are found by an address in any form of Unicode", async () => {
    await publish(splitArticleOf({ id: "caf\u00e9", title: "Caf\u00e9" }, [{ text: "Coffee." }]));
    for (const path of ["/articles/caf%C3%A9/", "/articles/cafe%CC%81/"]) {
      expect((await serve()(path)).status, path).toBe(200);
    }
  });

  test("name the Markdown that is beside an article's page, and no other file does", async () => {
    const fetch = serve();
    const linked = async (path: string, accept = "text/html") => {
      const response = await fetch(path, { Accept: accept });
      return [response.status, response.headers.get("Link"), response.headers.get("Vary")];
    };
    const link = '<index.md>; rel="alternate"; type="text/markdown"';
    expect(await linked("/articles/guide/bees/")).toEqual([200, link, "Accept"]);
    expect(await linked("/articles/")).toEqual([200, null, null]);
    // There is no Markdown of the list: who would rather have that gets the page.
    expect(await linked("/articles/", "text/markdown")).toEqual([200, null, null]);
    expect(await linked("/sitemap.xml")).toEqual([200, null, null]);
    expect(await linked("/articles/guide/bees/index.md")).toEqual([200, null, null]);
  });

  test("are suggested as long as they are there", async () => {
    const fetch = serve();
    const suggested = async (typed: string) =>
      suggestionListSchema
        .parse(await (await fetch(`/api/suggest?q=${typed}`)).json())
        .suggestions.map(({ text }) => text);
    expect(await suggested("bee")).toEqual(["Bees"]);
    expect(await suggested("bee")).toEqual(["Bees"]);
    await publish(wasps);
    expect(await suggested("bee")).toEqual([]);
    expect(await suggested("was")).toEqual(["Wasps"]);
  });
});

describe("a database that fails", () => {
  const broken = (batch: () => Promise<never>): D1Database => {
    const session = { prepare: (sql: string) => env.CORPUS.prepare(sql), batch, getBookmark: () => null };
    return { withSession: () => session } as unknown as D1Database;
  };
  const faults: Record<string, Pick<Env, "CORPUS">> = {
    "is not bound": {},
    "is locked": {
      CORPUS: broken(() => Promise.reject(new Error("D1_ERROR: database is locked: SQLITE_BUSY"))),
    },
    "is full": {
      CORPUS: broken(() => Promise.reject(new Error("D1_ERROR: database or disk is full: SQLITE_FULL"))),
    },
    "repeats the question": {
      CORPUS: broken(() => Promise.reject(new Error(`D1_ERROR: fts5: syntax error near "flowers"`))),
    },
    "throws what is no error": { CORPUS: broken(() => Promise.reject("flowers")) },
    hangs: { CORPUS: broken(() => new Promise(() => undefined)) },
  };

  test.each(Object.keys(faults))(
    "because it %s gives a problem document within two seconds",
    async (fault) => {
      const fetch = serve(faults[fault]);
      for (const path of [question, "/api/articles", "/api/suggest?q=bee", "/healthz"]) {
        const started = performance.now();
        const problem = await problemOf(await fetch(path), 503);
        expect(JSON.stringify(problem)).not.toMatch(/flowers|D1_ERROR/);
        expectInTime(started);
      }
      expect((await fetch("/articles/guide/bees/")).status).toBe(503);
    },
  );

  test.each([
    "D1_ERROR: database is locked: SQLITE_BUSY",
    "D1_ERROR: Failed to get session commit token: internal error; reference = 1",
  ])("because a writer has it for a while answers when it is free: %s", async (message) => {
    let refused = 0;
    const session = (whole: D1DatabaseSession) => ({
      prepare: (sql: string) => env.CORPUS.prepare(sql),
      // Each read meets a writer three times.
      batch: async (statements: D1PreparedStatement[]) => {
        if (refused++ % 4 < 3) throw new Error(message);
        return whole.batch(statements);
      },
      getBookmark: () => null,
    });
    const locked = { withSession: () => session(env.CORPUS.withSession()) } as unknown as D1Database;
    const fetch = serve({ CORPUS: locked });
    const answer = answerSchema.parse(await (await fetch(question)).json());
    expect(answer.passages[0]?.text).toContain("Bees");
    expect((await fetch("/articles/guide/bees/")).status).toBe(200);
    expect((await fetch("/api/suggest?q=bee")).status).toBe(200);
    expect(refused).toBeGreaterThan(12);
  });

  test("because a writer keeps it is not asked again once the reader has been refused", async () => {
    let asked = 0;
    const count = () => {
      asked += 1;
      return Promise.reject(new Error("D1_ERROR: database is locked: SQLITE_BUSY"));
    };
    await problemOf(await serve({ CORPUS: broken(count) })(question), 503);
    const before = asked;
    expect(before).toBeGreaterThan(10);
    await new Promise((done) => setTimeout(done, 300));
    expect(asked).toBe(before);
  });

  test.each([
    ["is full", "D1 did not answer: D1_ERROR: database or disk is full: SQLITE_FULL"],
    ["repeats the question", "D1 did not answer: D1_ERROR: fts5: syntax error near …"],
    ["throws what is no error", "D1 did not answer: "],
    ["hangs", "D1 did not answer: not in 1500 ms"],
  ])("because it %s is logged with why, and nothing of the question", async (fault, message) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await problemOf(await serve(faults[fault])(question), 503);
    const lines = log.mock.calls.map(([line]) => String(line));
    log.mockRestore();
    expect(lines.map((line) => (JSON.parse(line) as { message: string }).message)).toEqual([message]);
    expect(lines.join("")).not.toContain("flowers");
  });

  test("because nothing was published says so, and answers once something is", async () => {
    await emptyDatabase();
    const fetch = serve();
    await problemOf(await fetch(question), 503);
    await problemOf(await fetch("/api/suggest?q=bee"), 503);
    await publish(bees);
    expect((await fetch(question)).status).toBe(200);
  });

  test("because it was written by another version of the analyser is refused", async () => {
    await env.CORPUS.prepare("UPDATE versions SET version = json_set(version, '$.analyser', 0)").run();
    await problemOf(await serve()(question), 503);
  });

  test("because its tables are gone never answers wrongly", async () => {
    await env.CORPUS.prepare("ALTER TABLE passages RENAME TO lost").run();
    try {
      await problemOf(await serve()(question), 503);
    } finally {
      await env.CORPUS.prepare("ALTER TABLE lost RENAME TO passages").run();
    }
  });
});
