import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildIndex, CorpusError, createAnswerer } from "../../src/node/answer.ts";
import { fixtureCorpus } from "../setup/output.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "footnote-library-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a folder of articles is indexed in memory and asked", async () => {
  const index = await buildIndex(fixtureCorpus, { cache: join(folder, "cache.db") });
  expect(index.files.size).toBeGreaterThan(5);
  const { ask, close } = await createAnswerer(index);
  const answer = await ask("Why was the R2 model delayed?");
  expect(answer.answered).toBe(true);
  expect(answer.answer[0]?.quote).toContain("technical difficulties");
  expect((await ask({ question: "Why was the R2 model delayed?", limit: 1 })).passages).toHaveLength(1);
  await expect(ask({ question: " " })).rejects.toThrow("ask something");
  await close();
  // The same articles make the same index.
  expect((await buildIndex(fixtureCorpus)).manifest).toEqual(index.manifest);
});

test("errors of articles are thrown together", async () => {
  const empty = join(folder, "empty");
  mkdirSync(empty);
  await expect(buildIndex(empty)).rejects.toThrow(CorpusError);
  await expect(buildIndex(empty)).rejects.toThrow("holds no article");
});

test("a folder without a build cannot be asked", async () => {
  writeFileSync(join(folder, "note.txt"), "nothing built");
  await expect(createAnswerer(folder)).rejects.toThrow("nothing is built");
});
