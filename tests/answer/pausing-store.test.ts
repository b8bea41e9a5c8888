import { expect, test, vi } from "vitest";
import { createAnswerer } from "../../src/answer/answer.ts";
import { pausing } from "../../src/answer/pausing-store.ts";
import type { PassageStore } from "../../src/index/store.ts";
import { libraryOf } from "./library.ts";

const library = await libraryOf(
  Object.fromEntries(
    Array.from({ length: 30 }, (_, number) => [
      `town-${number}`,
      `# Town ${number}\n\nThe baker of town ${number} bakes rye bread. The miller of town ${number} mills oats.\n\n## Bakers\n\nA baker who bakes bread rises at ${number % 5}.\n`,
    ]),
  ),
);
const questions = [
  "Who bakes bread in town 7?",
  "rye bread oats miller baker town bakes mills rises",
  "What does the millar of town 12 mill?",
  "Which airlyne flies to the moon?",
];

/** A store that writes down what is read of it. */
function watched(store: PassageStore, events: string[]): PassageStore {
  const reading =
    <Parameters extends unknown[], Value>(name: string, read: (...given: Parameters) => Promise<Value>) =>
    (...given: Parameters): Promise<Value> => {
      events.push(name);
      return read.call(store, ...given) as Promise<Value>;
    };
  return {
    info: store.info,
    budget: (filter, shown) => store.budget(filter, shown),
    ...(store.hints !== undefined && { hints: store.hints.bind(store) }),
    prepare: reading("prepare", store.prepare),
    scores: reading("scores", store.scores),
    similarTerms: reading("similarTerms", store.similarTerms),
    passages: reading("passages", store.passages),
    passage: reading("passage", store.passage),
    article: reading("article", store.article),
    articles: reading("articles", store.articles),
  };
}

test.each(questions)("a pause comes before each read, and the answer is the same: %s", async (question) => {
  const events: string[] = [];
  const answerer = createAnswerer(watched(library.answerer.store, events), library.languages);
  const paused = await answerer.ask({ question, limit: 5 }, async () => {
    events.push("pause");
  });
  expect(paused).toEqual(await library.ask(question));
  const reads = events.flatMap((event, index) => (event === "pause" ? [] : [index]));
  expect(reads.length).toBeGreaterThan(1);
  expect(reads.filter((index) => events[index - 1] !== "pause")).toEqual([]);
  // Quotes are cut, chosen and shown once all is read.
  expect(events.length - reads.length).toBeGreaterThan(reads.length);
});

test("a pausing store reads what the store does", async () => {
  const { store } = library.answerer;
  let pauses = 0;
  const paused = pausing(store, async () => {
    pauses += 1;
  });
  expect(await paused.articles({}, 2, 3)).toEqual(await store.articles({}, 2, 3));
  expect(await paused.article("town-3")).toEqual(await store.article("town-3"));
  const [first] = await paused.passages([0]);
  expect([first]).toEqual(await store.passages([0]));
  expect(await paused.passage(first?.passage.id ?? "")).toEqual(first);
  const query = await paused.prepare([{ term: "baker", weight: 1 }], {});
  await query.add([{ term: "miller", weight: 1 }]);
  const own = await store.prepare([{ term: "baker", weight: 1 }], {});
  await own.add([{ term: "miller", weight: 1 }]);
  expect(await query.best(5)).toEqual(await own.best(5));
  expect(query.documentFrequencies).toEqual(own.documentFrequencies);
  expect(await paused.scores([{ term: "oat", weight: 1 }], [0, 3])).toEqual(
    await store.scores([{ term: "oat", weight: 1 }], [0, 3]),
  );
  expect(pauses).toBe(8);
});

test("a pausing store allows what the store does, and knows of passages what it knows, without a pause", async () => {
  const { store } = library.answerer;
  const pause = vi.fn(async () => undefined);
  const paused = pausing(store, pause);
  expect(paused.hints?.([2, 0])).toEqual(store.hints?.([2, 0]));
  expect(paused.hints?.([2, 0])).toHaveLength(2);
  expect(paused.budget({}, 5).passages([0, 1])).toEqual(store.budget({}, 5).passages([0, 1]));
  const { hints: _hints, ...without } = { ...watched(store, []) };
  expect("hints" in pausing(without, pause)).toBe(false);
  expect(pause).not.toHaveBeenCalled();
});
