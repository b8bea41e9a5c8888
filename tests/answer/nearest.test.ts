/** Which passages are read, in what order and how many at once, and what is told of those that could not be. */
import { beforeAll, describe, expect, test } from "vitest";
import { NearestPassages } from "../../src/answer/nearest.ts";
import { PassageReader } from "../../src/answer/passage-reader.ts";
import { analyseQuestion } from "../../src/answer/question.ts";
import { type RankedPassage, rank } from "../../src/answer/rank.ts";
import { readDepth } from "../../src/answer/rerank.ts";
import { type RetrievalResult, retrieve } from "../../src/answer/retrieve.ts";
import type { Budget } from "../../src/index/budget.ts";
import type { PassageStore } from "../../src/index/store.ts";
import { type Library, libraryOf } from "./library.ts";

/** Lets everything be read but passages beyond some. */
const reading = (most: number): Budget => {
  const allowed = new Set<number>();
  return {
    terms: (wanted) => wanted,
    missing: (wanted) => wanted,
    standIns: (wanted) => wanted,
    words: (wanted) => wanted,
    passages: (wanted) =>
      wanted.filter((docId) => {
        if (allowed.size < most) allowed.add(docId);
        return allowed.has(docId);
      }),
  };
};

/** A hive is in all of them and in the heading of each fifth, and one is what is asked; each says something of its own. */
const articles = Object.fromEntries(
  Array.from({ length: 70 }, (_, number) => [
    `page-${number}`,
    `# Page ${number}\n\n## ${number === 30 ? "Hive oak" : number % 5 === 0 ? "Hive" : "Remarks"}${number === 30 ? "" : ` ${number}`}\n\n${"Hive ".repeat(1 + (number % 3))}of kind${number} at place${number * 7} was seen by person${number * 13} on day${number * 3}, near the ${number % 2 === 0 ? "old oak" : "young elm"} that grows there.`,
  ]),
);

describe("the passages of a question", () => {
  let library: Library;
  let retrieved: RetrievalResult;
  let ranked: readonly RankedPassage[];

  const find = (question: string): Promise<RetrievalResult> =>
    retrieve(library.answerer.store, analyseQuestion(question, library.languages), {}, reading(1_000));

  beforeAll(async () => {
    library = await libraryOf(articles);
    retrieved = await find("hive oak");
    ranked = rank(retrieved);
    expect(ranked.length).toBeGreaterThan(readDepth);
  });

  /** What is read, batch by batch, of passages of which so many may be read. */
  function near({ most = 1_000, hinted = true, found = retrieved, order = ranked } = {}) {
    const { store } = library.answerer;
    const batches: (readonly number[])[] = [];
    const watched: PassageStore = Object.create(store, {
      ...(!hinted && { hints: { value: undefined } }),
      passages: {
        value: (docIds: readonly number[]) => {
          batches.push(docIds);
          return store.passages(docIds);
        },
      },
      info: { value: store.info },
    });
    if (hinted) Object.defineProperty(watched, "hints", { value: store.hints?.bind(store) });
    const reader = new PassageReader(watched, reading(most));
    const passages = new NearestPassages(
      { store: watched, reader, languages: library.languages },
      found,
      order,
    );
    return { passages, reader, batches };
  }

  test("are read six more at first than are wanted, then six at a time, each once", async () => {
    const found = await find("hive seen");
    const { passages, batches } = near({ found, order: rank(found) });
    await passages.best(2);
    expect(batches[0]).toHaveLength(8);
    expect(batches.length).toBeGreaterThan(1);
    for (const batch of batches.slice(1)) expect(batch).toHaveLength(6);
    const all = batches.flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeLessThan(readDepth);
    await passages.best(2);
    expect(batches.flat()).toHaveLength(all.length);
  });

  test("are the forty best at once where nothing is known of them, and where all are wanted", async () => {
    const best = ranked.slice(0, readDepth).map(({ docId }) => docId);
    const { passages, batches } = near({ hinted: false });
    await passages.best(2);
    expect(batches).toEqual([best]);
    const all = near();
    await all.passages.best(readDepth);
    expect(all.batches).toEqual([best]);
  });

  test("are judged the same whether or not the engine tells of them before they are read", async () => {
    const scores = async (hinted: boolean, count: number) =>
      (await near({ hinted }).passages.best(count)).map(({ ranked: { docId, score } }) => [docId, score]);
    const all = await scores(false, readDepth);
    expect(all.length).toBeGreaterThan(20);
    expect(await scores(true, readDepth)).toEqual(all);
    expect(await scores(false, 3)).toEqual(all);
    expect((await scores(true, 3)).slice(0, 3)).toEqual(all.slice(0, 3));
  });

  test("are those as well, twenty at most, that stand below a heading that is asked, however far down they are", async () => {
    const last = ranked.slice(readDepth).map(({ docId }) => docId);
    const headed = new Set([...last.slice(1, 4), ranked[0]?.docId ?? -1]);
    const few = near({ hinted: false, found: { ...retrieved, headed } });
    await few.passages.best(2);
    expect(few.batches.flat()).toEqual([
      ...last.slice(1, 4),
      ...ranked.slice(0, readDepth - 3).map(({ docId }) => docId),
    ]);
    const many = near({ hinted: false, found: { ...retrieved, headed: new Set(last) } });
    await many.passages.best(2);
    expect(many.batches.flat()).toEqual([
      ...last.slice(0, readDepth / 2),
      ...ranked.slice(0, readDepth / 2).map(({ docId }) => docId),
    ]);
  });

  test("that are left out for a budget are told, and those that were read are known", async () => {
    const enough = near();
    await enough.passages.best(2);
    expect(enough.passages.isRefused).toBe(false);
    const { passages, reader, batches } = near({ most: 5 });
    const judged = await passages.best(2);
    expect(passages.isRefused).toBe(true);
    expect(judged).toHaveLength(5);
    const read = batches.flat();
    expect(read).toHaveLength(5);
    for (const { docId } of ranked) expect(passages.has(docId)).toBe(read.includes(docId));
    // What feedback has read is not among those that are judged.
    const other = near();
    const [first] = ranked;
    await other.reader.read([first?.docId ?? -1]);
    expect(other.reader.has(first?.docId ?? -1)).toBe(true);
    expect(other.passages.has(first?.docId ?? -1)).toBe(false);
    expect(reader.has(read[0] ?? -1)).toBe(true);
  });

  test("with what is asked in their headings are read when they are wanted, and no others", async () => {
    const { passages, batches } = near();
    await passages.best(1);
    const before = new Set(batches.flat());
    const judged = await passages.withHeadings(0.1);
    const added = batches.flat().filter((docId) => !before.has(docId));
    expect(added.length).toBeGreaterThan(0);
    const headingOf = new Map(
      judged.map(({ ranked, stored }) => [ranked.docId, stored.passage.headings.at(-1)]),
    );
    for (const docId of added) expect(headingOf.get(docId)).toContain("Hive");
    const asked = ranked.slice(0, readDepth).map(({ docId }) => docId);
    const stored = await library.answerer.store.passages(asked);
    for (const { docId, passage } of stored) {
      if (passage.headings.at(-1)?.includes("Hive") === true) expect(passages.has(docId)).toBe(true);
    }
  });
});
