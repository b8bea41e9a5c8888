import { beforeAll, describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answer/answer.ts";
import type { Budget } from "../../src/index/budget.ts";
import type { PassageStore } from "../../src/index/store.ts";
import type { Answer } from "../../src/model/index.ts";
import { questionsFrom } from "../static/questions.ts";
import { type Library, libraryOf } from "./library.ts";

const subjects = ["garden", "orchard", "meadow", "greenhouse", "compost heap", "beehive", "pond", "hedge"];
const works = ["watering", "pruning", "planting", "weeding", "feeding", "sowing"];
const remarks = [
  "Do it in the morning, before the sun is high.",
  "Wait for a dry day and take your time.",
  "Most people do it twice a year, in spring and in autumn.",
  "A sharp knife and a pair of gloves are enough.",
  "Never do it when the ground is frozen.",
];

const pick = <Item>(items: readonly Item[], number: number): Item => {
  const item = items[number % items.length];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
};

/** Articles of sections on many works, some of them dated, some with declared questions, some the same page of two versions. */
function articleOf(number: number): string {
  const subject = pick(subjects, number);
  const dated = number % 3 === 0 ? `updated: 2024-0${1 + (number % 9)}-11\n` : "";
  const declared = number % 4 === 0 ? `questions: ["How do I look after a ${subject}?"]\n` : "";
  const sections = works.map((work, index) => {
    const texts = Array.from(
      { length: 1 + ((number + index) % 5) },
      (_, part) =>
        `${work} of the ${subject} number ${number % 7} needs care. ${pick(remarks, number + part + index)} ${pick(remarks, number * index + part)}`,
    );
    const heading = (number + index) % 3 === 0 ? `${work} a ${subject}` : `${work} ${index}`;
    return `## ${heading}\n\n${texts.join("\n\n")}`;
  });
  return `---\ntitle: The ${subject} book ${number % 11}\n${dated}${declared}---\n\nAll about the ${subject}. ${pick(remarks, number)}\n\n${sections.join("\n\n")}\n`;
}

/** A budget that lets everything be read, so that nothing but the order of reading differs. */
const boundless: Budget = {
  terms: (wanted) => wanted,
  missing: (wanted) => wanted,
  standIns: (wanted) => wanted,
  words: (wanted) => wanted,
  passages: (wanted) => wanted,
};

/** A store as it is or without its hints, with the number of passages that were read of it. */
function watched(store: PassageStore, hinted: boolean) {
  const count = { read: 0 };
  const proxy = new Proxy(store, {
    get(target, name) {
      if (name === "hints" && !hinted) return undefined;
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...given: unknown[]): unknown => {
        if (name === "passages" && Array.isArray(given[0])) count.read += given[0].length;
        return Reflect.apply(value, target, given);
      };
    },
  });
  return { store: proxy, count };
}

describe("an answer of as few passages as it takes", () => {
  let library: Library;
  let questions: string[];

  beforeAll(async () => {
    const articles = Array.from({ length: 48 }, (_, number) => [
      `v${number % 2}/page-${number >> 1}`,
      articleOf(number),
    ]);
    library = await libraryOf(Object.fromEntries(articles));
    questions = questionsFrom([...library.articles.values()], library.languages, 120);
    questions.push(
      "latest watering of the hedge",
      "What was said of pruning in 2024?",
      "pruning number 3 pond",
    );
  });

  const ask = async (store: PassageStore, question: string, limit: number): Promise<Answer> =>
    (await answerQuestion({ store, languages: library.languages, question, limit, budget: boundless }))
      .answer;

  test.each([1, 5, 12])("is what it is when forty are read, for %i passages", async (limit) => {
    const few = watched(library.answerer.store, true);
    const all = watched(library.answerer.store, false);
    for (const question of questions) {
      expect(await ask(few.store, question, limit), question).toEqual(await ask(all.store, question, limit));
    }
    expect(few.count.read).toBeLessThan(0.95 * all.count.read);
  });
});

test("a copy far down is told with the passage that stands for it", async () => {
  const page = "Install the frobnicator with care, and read the label of the frobnicator first.";
  const others = Object.fromEntries(
    Array.from({ length: 40 }, (_, number) => [
      `a/other-${number}`,
      `# Frobnicator ${number}\n\nThe frobnicator of kind ${number} is to install in room ${number}, frobnicator beside frobnicator.`,
    ]),
  );
  const { ask } = await libraryOf({
    ...others,
    "guide/setup": `# Setup\n\n${page}`,
    "old/guide/setup": `# Setup\n\n${page}`,
  });
  const { passages } = await ask("Setup: install the frobnicator with care");
  expect(passages[0]?.citation.article).toBe("guide/setup");
  expect(passages[0]?.copies?.map(({ article }) => article)).toEqual(["old/guide/setup"]);
});
