import { describe, expect, test } from "vitest";
import { citedAddresses } from "../../../src/build/cited-addresses.ts";
import { parseCollection } from "../../../src/corpus/collection.ts";
import { formatProblem } from "../../../src/corpus/problem.ts";
import { addressOf } from "../../../src/corpus/site/addresses.ts";
import { articleOf } from "../read.ts";

const collectionOf = (text: string) => parseCollection({ path: "corpus.yaml", bytes: Buffer.from(text) });
const by = (pattern: string, path: string, known = {}): string | undefined =>
  addressOf(path, known, [{ folder: "", pattern }]);

describe("the address of an article by a pattern", () => {
  test("is its path, without index, numbers that order, and dates", () => {
    expect(by("/{path}", "guide/env-and-mode.md")).toBe("/guide/env-and-mode");
    expect(by("/{path}", "guide/index.md")).toBe("/guide");
    expect(by("/{path}/", "guide/_index.md")).toBe("/guide/");
    expect(by("/{path}", "README.md")).toBe("/");
    expect(by("/docs/{path}/", "index.md")).toBe("/docs/");
    expect(by("/{path}", "02-guide/10_first steps.md")).toBe("/guide/first%20steps");
    expect(by("/{path}", "posts/2024-05-03-oven.md")).toBe("/posts/oven");
    expect(by("/{path}", "2024/404.md")).toBe("/2024/404");
    expect(by("/{id}", "02-guide/index.md")).toBe("/02-guide/index");
  });

  test("ends as the site's pages do, and folders are folders", () => {
    expect(by("/{path}.html", "guide/env.md")).toBe("/guide/env.html");
    expect(by("/{path}.html", "guide/index.md")).toBe("/guide/");
    expect(by("/{file}", "guide/index.html")).toBe("/guide/");
    expect(by("/{file}", "guide/a b.html")).toBe("/guide/a%20b.html");
  });

  test("takes the slug, the date and the permalink of the article", () => {
    const known = { slug: "hot-oven", published: "2024-05-03T10:00:00Z" };
    expect(by("/blog/{slug}", "posts/oven.md", known)).toBe("/blog/hot-oven");
    expect(by("/{year}/{month}/{day}/{slug}.html", "posts/oven.md", known)).toBe("/2024/05/03/hot-oven.html");
    expect(by("/{path}", "posts/oven.md", { permalink: "/kitchen/oven/" })).toBe("/kitchen/oven/");
    expect(by("/{path}", "posts/oven.md", { permalink: "/:categories/:title/" })).toBe("/posts/oven");
    expect(by("/{path}", "posts/oven.md", { permalink: "/{{ slug }}/" })).toBe("/posts/oven");
    expect(by("/{path}", "posts/oven.md", { ...known, permalink: "/:year/:title.html" })).toBe(
      "/2024/hot-oven.html",
    );
    expect(by("/{path}", "posts/oven.md", { permalink: "/pretty" })).toBe("/posts/oven");
    expect(by("https://b.example/{path}", "oven.md", { permalink: "/stove" })).toBe(
      "https://b.example/stove",
    );
  });

  test("takes a slug with slashes for the path, and that of an index for its folder's name", () => {
    expect(by("/docs/{path}", "kitchen/oven.md", { slug: "/heat/oven" })).toBe("/docs/heat/oven");
    expect(by("/docs/{path}", "kitchen/oven.md", { slug: "heat/oven/" })).toBe("/docs/heat/oven");
    expect(by("/docs/{path}", "kitchen/intro.md", { slug: "/" })).toBe("/docs/");
    expect(by("/{path}/", "posts/oven/index.md", { slug: "stove" })).toBe("/posts/stove/");
  });

  test("is by the innermost folder that has one", () => {
    const { collection } = collectionOf(
      "baseUrl: https://a.example\nurl:\n  .: /{path}\n  blog/: /news/{slug}\n  blog/old: https://old.example/{path}.html\n",
    );
    const of = (path: string) => addressOf(path, {}, collection.url);
    expect([of("a.md"), of("blog/b.md"), of("blog/old/x/c.md"), of("blogs/d.md")]).toEqual([
      "/a",
      "/news/b",
      "https://old.example/x/c.html",
      "/blogs/d",
    ]);
  });

  test("gives way to what the article says itself", () => {
    const { collection } = collectionOf("baseUrl: https://a.example\nurl: /{path}\n");
    expect(articleOf("b/c.md", "# C\n\nText.", collection).url).toBe("/b/c");
    expect(articleOf("b/c.md", "---\nurl: /d\n---\n# C\n\nText.", collection).url).toBe("/d");
  });
});

describe("corpus.yaml", () => {
  test("refuses a pattern that cannot be filled, or that is no address", () => {
    const problems = (url: string) =>
      collectionOf(`baseUrl: https://a.example\nurl: ${url}\n`).problems.map(formatProblem);
    expect(problems('"/{name}"')).toHaveLength(1);
    expect(problems('"{path}"')).toHaveLength(1);
    expect(problems('"//{path}"')).toHaveLength(1);
    expect(problems('"/{path}.html"')).toEqual([]);
  });

  test("without a baseUrl leads to no page that is elsewhere", () => {
    const { collection, problems } = collectionOf("url: /{path}\n");
    expect(collection.url).toEqual([]);
    expect(problems.map(formatProblem)).toEqual([
      "corpus.yaml:1: warning: url has paths, and no baseUrl says on which site; it is left out, and the service shows the articles",
    ]);
    expect(collectionOf("url: https://a.example/{path}\n").collection.url).toHaveLength(1);
  });
});

test("the build says which addresses answers link to, where only a baseUrl is given", () => {
  const articles = ["/articles/a/", "https://b.example/", "/articles/c/", "/articles/d/", "/articles/e/"].map(
    (url) => ({ url }),
  );
  const { collection } = collectionOf("baseUrl: https://vite.example/\n");
  expect(citedAddresses(collection, articles).map(formatProblem)).toEqual([
    "corpus.yaml:1: note: answers will link to the addresses below, by baseUrl alone; if your site shows the articles elsewhere, say so by url, such as url: /{path}: https://vite.example/articles/a/ https://vite.example/articles/c/ https://vite.example/articles/d/",
  ]);
  expect(citedAddresses({ ...collection, baseUrl: "" }, articles)).toEqual([]);
  expect(citedAddresses(collection, [{ url: "https://b.example/" }])).toEqual([]);
});
