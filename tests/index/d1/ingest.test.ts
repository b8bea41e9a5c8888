import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Database, type Results, type Statement, statement } from "../../../src/index/d1/database.ts";
import type { NewFile } from "../../../src/index/d1/ingest/add.ts";
import { IngestError } from "../../../src/index/d1/ingest/error.ts";
import { IndexUnavailableError } from "../../../src/index/store.ts";
import { corpora, corpusOf, filters, queries, splitArticleOf, type TestCorpus } from "../corpora.ts";
import { search } from "../search.ts";
import { contentOf, ingestCorpus, openStore } from "./corpus.ts";
import { freshDatabase } from "./fresh-database.ts";

const searches = fc.array(fc.record({ terms: queries, filter: filters }), { maxLength: 4 });

/** Two corpora, the second of which shares articles with the first. */
const revisions = fc.tuple(corpora, corpora, fc.array(fc.boolean())).map(([first, other, kept]) => {
  const names = new Set(other.articles.map(({ article }) => article.id));
  const shared = first.articles.filter(({ article }, index) => kept[index] && !names.has(article.id));
  return [first, corpusOf([...shared, ...other.articles])] as const;
});

async function freshly(corpus: TestCorpus): Promise<Database> {
  const database = freshDatabase();
  await ingestCorpus(database, corpus);
  return database;
}

/** A database whose connection breaks at a batch: before it is run, or before its results arrive. */
function breaking(database: Database, batch: number, when: "before" | "after"): Database {
  let left = batch;
  return {
    async run<const Statements extends readonly Statement<unknown>[]>(statements: Statements) {
      const breaks = left-- === 0;
      if (breaks && when === "before") throw new Error("the connection broke");
      const results: Results<Statements> = await database.run(statements);
      if (breaks) throw new Error("the connection broke");
      return results;
    },
  };
}

describe("a corpus that changes", () => {
  test("is answered from as if it had been ingested anew", async () => {
    await fc.assert(
      fc.asyncProperty(revisions, searches, fc.boolean(), async ([first, second], asked, later) => {
        const database = await freshly(first);
        await ingestCorpus(database, second, { now: later ? 1e6 : 0 });
        await ingestCorpus(database, first, { now: later ? 2e6 : 0 });
        await ingestCorpus(database, second, { now: later ? 3e6 : 0 });
        const expected = await contentOf(await openStore(await freshly(second)), asked);
        expect(await contentOf(await openStore(database), asked)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test("is not sent again where it is the same", async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (corpus) => {
        const database = await freshly(corpus);
        const report = await ingestCorpus(database, corpus);
        expect(report).toMatchObject({ published: false, added: 0, changed: 0, removed: 0, files: 0 });
      }),
      { numRuns: 10 },
    );
  });

  test("tells what was added, changed and removed", async () => {
    const article = (id: string, text: string) => splitArticleOf({ id }, [{ text }]);
    const database = await freshly(
      corpusOf([article("a", "Bees dance."), article("b", "Wax melts."), article("c", "Rain.")]),
    );
    const next = corpusOf([article("a", "Bees dance."), article("b", "Wax burns."), article("d", "Snow.")]);
    const report = await ingestCorpus(database, next, { files: [["sitemap.xml", "<urlset/>"]] });
    expect(report).toMatchObject({ published: true, added: 1, changed: 1, removed: 1, files: 1 });
  });

  test("is read from one generation until the next is whole, and until readers have ended", async () => {
    await fc.assert(
      fc.asyncProperty(revisions, searches, async ([first, second], asked) => {
        const database = await freshly(first);
        const reader = await openStore(database);
        const expected = await contentOf(reader, asked);
        await ingestCorpus(database, second, { now: 1e6 });
        expect(await contentOf(reader, asked)).toEqual(expected);
        await ingestCorpus(database, first, { now: 1e6 + 1000 });
        expect(await contentOf(reader, asked)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  test("is kept no longer than readers may need it, however soon one ingest follows another", async () => {
    const database = freshDatabase();
    const step = 15_000;
    const count = async (table: string): Promise<number> => {
      const [[row]] = await database.run([
        statement<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`),
      ]);
      return row?.rows ?? 0;
    };
    for (let number = 1; number <= 20; number++) {
      const text = `Bees dance in garden ${"abcdefghijklmnopqrst".charAt(number)}${number}.`;
      const reader = number === 1 ? undefined : await openStore(database);
      await ingestCorpus(database, corpusOf([splitArticleOf({ id: "bees" }, [{ text }])]), {
        now: number * step,
      });
      // Whoever began with the generation before still reads it.
      expect((await reader?.article("bees"))?.text ?? "garden").toContain("garden");
    }
    // Those of the last minute, the one before them, and what the last ingest found.
    expect(await count("versions")).toBeLessThanOrEqual(6);
    expect(await count("articles")).toBeLessThanOrEqual(6);
    expect(await count("terms WHERE term = 'bee'")).toBeLessThanOrEqual(6);
    const last = await openStore(database);
    expect((await last.article("bees"))?.text).toContain("20.");
  });

  test("is refused to a reader who holds on to a generation that is no longer kept", async () => {
    const corpus = (text: string) => corpusOf([splitArticleOf({ id: "bees" }, [{ text }])]);
    const database = await freshly(corpus("Bees dance."));
    const reader = await openStore(database);
    await ingestCorpus(database, corpus("Bees sing."), { now: 1e6 });
    await ingestCorpus(database, corpus("Bees sleep."), { now: 2e6 });
    await expect(search(reader, [{ term: "bee", weight: 1 }], {}, 10)).rejects.toThrow(IndexUnavailableError);
    await expect(reader.article("bees")).rejects.toThrow("generation 1 is no longer kept");
  });
});

describe("an ingest that breaks off", () => {
  const files: NewFile[] = [["llms.txt", "# Bees"]];

  for (const when of ["before", "after"] as const) {
    test(`at any batch, ${when} it is run, changes nothing for readers and is taken up again`, async () => {
      await fc.assert(
        fc.asyncProperty(revisions, searches, async ([first, second], asked) => {
          const old = await contentOf(await openStore(await freshly(first)), asked);
          const expected = await contentOf(await openStore(await freshly(second)), asked);
          for (let batch = 0; ; batch++) {
            const database = await freshly(first);
            let isOver = false;
            try {
              await ingestCorpus(breaking(database, batch, when), second, { now: 1e6, files });
              isOver = true;
            } catch {
              const seen = await contentOf(await openStore(database), asked);
              // The last batch may have arrived although nobody was told.
              if (when === "before") expect(seen).toEqual(old);
              else expect([old, expected]).toContainEqual(seen);
            }
            await ingestCorpus(database, second, { now: 2e6, files });
            expect(await contentOf(await openStore(database), asked)).toEqual(expected);
            if (isOver) break;
          }
        }),
        { numRuns: 6 },
      );
    });
  }

  test("and is begun again with another corpus leaves nothing behind", async () => {
    await fc.assert(
      fc.asyncProperty(
        corpora,
        revisions,
        searches,
        fc.nat(12),
        async (first, [second, third], asked, batch) => {
          const database = await freshly(first);
          await ingestCorpus(breaking(database, batch, "before"), second).catch(() => undefined);
          await ingestCorpus(database, third);
          const expected = await contentOf(await openStore(await freshly(third)), asked);
          expect(await contentOf(await openStore(database), asked)).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("because another was started says so", async () => {
    const corpus = corpusOf([splitArticleOf({ id: "bees" }, [{ text: "Bees dance." }])]);
    const database = freshDatabase();
    let batches = 0;
    const overtaken: Database = {
      async run<const Statements extends readonly Statement<unknown>[]>(statements: Statements) {
        if (batches++ === 3) await ingestCorpus(database, corpus, { owner: "the other" });
        return database.run(statements);
      },
    };
    const first = ingestCorpus(overtaken, corpus, { owner: "the first" });
    await expect(first).rejects.toThrow(IngestError);
    await expect(first).rejects.toThrow("another ingest was started");
  });
});

describe("the limits of D1", () => {
  const limited = (database: Database): Database => ({
    async run<const Statements extends readonly Statement<unknown>[]>(statements: Statements) {
      for (const { sql, parameters } of statements) {
        expect(parameters.length).toBeLessThanOrEqual(100);
        expect(sql.length).toBeLessThanOrEqual(100_000);
        for (const [call] of sql.matchAll(/json_extract\([^)]*\)/g)) {
          expect(call.split(",").length).toBeLessThanOrEqual(32);
        }
        for (const value of parameters) expect(Buffer.byteLength(String(value))).toBeLessThanOrEqual(2e6);
      }
      return database.run(statements);
    },
  });

  test("are kept by long articles and long questions", async () => {
    // Dashes make the article long and leave few words to count.
    const paragraphs = Array.from({ length: 100 }, (_, number) => ({
      text: `${Array.from({ length: 300 }, (_, word) => `w${number}x${word} 蜜蜂"`).join(" ")} ${"—".repeat(6000)}`,
    }));
    const long = splitArticleOf({ id: "long" }, paragraphs);
    const database = limited(freshDatabase());
    await ingestCorpus(database, corpusOf([long]));
    const store = await openStore(database);
    const terms = Array.from({ length: 300 }, (_, word) => ({ term: `w7x${word}`, weight: 1 }));
    const { candidates, documentFrequencies } = await search(store, terms, { article: "long" }, 100);
    expect(candidates.map(({ docId }) => docId)).toEqual([7]);
    expect(candidates[0]?.matches.length).toBe(90);
    expect(documentFrequencies).toEqual(terms.map(() => 1));
    expect(await store.article("long")).toEqual(long.article);
    await ingestCorpus(database, corpusOf([splitArticleOf({ id: "short" }, [{ text: "Short." }])]));
  });

  test("that one passage is over are told with the article's name", async () => {
    const text = `Bees dance ${"—".repeat(700_000)}`;
    const ingesting = ingestCorpus(freshDatabase(), corpusOf([splitArticleOf({ id: "huge" }, [{ text }])]));
    await expect(ingesting).rejects.toThrow(IngestError);
    await expect(ingesting).rejects.toThrow(/^huge: needs \d+ bytes in one row of passages/);
  });
});

describe("terms that stand almost everywhere", () => {
  test("are counted in what rarer ones find, and find the newest passages alone", async () => {
    const paragraphs = Array.from({ length: 9000 }, (_, number) => ({
      text: number % 3000 === 0 ? "Honey and amber." : "Honey.",
    }));
    const store = await openStore(await freshly(corpusOf([splitArticleOf({ id: "bees" }, paragraphs)])));
    const honey = { term: "honey", weight: 1 };
    const both = await search(store, [honey, { term: "amber", weight: 1 }], {}, 10);
    expect(both.candidates.map(({ docId }) => docId).sort()).toEqual([0, 3000, 6000]);
    expect(both.candidates.map(({ matches }) => matches.length)).toEqual([2, 2, 2]);
    expect(both.documentFrequencies).toEqual([9000, 3]);
    const { candidates } = await search(store, [honey], {}, 10);
    expect(candidates).toHaveLength(10);
    expect(Math.min(...candidates.map(({ docId }) => docId))).toBeGreaterThan(900);
  });
});
