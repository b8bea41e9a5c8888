import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BuildCache } from "../../src/build/build-cache.ts";
import { codeHash, type Stage } from "../../src/build/code-hash.ts";
import { prepareArticle } from "../../src/build/index-article.ts";
import { CorpusChangedError, publishedArticles, readCorpus } from "../../src/build/read-corpus.ts";
import { TimeLimitError } from "../../src/build/time-limit.ts";
import { parseArticle } from "../../src/corpus/formats/read.ts";

vi.mock("../../src/corpus/formats/read.ts", { spy: true });
vi.mock("../../src/build/index-article.ts", { spy: true });
vi.mock("../../src/build/code-hash.ts", { spy: true });

let folder: string;

const hashes = { parse: codeHash("parse"), analyse: codeHash("analyse") };

const files: Readonly<Record<string, string>> = {
  "corpus.yaml": "title: Insects\n",
  "bees.md":
    "---\ntags: [hive]\nquestions: [Why do bees dance?]\n---\n\n# Bees\n\n## In June\n\nBees dance. *Bees hum* in the hive.\n",
  "ants.html": "<h1>Ants</h1><p>Ants carry leaves. The queen stays at home.",
  "wasps.txt": "Wasps\n\nWasps build nests of paper.",
  "abeilles.md":
    "# Les abeilles\n\nLes abeilles dansent pour montrer où sont les fleurs. Elles volent dans les champs.",
  "lingua.md": "---\nlang: la\n---\n\nApes saltant. Apes volant in agris.",
};

function write(changed: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(changed)) {
    mkdirSync(dirname(join(folder, "corpus", path)), { recursive: true });
    writeFileSync(join(folder, "corpus", path), text);
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "survey-"));
  write(files);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.clearAllMocks();
});

/** All that a build is made of. */
async function read(cache: BuildCache) {
  const survey = await readCorpus(join(folder, "corpus"), cache);
  const published = [...publishedArticles(survey, cache)];
  cache.close();
  const { collection, problems, articles, textLength, languages } = survey;
  return { collection, problems, articles, textLength, languages: languages.codes, published };
}

const kept = () => new BuildCache(join(folder, "build.db"));
/** One whose file cannot be: its folder is a file. */
const none = () => new BuildCache(join(folder, "corpus", "bees.md", "build.db"));

test("an article that takes too long to index keeps its page, and the others are indexed", async () => {
  vi.mocked(prepareArticle).mockImplementationOnce(() => {
    throw new TimeLimitError("not done in time");
  });
  const told = vi.spyOn(console, "error").mockReturnValue(undefined);
  const { published } = await read(none());
  const passages = published.map(({ passages }) => passages.length > 0);
  expect(passages).toEqual([false, true, true, true, true]);
  expect(published[0]?.content).not.toBe("");
  expect(String(told.mock.calls)).toContain("abeilles.md takes too long to index");
  told.mockRestore();
});

describe("a corpus that was built before", () => {
  test("costs no parse and no analysis", async () => {
    const before = await read(kept());
    expect(before.published).toHaveLength(5);
    vi.clearAllMocks();
    expect(await read(kept())).toEqual(before);
    expect(parseArticle).not.toHaveBeenCalled();
    expect(prepareArticle).not.toHaveBeenCalled();
  });

  test("costs one parse and one analysis when one article changed", async () => {
    await read(kept());
    vi.clearAllMocks();
    write({ "bees.md": "# Bees\n\nBees sleep.\n" });
    await read(kept());
    expect(parseArticle).toHaveBeenCalledTimes(1);
    expect(prepareArticle).toHaveBeenCalledTimes(1);
  });

  test.each<[what: string, change: Readonly<Record<string, string>>]>([
    ["an article's text", { "bees.md": "# Bees\n\nBees sleep.\n" }],
    ["an article's metadata", { "bees.md": "---\ntags: [wax]\nlang: de\n---\n\n# Bees\n\nBees dance.\n" }],
    ["an article that is now a draft", { "bees.md": `---\ndraft: true\n---\n\nBees.` }],
    ["an article that is now wrong", { "bees.md": "---\npublished: 2026-02-30\n---\n\nBees." }],
    ["a new article", { "deep/hornets.md": "Hornets buzz." }],
    ["the same text under another name", { "bees2.md": files["bees.md"] ?? "" }],
    ["the language of the corpus", { "corpus.yaml": "title: Insects\nlang: de\n" }],
    ["the title of the corpus, which stands on every page", { "corpus.yaml": "title: Bees dance.\n" }],
    ["the synonyms", { "corpus.yaml": "title: Insects\nsynonyms: [[bee, apis]]\n" }],
    ["the address", { "corpus.yaml": "title: Insects\nbaseUrl: https://insects.example\n" }],
    // Latin has no rules of its own: it is read by those of the language of most articles.
    [
      "which language most articles are in",
      {
        "a.md": `---\nlang: fr\n---\n\nOui.`,
        "b.md": `---\nlang: fr\n---\n\nNon.`,
        "c.md": `---\nlang: fr\n---\n\nSi.`,
      },
    ],
  ])("is built as without a cache when what changed is %s", async (_, change) => {
    const before = await read(kept());
    write(change);
    const after = await read(kept());
    expect(after).toEqual(await read(none()));
    expect(after).not.toEqual(before);
  });

  test.each<[stage: Stage, parses: number, analyses: number]>([
    // The articles that come out are the same, so their analysis is too.
    ["parse", 5, 0],
    ["analyse", 0, 5],
  ])("goes through the stage %s again when its code is another", async (changed, parses, analyses) => {
    await read(kept());
    vi.clearAllMocks();
    vi.mocked(codeHash).mockImplementation((stage) => (stage === changed ? "other" : hashes[stage]));
    await read(kept());
    vi.mocked(codeHash).mockReset();
    expect(parseArticle).toHaveBeenCalledTimes(parses);
    expect(prepareArticle).toHaveBeenCalledTimes(analyses);
  });

  test("tells again what is wrong with it", async () => {
    write({ "bees.md": "---\ndate: soon\n---\n\nBees." });
    const first = await read(kept());
    expect(first.problems).toMatchObject([{ path: "bees.md", line: 2, severity: "warning" }]);
    expect(await read(kept())).toEqual(first);
  });
});

test("a file that changes between the two readings ends the build", async () => {
  const cache = none();
  const survey = await readCorpus(join(folder, "corpus"), cache);
  write({ "wasps.txt": "Wasps sting." });
  expect(() => [...publishedArticles(survey, cache)]).toThrow(CorpusChangedError);
});

describe("images of a corpus", () => {
  const drawing = (width: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="4"/>`;
  const pages = (published: readonly { content: string }[]) => published.map(({ content }) => content).join();

  test("are served with their size by names of their content, and are looked at again in each build", async () => {
    write({ "a.md": "---\ndraft: false\n---\n\nBees.\n\n![A bee](bee.svg)\n", "bee.svg": drawing(8) });
    const before = await read(kept());
    expect(before.problems).toEqual([]);
    expect(pages(before.published)).toMatch(
      /<img src="\/static\/images\/[0-9a-f]{32}\.svg" width="8" height="4" alt="A bee" loading="lazy">/,
    );
    write({ "bee.svg": drawing(16) });
    vi.mocked(parseArticle).mockClear();
    expect(pages((await read(kept())).published)).toContain('width="16" height="4"');
    expect(parseArticle).not.toHaveBeenCalled();
    rmSync(join(folder, "corpus", "bee.svg"));
    const after = await read(kept());
    expect(pages(after.published)).not.toContain("<img");
    expect(after.problems).toEqual([
      {
        path: "a.md",
        line: 7,
        message: "shows an image that is not in the corpus folder; add it, or correct the path",
        detail: "bee.svg",
        severity: "warning",
      },
    ]);
  });

  test("are no matter where the page is elsewhere", async () => {
    write({ "a.md": "---\nurl: https://other.example/a\n---\nBees. ![A bee](bee.svg)" });
    expect((await read(none())).problems).toEqual([]);
  });
});
