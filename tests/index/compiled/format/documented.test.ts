import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileCorpus } from "../../../../src/build/engines/compiled/compile-corpus.ts";
import { prepareArticles } from "../../../../src/build/index-article.ts";
import { languagesOf } from "../../../../src/build/languages.ts";
import { defaultCollection } from "../../../../src/corpus/collection.ts";
import { plainArticle } from "../../../../src/corpus/formats/plain.ts";
import { checked } from "../../../../src/index/compiled/format/content-hash.ts";
import { addressAt } from "../../../../src/index/compiled/format/index-format.ts";
import { inflate } from "../../../../src/shared/deflate.ts";

const document = readFileSync("docs/index-format.md", "utf8");

/** The bytes that lines of a block begin with; what follows two spaces explains them. */
const bytesOf = (block: string): number[] =>
  block.split("\n").flatMap((line) => {
    const [digits = ""] = line.split("  ");
    return digits === "" ? [] : digits.split(" ").map((byte) => Number.parseInt(byte, 16));
  });

const blocks = new Map(
  Array.from(document.matchAll(/```hex ?([^\n]*)\n([^`]*)```/g), ([, name = "", block = ""]) => [
    name === "" ? "postings" : name,
    bytesOf(block),
  ]),
);

const articles = [
  plainArticle({ id: "bread", title: "Bread" }, "Rye bread needs a sour start. A sour start takes days."),
  plainArticle({ id: "yeast", title: "Yeast" }, "Bread needs yeast."),
];

async function compile() {
  const languages = await languagesOf(articles);
  const files = new Map<string, Uint8Array>();
  const { root } = await compileCorpus(defaultCollection, languages, {
    articles: prepareArticles(articles, languages, defaultCollection),
    textLength: 100,
    filesBeside: 0,
    write: async (name, file) => {
      const kind = name.split("/")[1] ?? "";
      files.set(kind, await inflate(checked(name, file, `${kind}/0`)));
    },
  });
  return { root, files };
}

test("docs/index-format.md shows the bytes that the writer writes", async () => {
  const { root, files } = await compile();
  expect(blocks.get("postings")).toEqual([...(files.get("postings") ?? [])]);
  expect(blocks.get("filters")).toEqual([...(files.get("filters") ?? [])]);
  const directory = blocks.get("pages 0 8") ?? [];
  const page = files.get("pages") ?? new Uint8Array();
  expect(directory).toEqual([...page.subarray(0, directory.length)]);
  const pieces = new TextDecoder().decode(page.subarray(directory.length));
  expect(pieces).toContain(/^`(\[":.*\])`\.$/m.exec(document)?.[1]);
  for (const [, member = "", value = ""] of document.matchAll(/^\| `(\w+)` \| `([^`…]+)`/gm)) {
    const shown: unknown = JSON.parse(value);
    expect(root, member).toHaveProperty(member, shown);
  }
  expect(addressAt(root.files.postings, 0)).toBe(/postings\/(\w+)\/0\.bin/.exec(document)?.[1]);
});
