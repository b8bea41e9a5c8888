import { describe, expect, expectTypeOf, test } from "vitest";
import { createClient, ServiceError } from "../../src/api/client.ts";
import type { Answer, Article } from "../../src/model/index.ts";
import { articles, serve } from "./fixture.ts";

const service = serve();
const asked: string[] = [];
const client = createClient("https://service.invalid/", {
  fetch: (url, init) => {
    asked.push(`${init.method} ${url}`);
    return service(url, init);
  },
});

describe("the client", () => {
  test("asks in the address and in the body", async () => {
    const answer = await client.ask({ q: "Why dance & sing?", limit: 2, tag: undefined });
    expectTypeOf(answer).toEqualTypeOf<Answer>();
    expect(answer.question).toBe("Why dance & sing?");
    expect(asked.at(-1)).toBe("GET https://service.invalid/api/ask?q=Why+dance+%26+sing%3F&limit=2");
    expect(await client.askInBody({ question: "Why dance & sing?", limit: 2 })).toEqual(answer);
    expect(await client.askMany({ questions: [{ question: "Why dance & sing?", limit: 2 }] })).toEqual({
      answers: [answer],
    });
  });

  test.each(articles.map(({ id }) => [id]))("reads article %s and its passages", async (id) => {
    const article = await client.readArticle({ id });
    expectTypeOf(article).toExtend<Article>();
    expect(article).toEqual(articles.find((candidate) => candidate.id === id));
    expect(await client.readPassage({ id: `${id}:0` })).toMatchObject({ article: id });
  });

  test("lists articles and asks for health without parameters", async () => {
    expect((await client.listArticles({})).total).toBe(3);
    expect((await client.health({})).status).toBe("ok");
    expect(asked.at(-1)).toBe("GET https://service.invalid/healthz");
  });

  test("rejects with the problem that the service told", async () => {
    const error = await client.readArticle({ id: "wasps" }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ServiceError);
    expect(error).toMatchObject({ problem: { status: 404, title: "Not Found" } });
    expect(String(error)).toContain('"wasps"');
  });

  test("makes a problem of an answer from something else", async () => {
    const other = createClient("https://service.invalid", {
      fetch: async () => new Response("<h1>Bad gateway</h1>", { status: 502, statusText: "Bad Gateway" }),
    });
    await expect(other.health({})).rejects.toMatchObject({ problem: { status: 502, title: "Bad Gateway" } });
  });
});
