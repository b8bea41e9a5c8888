import type { Context } from "hono";
import { beforeAll, expect, test } from "vitest";
import type { Answerer } from "../../../src/answer/answer.ts";
import { loadKernel } from "../../../src/build/engines/compiled/kernel.ts";
import { IndexUnavailableError } from "../../../src/index/store.ts";
import { buildIndex, createAnswerer, type Index } from "../../../src/node/answer.ts";
import english from "../../../src/text/languages/en.ts";
import { loadLanguage } from "../../../src/text/languages/index.ts";
import { encodeLexicon } from "../../../src/text/lexicon.ts";
import { createEngine } from "../../../src/worker/engines/compiled/engine.ts";
import type { AppEnv } from "../../../src/worker/env.ts";
import { server } from "../../../src/worker/platform.ts";
import { fixtureCorpus } from "../../setup/output.ts";

const file = "lexicons/en-0123456789.bin";
let index: Index;
let list: Uint8Array;

beforeAll(async () => {
  index = await buildIndex(fixtureCorpus);
  const lexicon = await (await loadLanguage("en")).lexicon?.();
  if (lexicon === undefined) throw new Error("English has no lexicon");
  list = encodeLexicon(lexicon);
});

/** The answerer of a Worker, whose languages are without their lists, and the assets that it has read. */
async function openWorker(failures = 0): Promise<{ answerer: Answerer; read: string[] }> {
  const read: string[] = [];
  const fetch = async (request: Request | URL | string): Promise<Response> => {
    const name = new URL(String(request)).pathname.slice(1);
    read.push(name);
    if (name !== file) return new Response(Buffer.from(index.files.get(name) ?? ""));
    return read.filter((other) => other === file).length <= failures
      ? new Response("", { status: 500 })
      : new Response(Buffer.from(list));
  };
  const engine = createEngine({
    languages: [english],
    lexicons: { en: file },
    settings: index.manifest,
    kernel: loadKernel(),
    platform: server,
  });
  const context = { env: { ASSETS: { fetch } } } as unknown as Context<AppEnv>;
  return { answerer: await engine.open(context), read };
}

const inArticles = "What is the battery of the R2 model?";
const unknown = "Why was the R2 model delaied by the goverment of Slovenia?";

test("a Worker reads the words of a language from an asset, once, and when a question has a word that no article has", async () => {
  const { answerer, read } = await openWorker();
  const isRead = (): number => read.filter((name) => name === file).length;
  await answerer.ask({ question: "model", limit: 5 });
  expect(isRead()).toBe(0);
  await answerer.ask({ question: unknown, limit: 5 });
  expect(isRead()).toBe(1);
  await answerer.ask({ question: "What is a quarck?", limit: 5 });
  expect(isRead()).toBe(1);
});

test("its answers are those of Node, whose languages have their lists with them", async () => {
  const { answerer } = await openWorker();
  const inNode = await createAnswerer(index);
  for (const question of [inArticles, unknown, "model", "What is a quarck?", "delayd modl"])
    expect(await answerer.ask({ question, limit: 5 })).toEqual(await inNode.ask(question));
});

test("a list that cannot be read is read again with the next question", async () => {
  const { answerer } = await openWorker(1);
  await expect(answerer.ask({ question: unknown, limit: 5 })).rejects.toThrow(IndexUnavailableError);
  expect((await answerer.ask({ question: unknown, limit: 5 })).question).toBe(unknown);
});
