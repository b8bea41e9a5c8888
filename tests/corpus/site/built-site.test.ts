import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadCorpus } from "../../../src/corpus/load.ts";
import { isBuiltSite } from "../../../src/corpus/site/built-site.ts";
import { blocksOf } from "../read.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-site-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** Those articles with their dates, authors and the places of their headings. */
async function wholeArticlesOf(generator: string): Promise<object[]> {
  await cp(`tests/fixtures/sites/${generator}`, folder, { recursive: true });
  await writeFile(join(folder, "corpus.yaml"), "baseUrl: https://oven.example\n");
  const { articles, problems } = await loadCorpus(folder);
  expect(problems.filter(({ severity }) => severity !== "note")).toEqual([]);
  return articles.map((article) => {
    const { title, url, authors, published, updated, blocks } = article;
    const dates = { ...(published && { published }), ...(updated && { updated }) };
    const anchors = blocks.flatMap(({ anchor }) => anchor ?? []);
    return {
      title,
      url: url.replace("https://oven.example", ""),
      ...dates,
      authors,
      anchors,
      blocks: blocksOf(article),
    };
  });
}

/** The articles of a site as its generator builds it, and where they say that they are. */
async function articlesOf(generator: string, baseUrl = "https://oven.example") {
  await cp(`tests/fixtures/sites/${generator}`, folder, { recursive: true });
  await writeFile(join(folder, "corpus.yaml"), `baseUrl: ${baseUrl}\n`);
  const { articles, problems } = await loadCorpus(folder);
  expect(problems.filter(({ severity }) => severity !== "note")).toEqual([]);
  return articles.map((article) => ({ title: article.title, url: article.url, blocks: blocksOf(article) }));
}

test("pages whose place is not known are copies that search engines are not to show", async () => {
  await cp("tests/fixtures/sites/vitepress", folder, { recursive: true });
  expect((await loadCorpus(folder)).collection).toMatchObject({ baseUrl: "", noindex: true });
  await writeFile(join(folder, "corpus.yaml"), "noindex: false\n");
  expect((await loadCorpus(folder)).collection.noindex).toBe(false);
});

test("a relative canonical address is one on the site", async () => {
  await mkdir(join(folder, "guide"));
  await writeFile(join(folder, "index.html"), "<title>Oven</title><main><p>Hot.</p></main>");
  for (const [name, href] of Object.entries({
    a: "a-new/",
    b: "/other.html",
    c: "",
    d: "https://d.example/d",
  })) {
    const head = `<title>Page ${name}</title><link rel="canonical" href="${href}">`;
    await writeFile(join(folder, "guide", `${name}.html`), `${head}<main><p>Text of ${name}.</p></main>`);
  }
  await writeFile(join(folder, "corpus.yaml"), "baseUrl: https://oven.example\n");
  const { articles } = await loadCorpus(folder);
  expect(articles.map(({ url }) => url)).toEqual([
    "/guide/a-new/",
    "/other.html",
    "/guide/c.html",
    "https://d.example/d",
    "/",
  ]);
});

describe("a built site is read as it is", () => {
  test("of VitePress", async () => {
    expect(await articlesOf("vitepress")).toEqual([
      {
        title: "Cleaning",
        url: "/guide/clean.html",
        blocks: [
          "paragraph: Wipe the oven with vinegar.",
          "paragraph: TIP",
          "paragraph: Let it cool down first.",
          "code: oven clean\noven dry",
        ],
      },
      { title: "Oven", url: "/", blocks: ["paragraph: An oven for small kitchens."] },
    ]);
  });

  test("of Starlight", async () => {
    expect(await articlesOf("starlight")).toEqual([
      {
        title: "Cleaning",
        url: "/guides/clean/",
        blocks: [
          "paragraph: Wipe the oven with vinegar.",
          "heading2: Racks",
          "paragraph: Soak them overnight.",
          "code: rack: steel\n  soak: true",
        ],
      },
      { title: "Oven", url: "/", blocks: ["paragraph: An oven for small kitchens."] },
    ]);
  });

  test("of Sphinx", async () => {
    expect(await articlesOf("sphinx")).toEqual([
      {
        title: "1. Cleaning",
        url: "/clean.html",
        blocks: [
          "paragraph: Wipe the oven with vinegar.",
          "heading2: clean(minutes)",
          "paragraph: Cleans the oven for a number of minutes and then cools it down, so that nobody burns a hand. The door stays shut meanwhile, and a light tells that it is still too hot to be opened.",
        ],
      },
      { title: "Oven", url: "/", blocks: ["paragraph: An oven for small kitchens."] },
    ]);
  });

  test("of mdBook", async () => {
    expect(await articlesOf("mdbook")).toEqual([
      {
        title: "Heat",
        url: "/ch01/heat.html",
        blocks: ["paragraph: An oven heats to 200 degrees.", "code: fn heat() {\n    on();\n}"],
      },
      { title: "Ovens", url: "/", blocks: ["paragraph: Ovens bake bread."] },
    ]);
  });

  test("of Docusaurus, whose pages say themselves where they are", async () => {
    expect(await articlesOf("docusaurus")).toEqual([
      {
        title: "Intro",
        url: "https://oven.example/docs/intro",
        blocks: [
          "paragraph: Switch the oven on.",
          "paragraph: note",
          "paragraph: It is heavy.",
          "code: oven on\noven off",
        ],
      },
      { title: "Oven", url: "/", blocks: ["paragraph: An oven for small kitchens."] },
    ]);
  });
});

test("a folder of articles is no built site", () => {
  expect(isBuiltSite(["index.html", "a/b.html"])).toBe(true);
  expect(isBuiltSite(["a.html", "b.html"])).toBe(false);
  expect(isBuiltSite(["index.html"])).toBe(false);
  expect(isBuiltSite(["index.html", "a.md", "b.md", "c.md", "d.html"])).toBe(false);
});

describe("a built site is read whole, with dates, authors and places", () => {
  const home = (url: string) => ({
    title: "Ovens",
    url,
    authors: [],
    anchors: [],
    blocks: ["paragraph: An oven for small kitchens."],
  });

  test("of Hugo", async () => {
    expect(await wholeArticlesOf("hugo")).toEqual([
      home("/"),
      {
        title: "Cleaning",
        url: "/posts/clean/",
        published: "2024-05-06T09:30:00+02:00",
        updated: "2024-06-01T00:00:00Z",
        authors: [],
        anchors: ["racks"],
        blocks: [
          "paragraph: Wipe the oven with vinegar.",
          "heading2: Racks",
          "code: oven clean\noven dry",
          "list: The white one.",
        ],
      },
    ]);
  });

  test("of Jekyll", async () => {
    expect(await wholeArticlesOf("jekyll")).toEqual([
      {
        title: "Cleaning",
        url: "/2024/05/06/clean.html",
        published: "2024-05-06T09:30:00+00:00",
        updated: "2024-06-01T00:00:00+00:00",
        authors: ["Ann Smith"],
        anchors: ["racks"],
        blocks: [
          "paragraph: Wipe the oven with vinegar.",
          "heading2: Racks",
          "paragraph: Soak them overnight.",
          "code: oven clean\noven dry",
        ],
      },
      expect.objectContaining({ title: "Ovens", url: "/" }),
    ]);
  });

  test("of MkDocs", async () => {
    expect(await wholeArticlesOf("mkdocs")).toEqual([
      {
        title: "Cleaning",
        url: "/guide/clean/",
        authors: [],
        anchors: ["racks"],
        blocks: [
          "paragraph: Wipe the oven with vinegar.",
          "paragraph: Let it cool",
          "paragraph: The door stays hot.",
          "heading2: Why does it smell?",
          "paragraph: Because something burns.",
          "heading2: Racks",
          "paragraph: Soak them overnight.",
          "paragraph: run.sh",
          "code: oven clean\noven dry",
        ],
      },
      home("/"),
    ]);
  });

  test("of Next's export", async () => {
    expect(await wholeArticlesOf("next")).toEqual([
      {
        title: "Heat",
        url: "/docs/heat/",
        authors: [],
        anchors: ["fan"],
        blocks: [
          "paragraph: Set it to 200 degrees and wait for nine minutes.",
          "heading2: Fan",
          "code: fan.on()\nfan.off()",
        ],
      },
      home("/"),
    ]);
  });

  test("of Eleventy", async () => {
    expect(await wholeArticlesOf("eleventy")).toEqual([
      {
        title: "Cleaning",
        url: "/guide/clean.html",
        published: "2024-05-06",
        authors: [],
        anchors: ["racks"],
        blocks: [
          "paragraph: Wipe the oven with vinegar.",
          "heading2: Racks",
          "paragraph: Soak them overnight.",
        ],
      },
      home("/"),
    ]);
  });
});

test("pages that describe a program come without the lists of its names, wherever they are", async () => {
  const page = (title: string) =>
    `<html><head><title>${title}</title></head><body><main><p>${title} is hot.</p></main></body></html>`;
  await mkdir(join(folder, "api/kitchen/class-use"), { recursive: true });
  for (const path of [
    "guide.html",
    "package-use.html",
    "api/index.html",
    "api/index-all.html",
    "api/allclasses-index.html",
    "api/kitchen/Oven.html",
    "api/kitchen/package-tree.html",
    "api/kitchen/class-use/Oven.html",
  ])
    await writeFile(join(folder, path), page(path));
  const { articles, problems } = await loadCorpus(folder);
  expect(articles.map(({ id }) => id)).toEqual(["api/index", "api/kitchen/Oven", "guide"]);
  expect(problems.map(({ path }) => path)).toContain("api/kitchen/class-use/Oven.html");
  await rm(join(folder, "api"), { recursive: true });
  expect((await loadCorpus(folder)).articles.map(({ id }) => id)).toEqual(["guide", "package-use"]);
});
