import { beforeAll, describe, expect, test } from "vitest";
import { createAnswerer } from "../../src/answer/answer.ts";
import { describeCorpus } from "../../src/build/describe-corpus.ts";
import { compileCorpus } from "../../src/build/engines/compiled/compile-corpus.ts";
import { loadKernel } from "../../src/build/engines/compiled/kernel.ts";
import { sqliteDatabase } from "../../src/build/engines/d1/sqlite-database.ts";
import { prepareArticles } from "../../src/build/index-article.ts";
import { type Languages, languagesOf } from "../../src/build/languages.ts";
import { defaultCollection } from "../../src/corpus/collection.ts";
import { plainArticle } from "../../src/corpus/formats/plain.ts";
import type { IndexManifest } from "../../src/index/compiled/format/manifest.ts";
import { startKernel } from "../../src/index/compiled/read/kernel.ts";
import { CompiledStore } from "../../src/index/compiled/store.ts";
import type { Database } from "../../src/index/d1/database.ts";
import { ingest } from "../../src/index/d1/ingest/ingest.ts";
import { openPublished } from "../../src/index/d1/store.ts";
import type { Answer } from "../../src/model/index.ts";
import { maximumQuestionLength } from "../../src/model/limits.ts";
import { LanguageSet } from "../../src/text/language-set.ts";
import { loadLanguage } from "../../src/text/languages/index.ts";

/** Most asset reads of one question, and most statements of D1, as docs/deploy.md states them. */
const mostReads = 40;
const mostStatements = 21;

const letters = "abcdefghijklmnopqrstuvwxyz";

/** Numbers below a limit, the same in every run. */
function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % limit;
  };
}

const random = seeded(7);
const wordOf = (length: number): string =>
  Array.from({ length }, () => letters.charAt(random(letters.length))).join("");
const vocabulary = Array.from({ length: 6_000 }, (_, number) => wordOf(5 + (number % 4)));

/** A word of the vocabulary; the first ones are much the most frequent, as in any text. */
const anyWord = (): string =>
  vocabulary[Math.floor(vocabulary.length * (random(1000) / 1000) ** 3)] ?? "word";
const sentenceOf = (length: number): string => `${Array.from({ length }, anyWord).join(" ")}.`;
const articles = Array.from({ length: 1_000 }, (_, number) =>
  plainArticle(
    { id: `article-${number}`, title: `About ${anyWord()}` },
    Array.from({ length: 8 }, () => sentenceOf(14)).join(" "),
  ),
);

const misspelt = (word: string, number: number): string => {
  const place = 1 + (number % (word.length - 1));
  return `${word.slice(0, place)}${letters.charAt((number * 7) % 26)}${word.slice(place + 1)}`;
};

/** As many words as a question may have characters for. */
const filled = (words: readonly string[]): string =>
  words.reduce(
    (text, word) => (text.length + word.length < maximumQuestionLength ? `${text} ${word}` : text),
    "why",
  );

const hostile: Readonly<Record<string, string>> = {
  "misspelt words": filled(vocabulary.slice(0, 400).map(misspelt)),
  "misspelt rare words": filled(vocabulary.slice(4_000, 4_400).map(misspelt)),
  "long misspelt words": filled(
    vocabulary
      .filter(({ length }) => length === 8)
      .slice(0, 60)
      .map(misspelt),
  ),
  "frequent words": filled(vocabulary.slice(0, 400)),
  "rare words": filled(vocabulary.slice(3_000, 3_400)),
  "words in quotation marks": filled(
    vocabulary.slice(50, 450).map((word, index) => (index % 2 === 0 ? `"${word}` : `${word}"`)),
  ),
  "words with hyphens": filled(
    vocabulary.slice(0, 180).map((word, index) => `${word}-${vocabulary[index + 60]}`),
  ),
  "names of code": filled(
    vocabulary
      .slice(0, 60)
      .map((word, index) => `${word}_${vocabulary[index + 60]}.${vocabulary[index + 120]}`),
  ),
  numbers: filled(Array.from({ length: 400 }, (_, index) => `${1000 + 37 * index}`)),
  names: filled(vocabulary.slice(0, 400).map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)),
  "words without spaces": "漢字質問検索".repeat(333),
  "one word again and again": filled(Array.from({ length: 400 }, () => vocabulary[3] ?? "")),
};

/** Ordinary questions: a few words each, in short and in long sentences. */
const ordinary = Array.from({ length: 60 }, (_, index) => `How does ${sentenceOf(2 + (index % 14))}`);

let languages: Languages;

beforeAll(async () => {
  languages = await languagesOf(articles);
});

describe("a question over compiled files", () => {
  const files = new Map<string, Uint8Array>();
  let manifest: IndexManifest;

  beforeAll(async () => {
    manifest = await compileCorpus(defaultCollection, languages, {
      articles: prepareArticles(articles, languages, { title: "Test" }),
      textLength: articles.reduce((sum, { text }) => sum + text.length, 0),
      filesBeside: 0,
      write: (name, file) => void files.set(name, file),
    });
    expect(files.size).toBeGreaterThan(300);
  });

  /** A store and a language that have read nothing, with what is read of them. */
  async function coldStore(cacheLimit?: number) {
    const reads: string[] = [];
    const { lexicon, ...english } = await loadLanguage("en");
    if (lexicon === undefined) throw new Error("English has a list of words");
    const slice = (number: number): Promise<Uint8Array> => {
      reads.push(`lexicons/${number}`);
      return lexicon.read(number);
    };
    const known = new LanguageSet([{ ...english, lexicon: { slices: lexicon.slices, read: slice } }]);
    const read = async (name: string): Promise<Uint8Array> => {
      reads.push(name);
      return files.get(name) ?? new Uint8Array();
    };
    const store = new CompiledStore(manifest, read, startKernel(loadKernel()), cacheLimit);
    return { reads, answerer: createAnswerer(store, known) };
  }

  test.each(Object.entries(hostile))("of %s reads at most 40", async (_, question) => {
    const { reads, answerer } = await coldStore();
    await answerer.ask({ question, limit: 20 });
    expect(reads.length).toBeLessThanOrEqual(mostReads);
  });

  test("that is ordinary reads at most 40, for as many passages as may be asked for", async () => {
    const partial: string[] = [];
    for (const question of ordinary) {
      const { reads, answerer } = await coldStore();
      const answer = await answerer.ask({ question, limit: 20 });
      expect(reads.length, question).toBeLessThanOrEqual(mostReads);
      expect(answer.passages, question).toHaveLength(20);
      if (answer.partial) partial.push(question);
    }
    expect(partial).toEqual([]);
  });

  test("with filters reads at most 40", async () => {
    for (const filter of [{ lang: "en" }, { article: "article-7" }, { lang: "en", article: "article-7" }]) {
      const { reads, answerer } = await coldStore();
      await answerer.ask({ question: hostile["rare words"] ?? "", limit: 20, ...filter });
      expect(reads.length).toBeLessThanOrEqual(mostReads);
    }
  });

  test("has the same answer whatever was asked before it", async () => {
    const questions = [...Object.values(hostile), ...ordinary.slice(0, 10)];
    const { answerer } = await coldStore();
    const warm: Answer[] = [];
    for (const question of [...questions, ...questions])
      warm.push(await answerer.ask({ question, limit: 20 }));
    for (const [index, question] of questions.entries()) {
      const cold = await (await coldStore()).answerer.ask({ question, limit: 20 });
      expect(warm[index]).toEqual(cold);
      expect(warm[questions.length + index]).toEqual(cold);
    }
  });

  test("that asks for too much is answered from its rarest words, and says so", async () => {
    const rare =
      articles[500]?.text
        .split(/[ .]+/)
        .filter((word) => word.length === 8)
        .slice(0, 4) ?? [];
    const { answerer } = await coldStore();
    const asked = await answerer.ask({ question: rare.join(" "), limit: 5 });
    expect(asked.passages[0]?.citation.article).toBe("article-500");
    expect(asked.partial).toBeUndefined();
    const flooded = await answerer.ask({ question: filled([...vocabulary.slice(2_000, 2_400)]), limit: 5 });
    expect(flooded.partial).toBe(true);
    expect(flooded.passages).toHaveLength(5);
  });
});

test("a question over D1 makes at most twenty-one statements", async () => {
  const sqlite = sqliteDatabase();
  await ingest({
    database: sqlite,
    owner: "test",
    now: 0,
    about: describeCorpus(defaultCollection, languages),
    articles: prepareArticles(articles.slice(0, 150), languages, { title: "Test" }),
    files: [],
  });
  let statements = 0;
  const database: Database = {
    run: (run) => {
      statements += run.length;
      return sqlite.run(run);
    },
  };
  for (const question of [...Object.values(hostile), ...ordinary]) {
    statements = 0;
    const store = await openPublished(database);
    if (store === undefined) throw new Error("nothing was published");
    await createAnswerer(store, languages.set).ask({ question, limit: 20 });
    expect(statements, question).toBeLessThanOrEqual(mostStatements);
  }
});
