import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadKernel } from "../../../src/build/engines/compiled/kernel.ts";
import { pack } from "../../../src/build/engines/compiled/pack.ts";
import { analyseArticle } from "../../../src/index/analyse-passage.ts";
import { fileCount, filesOf } from "../../../src/index/compiled/format/index-format.ts";
import { type IndexManifest, indexFormat } from "../../../src/index/compiled/format/manifest.ts";
import { FileBudget } from "../../../src/index/compiled/read/file-budget.ts";
import { startKernel } from "../../../src/index/compiled/read/kernel.ts";
import { CompiledStore } from "../../../src/index/compiled/store.ts";
import { compileIndex } from "../../../src/index/compiled/write/compile.ts";
import type { PartLengths } from "../../../src/index/compiled/write/parts.ts";
import { IndexUnavailableError, type WeightedTerm } from "../../../src/index/store.ts";
import { analyserVersion } from "../../../src/text/analyser.ts";
import { corpora, languages, queries, sampleCorpora, type TestCorpus, tellingCorpora } from "../corpora.ts";
import { search } from "../search.ts";
import { describeStore } from "../store.contract.ts";

const kernel = loadKernel();

/** A compiled index in memory. */
interface Compiled {
  readonly manifest: IndexManifest;
  readonly files: Map<string, Uint8Array>;
}

/** Parts as short as those of a larger corpus are. */
const inParts: PartLengths = { pages: 120, postings: 60 };

async function compile({ info, articles }: TestCorpus, parts?: PartLengths): Promise<Compiled> {
  const files = new Map<string, Uint8Array>();
  const { root } = await compileIndex({
    articles: articles.map((split) => analyseArticle(split, languages.of(split.article.lang))),
    textLength: articles.reduce((sum, { article }) => sum + article.text.length, 0),
    mostPages: 7_000,
    parts,
    pack,
    write: (name, file) => void files.set(name, file),
  });
  return { manifest: { ...info, format: indexFormat, analyser: analyserVersion, root }, files };
}

function open({ manifest, files }: Compiled, cacheLimit?: number): CompiledStore {
  const read = async (name: string): Promise<Uint8Array> => {
    const file = files.get(name);
    if (file === undefined) throw new IndexUnavailableError(`${name} is missing`);
    return file;
  };
  return new CompiledStore(manifest, read, startKernel(kernel), cacheLimit);
}

describeStore("compiled", async (corpus) => open(await compile(corpus)), { scoreTolerance: 1e-6, runs: 60 });
describeStore("compiled, in parts", async (corpus) => open(await compile(corpus, inParts)), {
  scoreTolerance: 1e-6,
  runs: 20,
});

test("parts are more, and a question may read of them what it may of whole files", async () => {
  let more = 0;
  await fc.assert(
    fc.asyncProperty(corpora, async (corpus) => {
      const plain = await compile(corpus);
      const cut = await compile(corpus, inParts);
      if (cut.files.size > plain.files.size) more++;
      expect(fileCount(cut.manifest.root)).toBe(fileCount(plain.manifest.root));
      const words = corpus.articles.flatMap(({ article }) => article.text.toLowerCase().split(/\P{L}+/u));
      const terms = [...new Set(words)].slice(0, 200);
      const keys = Array.from({ length: plain.manifest.passages }, (_, key) => key);
      const allowed = (compiled: Compiled) => {
        const budget = open(compiled).budget({}, 20);
        return [budget.terms(terms), budget.missing(terms), budget.words(terms), budget.passages(keys)];
      };
      expect(allowed(cut)).toEqual(allowed(plain));
    }),
    { numRuns: 20 },
  );
  expect(more).toBeGreaterThan(10);
});

const names = Array.from({ length: 60 }, (_, number) => `term${number}`);
const docIds = names.map((_, docId) => docId);
/** Of an index in which each term and each passage has a file of its own. */
const ownFiles = (filters: readonly string[] = [], shown = 20): FileBudget =>
  new FileBudget(
    { term: (term) => names.indexOf(term), near: () => [0, 1], passage: (docId) => docId },
    120,
    filters,
    shown,
  );

test("a question reads 40 files, and leaves 20 for passages", () => {
  const budget = ownFiles(["filters/0"]);
  // Of the 20 for others one is the filter's.
  expect(budget.terms(names)).toEqual(names.slice(0, 19));
  expect(budget.passages(docIds)).toEqual(docIds.slice(0, 20));
  // What was read once is free.
  expect(budget.terms(names.slice(0, 3))).toEqual(names.slice(0, 3));
  expect(budget.passages([0, 19, 20])).toEqual([0, 19]);
});

test.each([
  [1, 14],
  [14, 14],
  [17, 17],
  [20, 20],
  [50, 20],
])("of the 40 files an answer of %i passages keeps %i for them", (shown, kept) => {
  const budget = ownFiles([], shown);
  expect(budget.terms(names)).toEqual(names.slice(0, 40 - kept));
  expect(budget.passages(docIds)).toEqual(docIds.slice(0, kept));
});

test("what tells the meaning of words that the index lacks is among them, and leaves 12 for passages", () => {
  const budget = ownFiles();
  expect(budget.terms(names)).toEqual(names.slice(0, 20));
  expect(budget.words(names.slice(0, 4))).toEqual(names.slice(0, 4));
  expect(budget.missing(["another"])).toEqual(["another"]);
  expect(budget.standIns(names.slice(20))).toEqual(names.slice(20, 22));
  expect(budget.words(names)).toEqual(names.slice(0, 4));
  expect(budget.missing(["a third"])).toEqual(["a third"]);
  expect(budget.passages(docIds)).toEqual(docIds.slice(0, 12));
});

test("passages that were read need none of what is kept for them", () => {
  const budget = ownFiles();
  expect(budget.passages(docIds.slice(0, 15))).toEqual(docIds.slice(0, 15));
  expect(budget.terms(names)).toEqual(names.slice(0, 20));
  expect(budget.words(names)).toEqual(names.slice(0, 5));
  expect(budget.passages(docIds)).toEqual(docIds.slice(0, 15));
});

test("a question has 96 terms at most, whatever files they are in", () => {
  const many = Array.from({ length: 120 }, (_, number) => `term${number}`);
  const budget = new FileBudget({ term: () => undefined, near: () => [], passage: () => 0 }, 120, [], 20);
  expect(budget.terms(many)).toEqual(many.slice(0, 96));
  expect(budget.standIns(many.slice(96))).toEqual([]);
});

test("of the dictionary a question reads eight files, all that a word could be in or none", () => {
  const near = (word: string): readonly number[] =>
    ({ a: [0, 1, 2], b: [2, 3, 4, 5], c: [5, 6, 7, 8], d: [6, 7] })[word] ?? [];
  const budget = new FileBudget({ term: () => 0, near, passage: () => 0 }, 120, [], 20);
  expect(budget.missing(["a", "b", "c", "d"])).toEqual(["a", "b", "d"]);
  expect(budget.missing(["c"])).toEqual([]);
});

test("files of two kinds are two, though they have one number", () => {
  const budget = new FileBudget(
    { term: (term) => names.indexOf(term), near: (word) => [Number(word)], passage: (docId) => docId },
    120,
    [],
    20,
  );
  expect(budget.passages(docIds.slice(0, 10))).toHaveLength(10);
  expect(budget.missing(["0", "1"])).toHaveLength(2);
  expect(budget.terms(names)).toEqual(names.slice(0, 18));
  expect(budget.passages(docIds)).toHaveLength(20);
});

test("of words of languages a question reads eight files, and more where the index has fewer than it may read", () => {
  expect(ownFiles().words(names)).toEqual(names.slice(0, 8));
  const small = new FileBudget({ term: () => 0, near: () => [], passage: () => 0 }, 10, [], 20);
  expect(small.words(names)).toEqual(names.slice(0, 28));
});

describeStore("compiled, nothing kept in memory", async (corpus) => open(await compile(corpus), 0), {
  scoreTolerance: 1e-6,
  runs: 10,
});

describe("damaged files", () => {
  const firstPage = ({ manifest, files }: Compiled): string =>
    filesOf(manifest.root, "pages").find((name) => files.has(name)) ?? "";

  /** Reads all there is to read. */
  async function readAll(store: CompiledStore, terms: readonly WeightedTerm[]): Promise<unknown> {
    const keys = Array.from({ length: store.info.passages }, (_, key) => key);
    return [
      await search(store, terms, { lang: "en", tag: "bees" }, 1000),
      await search(store, terms, {}, 1000),
      await store.similarTerms(["foragr"]),
      await store.passages(keys),
      await store.articles({}, 0, 1000),
    ];
  }

  /** Expects what is read to be right, or not to be given at all. */
  async function expectRightOrRefused(
    compiled: Compiled,
    terms: readonly WeightedTerm[],
    expected: unknown,
  ): Promise<void> {
    try {
      expect(await readAll(open(compiled), terms)).toEqual(expected);
    } catch (error) {
      expect(error).toBeInstanceOf(IndexUnavailableError);
    }
  }

  /** Indexed once for all kinds of damage. */
  const sampled = sampleCorpora(30);
  const wholes = new Map<TestCorpus, Promise<Compiled>>();
  const compileOnce = (corpus: TestCorpus): Promise<Compiled> => {
    const known = wholes.get(corpus) ?? compile(corpus);
    wholes.set(corpus, known);
    return known;
  };

  const damaged = (damage: (files: Map<string, Uint8Array>, name: string, number: number) => void) => {
    const one = fc.constantFrom(...sampled);
    const property = fc.asyncProperty(
      one,
      queries,
      fc.nat(),
      fc.nat(),
      async (corpus, terms, fileNumber, number) => {
        const whole = await compileOnce(corpus);
        const expected = await readAll(open(whole), terms);
        const files = new Map(whole.files);
        const name = [...files.keys()][fileNumber % files.size] ?? "";
        damage(files, name, number);
        await expectRightOrRefused({ ...whole, files }, terms, expected);
      },
    );
    return tellingCorpora(fc.assert(property, { numRuns: 60 }));
  };

  test("a flipped bit is found", async () => {
    await damaged((files, name, number) => {
      const file = files.get(name)?.slice() ?? new Uint8Array();
      const place = number % file.length;
      file[place] = (file[place] ?? 0) ^ (1 << (number % 8));
      files.set(name, file);
    });
  });

  test("a cut file is found", async () => {
    await damaged((files, name, number) => {
      const file = files.get(name) ?? new Uint8Array();
      files.set(name, file.subarray(0, number % file.length));
    });
  });

  test("a file in the place of another kind's, or of another of its series, is found", async () => {
    const placeIn = (name: string): string => name.replace(/[^/]+(?=\/\d+\.bin$)/, "");
    await damaged((files, name, number) => {
      const others = [...files].filter(([other]) => placeIn(other) !== placeIn(name));
      const [, other] = others[number % others.length] ?? [];
      if (other !== undefined) files.set(name, other);
    });
  });

  test("a file that is not what its name says is refused by name", async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (corpus) => {
        const compiled = await compile(corpus);
        const name = firstPage(compiled);
        compiled.files.set(name, new TextEncoder().encode("[]"));
        const reading = open(compiled).passages([0]);
        await expect(reading).rejects.toThrow(IndexUnavailableError);
        await expect(reading).rejects.toThrow(`${name} is damaged or belongs to another index`);
      }),
      { numRuns: 5 },
    );
  });

  test("a missing file is refused, and read again when it is back", async () => {
    await fc.assert(
      fc.asyncProperty(corpora, async (corpus) => {
        const compiled = await compile(corpus);
        const store = open(compiled);
        const name = firstPage(compiled);
        const page = compiled.files.get(name) ?? new Uint8Array();
        compiled.files.delete(name);
        await expect(store.passages([0])).rejects.toThrow(IndexUnavailableError);
        compiled.files.set(name, page);
        expect(await store.passages([0])).toHaveLength(1);
      }),
      { numRuns: 5 },
    );
  });
});
