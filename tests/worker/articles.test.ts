import { describe, expect, test } from "vitest";
import { articleListSchema, articleSchema, passageResponseSchema } from "../../src/model/index.ts";
import { articles, serve } from "./fixture.ts";
import { problemOf, wrongFields } from "./problems.ts";

const fetch = serve();

async function listOf(path: string) {
  const response = await fetch(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("Cache-Control")).toBe("public, no-cache");
  const list = await response.json();
  // The schema drops what it does not know, so equality shows that nothing but metadata is listed.
  expect(list).toEqual(articleListSchema.parse(list));
  return articleListSchema.parse(list);
}

describe("GET /api/articles", () => {
  test("lists metadata in pages", async () => {
    const list = await listOf("/api/articles");
    expect(list).toMatchObject({ total: 3, offset: 0, limit: 50 });
    expect(list.articles.map(({ id }) => id)).toEqual(articles.map(({ id }) => id));
  });

  test.each([
    ["offset=1&limit=1", 3, ["guide/100% café?"]],
    ["offset=3", 3, []],
    ["lang=fr", 1, ["guide/100% café?"]],
    ["tag=guide&lang=en", 1, ["guide/writing"]],
    ["tag=nothing&offset=&limit=100", 0, []],
  ])("narrows by %s", async (parameters, total, ids) => {
    const list = await listOf(`/api/articles?${parameters}`);
    expect(list.total).toBe(total);
    expect(list.articles.map(({ id }) => id)).toEqual(ids);
  });

  test.each([
    ["limit=0", ["limit"]],
    ["limit=101&offset=-1", ["limit", "offset"]],
    ["article=bees", ["article"]],
    ["limit=1&limit=2", ["limit"]],
  ])("refuses %s", async (parameters, fields) => {
    expect((await wrongFields(await fetch(`/api/articles?${parameters}`))).sort()).toEqual(fields);
  });
});

describe("GET /api/articles/:id", () => {
  test.each(["guide/writing", "guide%2Fwriting", "%67uide/writing"])(
    "gives the article at %s",
    async (path) => {
      const response = await fetch(`/api/articles/${path}`);
      expect(response.status).toBe(200);
      expect(response.headers.get("Cache-Control")).toBe("public, no-cache");
      expect(articleSchema.parse(await response.json())).toEqual(articles[2]);
    },
  );

  test("finds an id whose letters and accents are sent apart, as macOS names files", async () => {
    const [, cafe] = articles;
    const apart = encodeURIComponent(cafe?.id.normalize("NFD") ?? "");
    expect(apart).not.toBe(encodeURIComponent(cafe?.id ?? ""));
    expect(articleSchema.parse(await (await fetch(`/api/articles/${apart}`)).json())).toEqual(cafe);
    expect((await fetch(`/api/passages/${apart}%3A0`)).status).toBe(200);
    const answer = await (await fetch(`/api/ask?q=midi&article=${apart}`)).json();
    expect((answer as { passages: unknown[] }).passages).toHaveLength(1);
  });

  test.each(["a%0Ab", "a%5Cb", "a%0D%0Ab", "a%E2%80%A8b"])("takes %s for an id", async (id) => {
    for (const kind of ["article", "passage"]) {
      const problem = await problemOf(await fetch(`/api/${kind}s/${id}`), 404);
      expect(problem.detail).toContain(`No ${kind} has the id ${JSON.stringify(decodeURIComponent(id))}`);
    }
  });

  test.each(articles.map(({ id }) => [id]))("takes the id %s encoded whole", async (id) => {
    const response = await fetch(`/api/articles/${encodeURIComponent(id)}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ id });
  });

  test.each(["wasps", "guide", "guide/writing/", "guide%252Fwriting", "%E0%A4", "..%2Fbees", "bees%0A"])(
    "answers 404 for %s",
    async (path) => {
      await problemOf(await fetch(`/api/articles/${path}`), 404);
    },
  );

  test("repeats the id it does not know", async () => {
    const problem = await problemOf(await fetch("/api/articles/caf%C3%A9"), 404);
    expect(problem.detail).toContain('"café"');
  });
});

describe("GET /api/passages/:id", () => {
  test.each(["bees:1", "bees%3A1", "guide/writing:0", "guide%2F100%25%20caf%C3%A9%3F%3A0"])(
    "gives the passage at %s with its citation",
    async (path) => {
      const response = await fetch(`/api/passages/${path}`);
      expect(response.status).toBe(200);
      expect(response.headers.get("Cache-Control")).toBe("public, no-cache");
      const passage = passageResponseSchema.parse(await response.json());
      const article = articles.find(({ id }) => id === passage.article);
      expect(passage.id).toBe(decodeURIComponent(path));
      expect(article?.text.slice(passage.start, passage.end)).toBe(passage.text);
      expect(passage.citation).toMatchObject({
        article: passage.article,
        start: passage.start,
        end: passage.end,
        url: `https://example.org/articles/${passage.article}/`,
      });
    },
  );

  test("keeps to itself what directives were made for its sentences", async () => {
    expect(await (await fetch("/api/passages/bees:1")).json()).not.toHaveProperty("directives");
  });

  test("links to the whole passage", async () => {
    const passage = passageResponseSchema.parse(await (await fetch("/api/passages/bees:1")).json());
    expect(passage.citation.link).toBe(
      "https://example.org/articles/bees/#:~:text=A%20hive%20in%20June%20holds,lives%20for%20about%20six%20weeks.",
    );
  });

  test.each(["bees", "bees:2", "guide/writing"])("answers 404 for %s", async (path) => {
    await problemOf(await fetch(`/api/passages/${path}`), 404);
  });
});
