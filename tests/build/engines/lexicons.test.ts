import type { Context } from "hono";
import { beforeAll, expect, test } from "vitest";
import type { Answerer } from "../../../src/answer/answer.ts";
import { loadKernel } from "../../../src/build/engines/compiled/kernel.ts";
import { IndexUnavailableError } from "../../../src/index/store.ts";
import { buildIndex, createAnswerer, type Index } from "../../../src/node/answer.ts";
import english from "../../../src/text/languages/en.ts";
import { loadLanguage } from "../../../src/text/languages/index.ts";
import { createEngine } from "../../../src/worker/engines/compiled/engine.ts";
import type { AppEnv } from "../../../src/worker/env.ts";
import { server } from "../../../src/worker/platform.ts";
import { fixtureCorpus } from "../../setup/output.ts";

const folder = "lexicons/en-0123456789";
let index: Index;
let slices: Uint8Array[];

beforeAll(async () => {
  index = await buildIndex(fixtureCorpus);
  const { lexicon } = await loadLanguage("en");
  if (lexicon === undefined) throw new Error("English has no lexicon");
  slices = await Promise.all(Array.from({ length: lexicon.slices }, (_, slice) => lexicon.read(slice)));
});

/** The answerer of a Worker, whose languages are without their lists, and the assets that it has read. */
async function openWorker(
  failures = 0,
  failure = new Response("", { status: 500 }),
): Promise<{ answerer: Answerer; read: string[] }> {
  const read: string[] = [];
  const fetch = async (request: Request | URL | string): Promise<Response> => {
    const name = new URL(String(request)).pathname.slice(1);
    read.push(name);
    if (!isSlice(name)) return new Response(Buffer.from(index.files.get(name) ?? ""));
    return read.filter(isSlice).length <= failures
      ? failure.clone()
      : new Response(Buffer.from(slices[Number(/(\d+)\.bin$/.exec(name)?.[1])] ?? ""));
  };
  const engine = createEngine({
    languages: [english],
    lexicons: { en: { folder, slices: slices.length } },
    settings: index.manifest,
    kernel: loadKernel(),
    platform: server,
  });
  const context = { env: { ASSETS: { fetch } } } as unknown as Context<AppEnv>;
  return { answerer: await engine.open(context), read };
}

const isSlice = (name: string): boolean => name.startsWith(folder);
const inArticles = "What is the battery of the R2 model?";
const unknown = "Why was the R2 model delaied by the goverment of Slovenia?";

test("a Worker reads of the words of a language a slice for each word that no article has, once", async () => {
  const { answerer, read } = await openWorker();
  const isRead = (): number => read.filter(isSlice).length;
  await answerer.ask({ question: "model", limit: 5 });
  expect(isRead()).toBe(0);
  for (const question of ["Is the model a quarck?", "Was a quarck the model?"]) {
    await answerer.ask({ question, limit: 5 });
    expect(isRead()).toBe(1);
  }
});

test("a question of many words that no article has reads no more than it may, and says that it could not look at all", async () => {
  const { answerer, read } = await openWorker();
  const words = Array.from(
    { length: 80 },
    (_, number) => `quarck${"abcdefghij"[number % 10]}ly${"klmnopqr"[Math.floor(number / 10)]}`,
  );
  const answer = await answerer.ask({ question: words.join(" "), limit: 5 });
  // The free plan lets a request make fifty reads.
  expect(read.length).toBeLessThan(50);
  expect(read.filter(isSlice).length).toBeGreaterThanOrEqual(8);
  expect(answer.partial).toBe(true);
});

test("its answers are those of Node, whose languages have their lists with them", async () => {
  const { answerer } = await openWorker();
  const inNode = await createAnswerer(index);
  for (const question of [inArticles, unknown, "model", "What is a quarck?", "delayd modl"])
    expect(await answerer.ask({ question, limit: 5 })).toEqual(await inNode.ask(question));
});

test.each([
  ["cannot be read", new Response("", { status: 500 })],
  ["is a page", new Response("<!doctype html><title>Home</title>")],
])("a slice that %s is read again with the next question", async (_, failure) => {
  const { answerer } = await openWorker(1, failure);
  await expect(answerer.ask({ question: unknown, limit: 5 })).rejects.toThrow(IndexUnavailableError);
  expect((await answerer.ask({ question: unknown, limit: 5 })).question).toBe(unknown);
});
