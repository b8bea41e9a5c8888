import { expect, test } from "vitest";
import { plainArticle } from "../../../../src/corpus/formats/plain.ts";
import { writeTable } from "../../../../src/index/compiled/format/string-table.ts";
import { PassageFileWriter } from "../../../../src/index/compiled/write/passage-file-writer.ts";
import { seriesKey } from "../../../../src/index/compiled/write/series-key.ts";

test("a block of a table begins with its first key", async () => {
  const keys: string[] = [];
  const entries = ["Äpfel", "β-carotene", "γ"].map((key) => ({ key, value: new Uint8Array(100) }));
  await writeTable(entries, 10, async (block) => void keys.push(seriesKey("postings", block)));
  expect(keys).toEqual(["Äpfel", "β-carotene", "γ"]);
});

/** The keys of the pages of an article with these paragraphs, a passage each. */
async function pageKeys(paragraphs: readonly string[]): Promise<string[]> {
  const keys: string[] = [];
  const article = plainArticle({ id: "bread", title: "Bread" }, paragraphs.join("\n\n"));
  const passages = article.blocks.map(({ start, end }, index) => ({
    id: `bread:${article.text.slice(start, end).length}`,
    article: "bread",
    headings: [],
    paragraph: index + 1,
    start,
    end,
    text: article.text.slice(start, end),
    section: 0,
    blocks: [],
  }));
  const writer = new PassageFileWriter(20, async (page) => void keys.push(seriesKey("pages", page)));
  await writer.add({ article, passages });
  await writer.finish();
  return keys;
}

test("a page begins with its article and with where its first passage is, whatever that says", async () => {
  const keys = await pageKeys(["Rye bread needs a sour start.", "A sour start takes days."]);
  expect(keys).toEqual(["bread 0", "bread 31"]);
  expect(await pageKeys(["Rye bread likes a sour start.", "A sour start takes ages."])).toEqual(keys);
});
