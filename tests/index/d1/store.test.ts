import { expect, test } from "vitest";
import { statement } from "../../../src/index/d1/database.ts";
import { fields, fieldTable } from "../../../src/index/fields.ts";
import { describeStore } from "../store.contract.ts";
import { ingestCorpus, openStore } from "./corpus.ts";
import { freshDatabase } from "./fresh-database.ts";

describeStore(
  "D1",
  async (corpus) => {
    const database = freshDatabase();
    await ingestCorpus(database, corpus);
    return openStore(database);
  },
  { scoreTolerance: undefined, runs: 60 },
);

test("the migrations have a column for each field, in their order", async () => {
  const columns = (table: string) =>
    statement<{ name: string }>("SELECT name FROM pragma_table_info(?)", table);
  const [terms, search] = await freshDatabase().run([columns("terms"), columns("search")]);
  expect(terms.map(({ name }) => name)).toEqual(["term", "generation", "passages", ...fields]);
  expect(search.map(({ name }) => name)).toEqual([...fields, "filters"]);
});

test("the text is the last field, and the only one of its role: rows in D1 leave it out of what they count", () => {
  const texts = fieldTable.flatMap(({ role }, number) => (role === "text" ? [number] : []));
  expect(texts).toEqual([fields.length - 1]);
});
