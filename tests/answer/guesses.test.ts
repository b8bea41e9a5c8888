/** Which words of a question are looked up as misspelt, and what of that is searched for: by itself, with an index and a list of words that say what a test wants. */
import { describe, expect, test, vi } from "vitest";
import { guesses } from "../../src/answer/guess.ts";
import { analyseQuestion, type QuestionTerm } from "../../src/answer/question.ts";
import type { Budget } from "../../src/index/budget.ts";
import type { PassageStore, WeightedTerm } from "../../src/index/store.ts";
import type { Filter } from "../../src/model/request.ts";
import type { Language } from "../../src/text/language.ts";
import { LanguageSet } from "../../src/text/language-set.ts";
import english from "../../src/text/languages/en.ts";
import { packLexicon } from "../../src/text/lexicon.ts";

/** A language that knows some terms and no others. */
function speaking(more: Partial<Language> = {}, words: readonly string[] = []): Language {
  const slices = packLexicon({
    words: new Set(["garden", "helicopter", "roof", "land", ...words]),
    names: new Set(["berlin"]),
    kinds: new Set(["aspirin"]),
  });
  const read = async (slice: number): Promise<Uint8Array> => slices[slice] ?? new Uint8Array();
  return { ...english, lexicon: { slices: slices.length, read }, ...more };
}

/** Allows whatever is asked for. */
const all = <Wanted>(wanted: readonly Wanted[]): readonly Wanted[] => wanted;
const generous: Budget = { terms: all, missing: all, standIns: all, words: all, passages: all };

interface Given {
  readonly language?: Language;
  /** What the index has in place of a term. */
  readonly similar?: Readonly<Record<string, readonly WeightedTerm[]>>;
  /** Terms that the index has. */
  readonly held?: (terms: readonly QuestionTerm[]) => readonly QuestionTerm[];
  readonly budget?: Partial<Budget>;
  readonly filter?: Filter;
  readonly languages?: readonly string[];
  /** Stand-ins that articles in the language of the question have, by their places. */
  readonly present?: readonly number[];
}

/** What is guessed for a question, and what was asked of the index. */
async function guess(text: string, given: Given = {}) {
  const { language = speaking(), similar = {}, held = () => [], budget, filter = {}, present = [] } = given;
  const question = analyseQuestion(text, new LanguageSet([language]));
  const similarTerms = vi.fn(async (terms: readonly string[]) => terms.map((term) => similar[term] ?? []));
  const prepare = vi.fn(async (_terms: readonly WeightedTerm[], _filter: Filter) => ({
    best: async () => [{ matches: present.map((term) => ({ term })) }],
  }));
  const store = { info: { languages: given.languages ?? ["en"] }, similarTerms, prepare };
  const found = await guesses(
    store as unknown as PassageStore,
    question,
    question.terms,
    new Set(held(question.terms)),
    filter,
    { ...generous, ...budget },
  );
  const wordsOf = (numbers: ReadonlySet<number>): string[] => [
    ...new Set(
      question.terms
        .filter(({ word, joinedWith }) => numbers.has(word) && joinedWith === undefined)
        .map(({ range }) => text.slice(range.start, range.end)),
    ),
  ];
  return {
    lookedUp: similarTerms.mock.calls.flatMap(([terms]) => terms),
    instead: found.terms.map(({ term }) => term),
    terms: found.terms,
    names: wordsOf(found.names),
    kinds: wordsOf(found.kinds),
    isPartial: found.isPartial,
    prepare,
  };
}

describe("a word that nobody knows is looked up", () => {
  test.each([
    "the zorvelix lands",
    "zorvelix",
    "Zorvelix lands on the roof", // The first word of a question has a capital in any case.
    "ZORVELIX LANDS",
    "Land Zorvelix", // A title, in which each word has one.
    "is it zorvelix?",
    "zorvelix. It lands",
    "zorvelix: it lands",
    "the zorve lands", // Five letters.
    "the ज़ोर्वेलिक्स lands", // Letters without capitals.
  ])("%s", async (text) => {
    expect((await guess(text)).lookedUp).toHaveLength(1);
  });

  test("where the language has capitals for all its nouns, whatever its first letter", async () => {
    const language = speaking({ capitalNouns: true });
    expect((await guess("where did the Zorvelix land", { language })).lookedUp).toHaveLength(1);
  });

  test("though the index has what begins like it", async () => {
    const held = (terms: readonly QuestionTerm[]) =>
      terms.map((term) => ({ ...term, term: `^${term.term}` }));
    expect((await guess("the zorvelix lands", { held })).lookedUp).toHaveLength(1);
  });
});

describe("nothing is looked up for", () => {
  test.each([
    "where did the Zorvelix land", // A name.
    "where did the ZORVELIX land", // An acronym.
    "where did the ZorVelix land", // Code.
    "where did the zorVelix land",
    "the zorv lands", // Four letters could be any word.
    "the zorvelix7 lands",
    "set build.zorvelix",
    "set zorvelix.build",
    "set zorvelix:build",
    "set zorvelix/build",
    "set zorvelix@build",
    "set zorvelix$build",
    "set --zorvelix",
    "set /zorvelix",
    "set @zorvelix",
    "set #zorvelix",
    "set $zorvelix",
    "set :zorvelix",
    "set C:\\zorvelix",
    "the garden lands", // The language knows it.
    "the aspirin of berlin", // And these, as a kind and a name.
  ])("%s", async (text) => {
    expect((await guess(text)).lookedUp).toEqual([]);
  });

  test("a word that the index has, or a question without a word", async () => {
    expect((await guess("the zorvelix lands", { held: (terms) => terms })).lookedUp).toEqual([]);
    expect((await guess("?")).lookedUp).toEqual([]);
  });

  test("a question in a language whose words are not known", async () => {
    const { lexicon: _, ...language } = speaking();
    const found = await guess("the zorvelix of berlin", { language });
    expect(found).toMatchObject({ lookedUp: [], names: [], isPartial: false });
  });
});

test("names are told from words, however they are typed, and so are kinds", async () => {
  const found = await guess("is aspirin sold in berlin or in the garden, zorvelix");
  expect(found.names).toEqual(["berlin"]);
  expect(found.kinds).toEqual(["aspirin"]);
  const none = await guess("is aspirin sold in berlin");
  expect([none.names, none.kinds]).toEqual([["berlin"], ["aspirin"]]);
});

describe("what is searched for instead", () => {
  const similar = {
    zorvelix: [
      { term: "zorvelin", weight: 0.5 },
      { term: "zorvetix", weight: 0.3 },
    ],
  };

  test("is what the index has, with its weight, at the word's own place", async () => {
    const { terms, isPartial } = await guess("the roof of the zorvelix", { similar });
    expect(terms).toMatchObject([
      { term: "zorvelin", weight: 0.5, isGuess: true, range: { start: 16, end: 24 } },
      { term: "zorvetix", weight: 0.3, isGuess: true, range: { start: 16, end: 24 } },
    ]);
    expect(isPartial).toBe(false);
  });

  test("is no word of the question, nothing twice, and nothing that says the opposite", async () => {
    const { instead } = await guess("zorvelin or zorvelix or zorvelis", {
      held: (terms) => terms.filter(({ term }) => term === "zorvelin"),
      similar: { ...similar, zorvelis: [{ term: "zorvetix", weight: 0.2 }] },
    });
    expect(instead).toEqual(["zorvetix"]);
    const opposed = await guess("the hyperzorvelix", {
      similar: { hyperzorvelix: [{ term: "hypozorvelix", weight: 0.5 }] },
    });
    expect(opposed).toMatchObject({ lookedUp: ["hyperzorvelix"], instead: [] });
  });

  test("is no other name for what may be one, in a language with capitals for all its nouns", async () => {
    const language = speaking({ capitalNouns: true }, ["zorvetix"]);
    expect((await guess("where is the Zorvelix", { language, similar })).instead).toEqual(["zorvetix"]);
    expect((await guess("where is the zorvelix", { language, similar })).instead).toEqual([
      "zorvelin",
      "zorvetix",
    ]);
  });

  test("is of the question's language where articles are in several", async () => {
    const languages = ["en", "de"];
    const found = await guess("the zorvelix", { similar, languages, present: [1], filter: { tag: "a" } });
    expect(found.instead).toEqual(["zorvetix"]);
    expect(found.prepare.mock.calls[0]?.[1]).toEqual({ tag: "a", lang: "en" });
    const filtered = await guess("the zorvelix", { similar, languages, filter: { lang: "de" } });
    expect(filtered.instead).toEqual(["zorvelin", "zorvetix"]);
    expect(filtered.prepare).not.toHaveBeenCalled();
    const alone = await guess("the zorvelix", { similar });
    expect(alone.prepare).not.toHaveBeenCalled();
    const nothing = await guess("the zorvelix", { languages });
    expect(nothing.prepare).not.toHaveBeenCalled();
  });
});

describe("within the budget of the question", () => {
  const words = ["zorvelix", "quambertol", "vexilorpand", "drimbalontex", "plonk"];

  test("the longest words are looked up, four at most, and it is told that there were more", async () => {
    const { lookedUp, isPartial } = await guess(words.join(" "));
    expect(lookedUp).toEqual(["drimbalontex", "vexilorpand", "quambertol", "zorvelix"]);
    expect(isPartial).toBe(true);
    expect((await guess(words.slice(0, 4).join(" "))).isPartial).toBe(false);
  });

  test("those that may be looked up are, and it is told that others were not", async () => {
    const missing = (wanted: readonly string[]) => wanted.filter((term) => term !== "zorvelix");
    const found = await guess("quambertol zorvelix", { budget: { missing } });
    expect(found).toMatchObject({ lookedUp: ["quambertol"], isPartial: true });
  });

  test("those that may be searched for are, and it is told that others were not", async () => {
    const standIns = (wanted: readonly string[]) => wanted.slice(0, 1);
    const similar = {
      zorvelix: [
        { term: "zorvelin", weight: 0.5 },
        { term: "zorvetix", weight: 0.3 },
      ],
    };
    const found = await guess("zorvelix", { similar, budget: { standIns } });
    expect(found).toMatchObject({ instead: ["zorvelin"], isPartial: true });
  });

  test("a word whose list may not be read is left alone, and that is told", async () => {
    const found = await guess("the zorvelix of berlin", { budget: { words: () => [] } });
    expect(found).toMatchObject({ lookedUp: [], names: [], isPartial: true });
    // A name is not misspelt, so that nothing is missing.
    expect((await guess("where is Berlin", { budget: { words: () => [] } })).isPartial).toBe(false);
  });

  test("lists are read by the language's name, those of the longest words first", async () => {
    // As many words as several slices hold.
    const many = Array.from({ length: 9_000 }, (_, number) => `w${number.toString(36)}`);
    const language = speaking({}, many);
    const listsOf = async (text: string): Promise<readonly string[]> => {
      const asked: (readonly string[])[] = [];
      const words = (wanted: readonly string[]) => {
        asked.push(wanted);
        return wanted;
      };
      await guess(text, { language, budget: { words } });
      return asked[0] ?? [];
    };
    const lists = await listsOf("plonk vexilorpand quambertol drimbalontex zoo");
    expect(lists.every((name) => /^en\/\d$/.test(name))).toBe(true);
    expect(lists.length).toBeGreaterThan(1);
    const each = [];
    for (const word of ["drimbalontex", "vexilorpand", "quambertol", "plonk"])
      each.push(...(await listsOf(word)));
    expect(lists).toEqual([...new Set(each)]);
  });
});
