import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { filesBelow } from "../src/build/files-below.ts";

const source = join(import.meta.dirname, "..", "src");

/** Names that several modules export for the same thing, and why. */
const shared: Readonly<Record<string, string>> = {
  Answerer: "answers over a store; footnote-ask/answer wraps it for users",
  createAnswerer: "creates one; footnote-ask/answer wraps it for users",
  createEngine: "each engine's side in the Worker",
  footnote: "the plugin of each generator, and the app that is mounted",
  FootnoteAsk: "the element; on a server a class that does nothing stands for it",
  register: "registers the element; on a server it does nothing",
  maximumQuestionLength: "one number; the widget takes types alone from the model",
  readFile: "a file of a D1 database's articles, or of a static build",
  take: "fills a kit of the widget's scripts with what another script lends; there are two kits",
};

/** The data of a language; each module of them has the same exports. */
const ofLanguages = /^(?:text\/lexicons|text\/languages|widget\/labels|site\/labels)\//;
/** The kernel is another language. */
const kernel = /^index\/compiled\/kernel\//;

const declared = /^export (?:async |abstract )*(?:function\*?|const|class|interface|type|enum) ([\w$]+)/gm;

test("no two exports of one name are different things", () => {
  const places = new Map<string, string[]>();
  for (const path of filesBelow(source)) {
    const file = relative(source, path).replaceAll("\\", "/");
    if (!file.endsWith(".ts") || kernel.test(file) || ofLanguages.test(file)) continue;
    for (const [, name = ""] of readFileSync(path, "utf8").matchAll(declared)) {
      const files = places.get(name) ?? [];
      if (!files.includes(file)) places.set(name, [...files, file]);
    }
  }
  expect(places.size).toBeGreaterThan(1_000);
  const twice = [...places].filter(([name, files]) => files.length > 1 && shared[name] === undefined);
  expect(twice).toEqual([]);
});
