/** What engines read of a build: its files, the words of its languages, and whether it is one that this code can read. */
import { env } from "cloudflare:test";
import { openEngine } from "footnote:fixture";
import type { Context } from "hono";
import { describe, expect, test, vi } from "vitest";
import type { IndexManifest } from "../../src/index/compiled/format/manifest.ts";
import { IndexUnavailableError } from "../../src/index/store.ts";
import { encodeSuggestions, suggestionFile } from "../../src/index/suggestions.ts";
import english from "../../src/text/languages/en.ts";
import { packLexicon } from "../../src/text/lexicon.ts";
import { readAsset } from "../../src/worker/engines/assets.ts";
import { createEngine } from "../../src/worker/engines/compiled/engine.ts";
import { staticEngine } from "../../src/worker/engines/engine.ts";
import { withLexicons } from "../../src/worker/engines/lexicons.ts";
import type { AppEnv, Env } from "../../src/worker/env.ts";
import { server } from "../../src/worker/platform.ts";

type Read = (address: string) => Promise<Response>;

/** Assets that are read by a function. */
const over = (read: Read): Pick<Env, "ASSETS"> => ({
  ASSETS: { fetch: (input) => read(input instanceof Request ? input.url : String(input)) },
});

/** What a promise is rejected with. */
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("a file of the build", () => {
  test("is read by its name, to its end though who asked for it has left", async () => {
    const waitUntil = vi.fn();
    const asked: string[] = [];
    const assets = over(async (address) => {
      asked.push(address);
      return new Response("bees");
    });
    const bytes = await readAsset(assets, "index/a.bin", { waitUntil });
    expect(new TextDecoder().decode(bytes)).toBe("bees");
    expect(asked).toEqual(["https://assets.invalid/index/a.bin"]);
    expect(waitUntil).toHaveBeenCalledOnce();
    await expect(waitUntil.mock.calls[0]?.[0]).resolves.toBeInstanceOf(Uint8Array);
  });

  test("that is not there is told by its name and status, and what it failed of is kept", async () => {
    const waitUntil = vi.fn();
    const missing = await failureOf(
      readAsset(
        over(async () => new Response(null, { status: 404 })),
        "a.bin",
        { waitUntil },
      ),
    );
    expect(missing).toBeInstanceOf(IndexUnavailableError);
    expect(missing).toMatchObject({ message: "asset a.bin answered 404: deploy again" });
    const reset = new TypeError("reset");
    const broken = await failureOf(
      readAsset(
        over(() => Promise.reject(reset)),
        "a.bin",
        { waitUntil },
      ),
    );
    expect(broken).toBeInstanceOf(IndexUnavailableError);
    expect(broken).toMatchObject({ message: "asset a.bin could not be read", cause: reset });
    // Nobody is told of it twice.
    for (const [work] of waitUntil.mock.calls) await expect(work).resolves.toBeUndefined();
  });
});

describe("the words of a language", () => {
  const slices = packLexicon({
    words: new Set(["hive"]),
    names: new Set(["ada"]),
    kinds: new Set(["bee"]),
  });
  const [slice = new Uint8Array()] = slices;
  const { lexicon: _, ...bare } = english;

  test("are read by slices from its folder, and a page in the place of one is refused", async () => {
    const files: Record<string, BodyInit> = {
      "/lexicons/en-1/0.bin": slice as BodyInit,
      "/lexicons/en-1/1.bin": "<!doctype html>",
    };
    const assets = over(
      async (address) => new Response(files[new URL(address).pathname] ?? "", { status: 200 }),
    );
    const { lexicon } = withLexicons(
      [bare],
      { en: { folder: "lexicons/en-1", slices: 2 } },
      assets,
      server,
    ).of("en");
    expect(lexicon?.slices).toBe(2);
    expect(await lexicon?.read(0)).toEqual(slice);
    for (const number of [1, 2]) {
      const refused = await failureOf(lexicon?.read(number) ?? Promise.resolve());
      expect(refused).toBeInstanceOf(IndexUnavailableError);
      expect(refused).toMatchObject({
        message: `asset lexicons/en-1/${number}.bin is not what was built: deploy again`,
      });
    }
  });

  test("stay with a language that brings its own", () => {
    const own = { ...bare, lexicon: { slices: 1, read: async () => slice } };
    expect(
      withLexicons(
        [own],
        {},
        over(async () => new Response()),
        server,
      ).of("en"),
    ).toBe(own);
    expect(withLexicons([own], { de: { folder: "lexicons/de", slices: 9 } }, env, server).of("en")).toBe(own);
  });
});

describe("suggestions among the assets", () => {
  const bytes = encodeSuggestions([{ kind: "title", text: "Bees", title: "Bees", url: "/articles/bees/" }]);
  const unasked = () => Promise.reject(new Error("no answerer is opened for them"));

  test("are read once for all requests, again after a failure, and to the end though who asked has left", async () => {
    const waitUntil = vi.fn();
    const asked: string[] = [];
    let isThere = false;
    const assets = over(async (address) => {
      asked.push(new URL(address).pathname);
      return isThere ? new Response(bytes as BodyInit) : new Response(null, { status: 404 });
    });
    const context = { env: assets } as unknown as Context<AppEnv>;
    const { openSuggestions } = staticEngine(unasked, { waitUntil });
    expect(await failureOf(openSuggestions(context))).toBeInstanceOf(IndexUnavailableError);
    isThere = true;
    const [suggest] = await Promise.all([openSuggestions(context), openSuggestions(context)]);
    expect(await openSuggestions(context)).toBe(suggest);
    expect(suggest("bee", 5)).toHaveLength(1);
    expect(asked).toEqual([`/${suggestionFile}`, `/${suggestionFile}`]);
    expect(waitUntil).toHaveBeenCalledTimes(2);
  });
});

describe("a compiled index", () => {
  const context = { env } as unknown as Context<AppEnv>;

  test("is opened once for all requests", async () => {
    const { open } = openEngine();
    expect(await open(context)).toBe(await open(context));
  });

  test("that was made by another version is refused, and nothing of it is read", async () => {
    const manifest = { analyser: 0, format: 0 } as unknown as IndexManifest;
    const { open } = createEngine({
      languages: [english],
      settings: manifest,
      kernel: {} as WebAssembly.Module,
      platform: server,
    });
    const refused = await failureOf(open(context));
    expect(refused).toBeInstanceOf(IndexUnavailableError);
    expect(refused).toMatchObject({ message: expect.stringContaining("build and deploy again") });
  });
});
