import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { articleExtensions } from "../../src/corpus/formats/index.ts";
import { loadCorpus, readArticles } from "../../src/corpus/load.ts";
import { formatKinds, formatProblem, warning } from "../../src/corpus/problem.ts";

let base: string;
let folder: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "corpus-"));
  folder = join(base, "corpus");
  await mkdir(folder);
});

afterEach(() => rm(base, { recursive: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

const problems = async (): Promise<string[]> => (await loadCorpus(folder)).problems.map(formatProblem);

describe("a path that an article gives as its url", () => {
  const files = {
    "lid.md": "---\nurl: /lid\n---\nThe lid is hot.",
    "door.md": "---\nurl: https://example.com/d\n---\nIt is.",
  };
  const urls = async () => (await loadCorpus(folder)).articles.map(({ url }) => url);

  test("leads nowhere when nothing says on which site: the service shows the article, and says so", async () => {
    await write(files);
    expect(await urls()).toEqual(["https://example.com/d", "/articles/lid/"]);
    expect(await problems()).toEqual([
      expect.stringMatching(/^lid\.md:1: note: has a path as its url, and no baseUrl .*: \/lid$/),
    ]);
  });

  test("is a page of the site that baseUrl names", async () => {
    await write({ ...files, "corpus.yaml": "baseUrl: https://example.com" });
    expect(await urls()).toEqual(["https://example.com/d", "/lid"]);
  });
});

describe("authors by their keys", () => {
  test.each([
    ["blog/authors.yml", "ann:\n  name: Ann Smith\n  url: https://example.com"],
    ["blog/.authors.yml", "authors:\n  ann:\n    name: Ann Smith"],
    ["_data/authors.yml", "ann: { name: Ann Smith }\nbob: {}"],
    ["../_data/authors.json", '{"ann": {"name": "Ann Smith"}}'],
  ])("have the names that %s gives", async (file, declared) => {
    await write({ [file]: declared, "blog/lid.md": "---\nauthors: [ann, bob]\n---\nThe lid is hot." });
    expect((await loadCorpus(folder)).articles.map(({ authors }) => authors)).toEqual([["Ann Smith", "bob"]]);
  });

  test.each(["- a\n- b", "a: [", "text"])(
    "stay as they are where the file says nothing: %s",
    async (declared) => {
      await write({ "authors.yml": declared, "lid.md": "---\nauthor: ann\n---\nThe lid is hot." });
      expect((await loadCorpus(folder)).articles.map(({ authors }) => authors)).toEqual([["ann"]]);
    },
  );
});

test("Old versions of Docusaurus are told apart without a setting", async () => {
  await write({ "versioned_docs/version-29.7/lid.md": "Hot.", "docs/lid.md": "Hot still." });
  expect((await loadCorpus(folder)).articles.map(({ version }) => version)).toEqual([undefined, "29.7"]);
});

describe("corpus.yaml beside a site", () => {
  const read = (site?: { settings: string }) =>
    readArticles(
      folder,
      (sources) => sources.map(() => ({ isArticle: true, problems: [] })),
      undefined,
      site,
    );

  test("counts when the site's folder has none, and is named where it is", async () => {
    await write({ "index.html": "<p>Text.", "../corpus.yaml": "title: Beside\ntitel: Wrong" });
    const { collection, problems } = await read({ settings: base });
    expect(collection.title).toBe("Beside");
    expect(problems.map(({ path, line }) => [join(folder, path), line])).toEqual([
      [join(base, "corpus.yaml"), 2],
    ]);
  });

  test("counts no more when the site's folder has its own", async () => {
    await write({
      "index.html": "<p>Text.",
      "corpus.yaml": "title: Within",
      "../corpus.yaml": "title: Beside",
    });
    expect((await read({ settings: base })).collection.title).toBe("Within");
  });

  test("is none of a corpus that is published alone", async () => {
    await write({ "index.html": "<p>Text.", "../corpus.yaml": "title: Beside" });
    expect((await read()).collection.title).toBe("Articles");
  });
});

describe("a corpus folder", () => {
  test("is read at any depth, in the order of the bytes of the ids", async () => {
    await write({
      "b.txt": "Text.",
      "a/z/deep.markdown": "Text.",
      "a/b.html": "<p>Text.",
      "a.md": "Text.",
      "Z.htm": "<p>Text.",
      "ä.TXT": "Text.",
      "\u{1F600}.txt": "Text.",
      "\uFF5E.txt": "Text.",
      "picture.png": "\x00",
      README: "No article.",
      ".hidden.md": "No article.",
      ".git/a.md": "No article.",
    });
    const done: string[] = [];
    await readArticles(
      folder,
      (sources, _, begin) =>
        sources.map((source) => {
          begin(source);
          return { isArticle: true, problems: [] };
        }),
      (count, total, { path, size }) => done.push(`${count}/${total} ${path} ${size}`),
    );
    const corpus = await loadCorpus(folder);
    expect(corpus.problems).toEqual([]);
    expect(corpus.collection).toMatchObject({
      title: "Articles",
      baseUrl: "",
      url: [],
      engine: "compiled",
      plan: "free",
      include: [],
      exclude: [],
      synonyms: [],
    });
    expect(corpus.articles.map(({ id }) => id)).toEqual([
      "Z",
      "a",
      "a/b",
      "a/z/deep",
      "b",
      "ä",
      "\uFF5E",
      "\u{1F600}",
    ]);
    // Each is named with its size before it is read, so that one that takes long is named while it does.
    expect(done).toHaveLength(8);
    expect(done[0]).toMatch(/^0\/8 Z\.\w+ \d+$/);
    expect(done[3]).toMatch(/^3\/8 a\/z\/deep\.\w+ \d+$/);
  });

  test("is described by corpus.yaml", async () => {
    const yaml =
      "title: News\nbaseUrl: https://example.com/\nlang: de-AT\nengine: d1\nplan: paid\nsynonyms:\n  - [car, automobile]\n";
    await write({ "corpus.yaml": yaml, "a.md": "Text." });
    const corpus = await loadCorpus(folder);
    expect(corpus).toMatchObject({ problems: [], articles: [{ lang: "de" }] });
    expect(corpus.collection).toMatchObject({
      title: "News",
      baseUrl: "https://example.com",
      url: [],
      lang: "de",
      engine: "d1",
      plan: "paid",
      include: [],
      exclude: [],
      synonyms: [["car", "automobile"]],
    });
  });

  test("tells what is wrong in corpus.yaml", async () => {
    await write({
      "corpus.yaml": "baseUrl: example.com\nname: x\nengine: fast\nplan: pro\nsynonyms:\n  - [a, b]\n  - c\n",
      "a.md": "Text.",
    });
    expect(await problems()).toEqual([
      "corpus.yaml:1: baseUrl must be a URL that starts with https:// or http://",
      'corpus.yaml:2: warning: unknown key "name" is ignored; known keys are title, baseUrl, url, lang, version, noindex, intro, logo, image, colours, nav, footer, engine, plan, include, exclude, synonyms',
      "corpus.yaml:3: engine must be compiled (the default) or d1",
      "corpus.yaml:4: plan must be free (the default) or paid",
      "corpus.yaml:7: synonyms[1] must be a list of words, such as [car, automobile]",
    ]);
  });

  test("tells of more groups of synonyms than a service carries", async () => {
    const groups = Array.from({ length: 10_001 }, (_, number) => `  - [word${number}, other${number}]`);
    await write({ "corpus.yaml": `synonyms:\n${groups.join("\n")}\n`, "a.md": "Text." });
    expect(await problems()).toEqual([
      "corpus.yaml:1: synonyms has 10001 groups, over the 10000 that a service can carry; keep those whose words readers do ask with",
    ]);
  });

  test.each([
    ["https://a.example/x?y=1", "must end with a path: leave out what begins with ? or #"],
    ["https://a.example/#z", "must end with a path: leave out what begins with ? or #"],
    ["https://user:pw@a.example/", "must hold no user name and password"],
  ])("refuses %s as a baseUrl", async (baseUrl, message) => {
    await write({ "corpus.yaml": `baseUrl: ${baseUrl}\n`, "a.md": "Text." });
    expect(await problems()).toEqual([`corpus.yaml:1: baseUrl ${message}`]);
  });

  test("reads a baseUrl of many slashes in time", async () => {
    const baseUrl = `https://a.example${"/".repeat(200_000)}x`;
    await write({ "corpus.yaml": `baseUrl: ${baseUrl}/\n`, "a.md": "Text." });
    expect((await loadCorpus(folder)).collection.baseUrl).toBe(baseUrl);
  });

  test("leaves out a page that is nested too deeply, and reads the others", async () => {
    await write({
      "deep.html": `<title>Deep</title>${"<span>".repeat(4000)}<p>Words.</p>`,
      "ok.html": "<title>Ok</title><p>Bees dance in the hive.</p>",
    });
    const { articles, problems } = await loadCorpus(folder);
    expect(articles.map(({ id }) => id)).toContain("ok");
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("tells every error of every file, by path and line", async () => {
    await write({
      "b.md": "---\ntitle: [x]\ndraft: perhaps\n---\nText.",
      "a.txt": "Text.",
      "a.md": "Text.",
      "c/d.html": "",
      "ok.md": "Text.",
    });
    expect(await problems()).toEqual([
      "a.txt:1: warning: differs from another article in its extension alone, and is left out: as a.md is taken",
      "b.md:3: draft must be true or false",
      "c/d.html:1: warning: holds no text besides its headings, and is left out",
    ]);
  });

  test("that is missing, or holds no article, is an error", async () => {
    expect(await problems()).toEqual([
      `${folder}:1: holds no article; add a file that ends in ${articleExtensions}, or one that is not a draft`,
    ]);
    await write({ "a.md": "---\ndraft: true\n---\nText." });
    expect(await problems()).toHaveLength(1);
    const missing = join(base, "missing");
    expect((await loadCorpus(missing)).problems.map(formatProblem)).toEqual([
      `${missing}:1: cannot be read as the corpus folder: no such file or directory; create it, or name another one`,
    ]);
    await writeFile(missing, "a file");
    expect((await loadCorpus(missing)).problems.map(formatProblem)).toEqual([
      `${missing}:1: cannot be read as the corpus folder: not a directory; create it, or name another one`,
    ]);
  });

  test("is not read where a file is too large", async () => {
    await write({ "a.md": "Text.", "large.md": "Text." });
    await truncate(join(folder, "large.md"), 50_000_000);
    expect(await problems()).toEqual([
      "large.md:1: warning: is larger than 10 MB, and is left out; cut it into articles: 50000000 bytes",
    ]);
  });
});

describe("symbolic links", () => {
  test("are followed inside the folder", async () => {
    await write({ "a/b.md": "Text." });
    await symlink(join(folder, "a"), join(folder, "linked"));
    await symlink("a/b.md", join(folder, "c.md"));
    const corpus = await loadCorpus(folder);
    expect(corpus.problems).toEqual([]);
    expect(corpus.articles.map(({ id }) => id)).toEqual(["a/b", "c", "linked/b"]);
  });

  test("that lead out, to nothing or in circles are not followed", async () => {
    await write({ "a/b.md": "Text." });
    await mkdir(join(base, "corpus-other"));
    await writeFile(join(base, "secret.md"), "Text.");
    await symlink(join(base, "secret.md"), join(folder, "secret.md"));
    await symlink(join(base, "corpus-other"), join(folder, "other"));
    await symlink("nowhere.md", join(folder, "gone.md"));
    await symlink(folder, join(folder, "a/loop"));
    await symlink("self", join(folder, "self"));
    const out =
      "warning: is a symbolic link that leads out of the corpus folder, and is not followed; copy what it leads to";
    await symlink("gone.js", join(folder, "script.js"));
    const corpus = await loadCorpus(folder);
    expect(corpus.articles.map(({ id }) => id)).toEqual(["a/b"]);
    expect(corpus.problems.map(formatProblem)).toEqual([
      "a/loop:1: warning: is a symbolic link to a folder that it is itself in, and is not followed",
      "gone.md:1: warning: cannot be read, and is left out: no such file or directory",
      `other:1: ${out}`,
      `secret.md:1: ${out}`,
      "self:1: warning: cannot be read, and is left out: too many symbolic links encountered",
    ]);
  });
});

describe("sources that say what they are made into", () => {
  test("are the pages that are made of them, the pages of folders among them", async () => {
    await write({
      "index.html.md": "# Home\n\nText.",
      "guide/index.html.markdown": "# Guide\n\nSee [the lid](../lid.html).",
      "lid.html.md": "# Lid\n\nIt is hot.",
      "old.htm.txt": "It was hot.",
      "corpus.yaml": 'baseUrl: https://example.com\nurl: "/{path}.html"',
    });
    const { articles, problems } = await loadCorpus(folder);
    expect(articles.map(({ id, url }) => [id, url])).toEqual([
      ["guide/index", "/guide/"],
      ["index", "/"],
      ["lid", "/lid.html"],
      ["old", "/old.html"],
    ]);
    expect(problems.map(formatProblem)).toEqual([]);
  });

  test("are left out beside what is made of them, which they are copies of", async () => {
    await write({ "lid.html": "<p>It is hot.", "lid.html.md": "It is hot." });
    expect((await loadCorpus(folder)).articles.map(({ id }) => id)).toEqual(["lid"]);
    expect(await problems()).toContain(
      "lid.html.md:1: warning: differs from another article in its extension alone, and is left out: as lid.html is taken",
    );
  });
});

describe("files that are no articles, or are named oddly", () => {
  test("are told in a line each, and the others are read", async () => {
    await write({
      "good.md": "Text.",
      "index.html.html": "Text.",
      "a/index.html/b.md": "Text.",
      "a.md": "Text.",
    });
    await writeFile(join(folder, "zeros.md"), Buffer.alloc(5_000));
    await writeFile(join(folder, "wide.txt"), Buffer.from("Bees dance.", "utf16le"));
    await symlink("/dev/null", join(folder, "null.md"));
    const { articles, problems } = await loadCorpus(folder);
    expect(articles.map(({ id }) => id)).toEqual(["a", "good"]);
    expect(problems.map(formatProblem).toSorted()).toEqual([
      "a/index.html/b.md:1: warning: is named as pages of folders are, and is left out; name it otherwise",
      "index.html.html:1: warning: is named as pages of folders are, and is left out; name it otherwise",
      expect.stringMatching(/^null\.md:1: warning: is a symbolic link/),
      "wide.txt:1: warning: is not text, or UTF-16 without a mark, and is left out; save it in UTF-8",
      "zeros.md:1: warning: is not text, or UTF-16 without a mark, and is left out; save it in UTF-8",
    ]);
  });

  test.skipIf(process.platform !== "linux")("with a name that is not UTF-8 are told so", async () => {
    const named = (name: readonly number[]): Buffer =>
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name), Buffer.from(".md")]);
    await write({ "good.md": "Text." });
    await writeFile(named([0x62, 0xfc]), "Bees dance.");
    await symlink("good.md", named([0x6c, 0xe9]));
    await mkdir(Buffer.concat([Buffer.from(`${folder}/d`), Buffer.from([0xff])]));
    const { articles, problems } = await loadCorpus(folder);
    expect(articles.map(({ id }) => id)).toEqual(["good"]);
    expect(problems.map(formatProblem).toSorted()).toEqual(
      ["b\uFFFD.md", "d\uFFFD", "l\uFFFD.md"].map(
        (name) => `${name}:1: warning: has a name that is not UTF-8, and is left out; rename it`,
      ),
    );
  });

  test("cannot forge a line of the report, nor articles what is seen of them", async () => {
    expect(formatProblem(warning("l\nfake.md:1: ok\u001b[31m\u202e.md", 1, "is odd"))).toBe(
      "l\\nfake.md:1: ok\\u001b[31m\\u202e.md:1: warning: is odd",
    );
    await write({
      "a.md": '---\ntitle: "a\\u0000b\\u001b[31m\\u202ec"\n---\nText.',
      "b.md": "---\ntitle: '   '\n---\nText.",
    });
    expect((await loadCorpus(folder)).articles.map(({ title }) => title)).toEqual(["a b [31m c", "B"]);
  });
});

describe("the files of a corpus", () => {
  const ids = async (): Promise<string[]> => (await loadCorpus(folder)).articles.map(({ id }) => id);
  const files = {
    "a.md": "Text.",
    "guide/_index.md": "Text.",
    "guide/_partial.mdx": "Text.",
    "node_modules/pkg/README.md": "Text.",
    "docs/node_modules/pkg/README.md": "Text.",
    "_drafts/plan.md": "Secret.",
    "_includes/x.html": "<p>Text.",
    "help/include/menu.md": "- [A](a.md)",
    "_layouts/x.html": "<p>Text.",
    "LICENSE.txt": "Text.",
    "sub/LICENSE-MIT.txt": "Text.",
    "robots.txt": "User-agent: *",
    "404.html": "<h1>Not found</h1><p>There is nothing here.</p>",
    "fr/404.md": "Introuvable.",
    "requirements.txt": "flask==2.0",
    "old/v1/x.md": "Text.",
    "b.textile": "Text.",
    "c/d.docx": "x",
    "c/e.docx": "x",
  };

  test("do not hold what is no article, and the build says so", async () => {
    await write(files);
    expect(await ids()).toEqual(["a", "guide/_index", "old/v1/x"]);
    const { problems: all } = await loadCorpus(folder);
    expect(all.every(({ severity }) => severity === "note")).toBe(true);
    expect(
      formatKinds(all)
        .map((line) => line.replace(/ \[\d.*/, ""))
        .toSorted(),
    ).toEqual([
      'note: is left out by its name; in corpus.yaml, exclude: ["!name"] takes it',
      "note: is not read: its format is none of those of articles",
    ]);
  });

  test.each(["oven.1", "oven.8", "guests.csv", "oven.creole", "oven.xlsx"])(
    "names %s, which is somebody's text",
    async (path) => {
      await write({ "a.md": "Text.", [path]: "x" });
      expect(await problems()).toEqual([
        `${path}:1: note: is not read: its format is none of those of articles: ${path.slice(path.lastIndexOf("."))}`,
      ]);
    },
  );

  test.each(["oven.mkdn", "oven.mdwn", "oven.livemd"])("%s is Markdown", async (path) => {
    await write({ [path]: "# Oven\n\n*Hot*." });
    expect((await loadCorpus(folder)).articles).toMatchObject([{ title: "Oven", text: "Hot." }]);
  });

  test("hold pages about language models, and no copies for them", async () => {
    await write({
      "components/llms/a.md": "Text.",
      "llms/b.md": "Text.",
      "public/llms/c.md": "Text.",
      "x/llms/d.txt": "Text.",
    });
    expect(await ids()).toEqual(["components/llms/a"]);
  });

  test("are chosen by include and exclude", async () => {
    await write({ ...files, "corpus.yaml": "exclude: [old/, '!_drafts/']" });
    expect(await ids()).toEqual(["_drafts/plan", "a", "guide/_index"]);
    await write({ "corpus.yaml": "include: guide/" });
    expect(await ids()).toEqual(["guide/_index"]);
    await write({ "corpus.yaml": "include: ['*.md']\nexclude: ['**/v1/**', guide]" });
    expect(await ids()).toEqual(["a"]);
  });

  test("have the language of most when they say too little", async () => {
    const text =
      "The ferry leaves the harbour at nine in the morning and comes back at ten in the evening. ".repeat(3);
    await write({
      "a.md": text,
      "b.md": "# Max\n\nReturns max of args.",
      "c.md": "```\n{{ math.Sum 1 2 }}\n```",
    });
    expect((await loadCorpus(folder)).articles.map(({ lang }) => lang)).toEqual(["en", "en", "en"]);
  });

  test("are told of in a line for each kind, with three places", () => {
    const kinds = formatKinds([
      ...["a", "b", "c", "d"].map((name) => warning(`${name}.md`, 1, "is odd", name === "d" ? "y" : "x")),
      warning("e.md", 2, "is even"),
      warning("f.md", 1, "is plain"),
      warning("g.md", 1, "is plain"),
    ]);
    expect(kinds).toEqual([
      "warning: is odd [4: a.md:1 (x), d.md:1 (y), b.md:1 (x), …]",
      "e.md:2: warning: is even",
      "warning: is plain [2: f.md:1, g.md:1]",
    ]);
  });
});
