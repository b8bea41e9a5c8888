import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadCorpus } from "../../../src/corpus/load.ts";
import { sampleOf } from "../../../src/corpus/site/common-parts.ts";
import { blocksOf } from "../read.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-common-"));
});
afterEach(() => rm(folder, { recursive: true }));

const things = ["jar", "lid", "shelf", "spoon", "oven", "kettle", "rack"];

/** Writes a page about each thing, all of one template. */
async function writePages(names: readonly string[]): Promise<void> {
  for (const name of names) {
    const menu = '<div class="head"><p>Kitchen &amp; Co, the shop for all that you cook with.</p></div>';
    const page = `<title>Kitchen &amp; Co</title><body>${menu}<h1>About the ${name}</h1><p>The ${name} is made of glass and holds one litre.</p><h2>Notes</h2><p>Ask us about it.</p><p>Wash the ${name} by hand.</p><p>Last changed on 3 May 2024.</p></body>`;
    await writeFile(join(folder, `${name}.html`), page);
  }
}

test("what stands on most pages is about none of them, titles too", async () => {
  await writePages(things);
  const { articles } = await loadCorpus(folder);
  expect(articles.map(({ title }) => title)).toEqual(things.toSorted().map((name) => `About the ${name}`));
  expect(articles[0] && blocksOf(articles[0])).toEqual([
    "paragraph: The jar is made of glass and holds one litre.",
    "heading2: Notes",
    "paragraph: Wash the jar by hand.",
  ]);
});

test("a few pages show nothing about a template", async () => {
  await writePages(things.slice(0, 3));
  const { articles } = await loadCorpus(folder);
  expect(articles[0]?.text).toContain("Last changed on 3 May 2024.");
});

test("pages that are alike as a whole stay", async () => {
  for (const name of things)
    await writeFile(join(folder, `${name}.html`), "<title>Copy</title><p>All of the text.</p>");
  expect((await loadCorpus(folder)).articles).toHaveLength(things.length);
});

test("of many paths some are looked at, evenly apart", () => {
  const paths = Array.from({ length: 240 }, (_, index) => `${index}`);
  expect(sampleOf(paths).slice(0, 3)).toEqual(["0", "10", "20"]);
  expect(sampleOf(paths)).toHaveLength(24);
  expect(sampleOf(["a", "b"])).toEqual(["a", "b"]);
  expect(sampleOf([])).toEqual([]);
});
