import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../src/text/analyser.ts";
import { languageCodes, loadLanguage } from "../../src/text/languages/index.ts";
import { isLexiconSlice, Lexicon, packLexicon } from "../../src/text/lexicon.ts";

const terms = fc.uniqueArray(fc.stringMatching(/^[a-zäß]{4,12}$/), { minLength: 1, maxLength: 300 });

const slicesOf = (words: readonly string[], names: readonly string[]): Uint8Array[] =>
  packLexicon({ words: new Set(words), names: new Set(names), kinds: new Set() });

/** A lexicon as it is read from files, and the numbers of those that were read. */
function lexiconOf(slices: readonly Uint8Array[]): { lexicon: Lexicon; read: number[] } {
  const read: number[] = [];
  const source = {
    slices: slices.length,
    read: async (slice: number) => {
      read.push(slice);
      return slices[slice] ?? new Uint8Array();
    },
  };
  return { lexicon: new Lexicon(source), read };
}
const all = (slices: readonly number[]): readonly number[] => slices;

test("a lexicon knows every term that it was made of", async () => {
  await fc.assert(
    fc.asyncProperty(terms, terms, async (words, names) => {
      const { lexicon } = lexiconOf(slicesOf(words, names));
      const known = await lexicon.of([...words, ...names], all);
      for (const term of [...words, ...names]) expect(known.has(term)).toBe(true);
      for (const term of words) expect(known.isName(term)).toBe(false);
    }),
  );
});

const numbered = (word: string): string[] => Array.from({ length: 5000 }, (_, index) => `${word}${index}`);
const known = numbered("known");
const slicesOfKnown = slicesOf(known, []);

test("it takes few other terms for known", async () => {
  const { lexicon } = lexiconOf(slicesOfKnown);
  const others = numbered("other");
  const taken = await lexicon.of(others, all);
  expect(others.filter((term) => taken.has(term)).length).toBeLessThan(0.05 * 5000);
});

test("it takes no word or name for a kind, as far as hashes tell them apart", async () => {
  const [words, names, kinds] = [known.slice(0, 300), ["norwich", "petersen"], ["measles", "london"]];
  const slices = packLexicon({ words: new Set(words), names: new Set(names), kinds: new Set(kinds) });
  const terms = await lexiconOf(slices).lexicon.of([...words, ...names, ...kinds], all);
  expect([...words, ...names, ...kinds].filter((term) => terms.isKind(term))).toEqual(kinds);
});

test("it reads each slice once, those alone that terms are in, and no more than it may", async () => {
  expect(slicesOfKnown.length).toBeGreaterThan(2);
  for (const slice of slicesOfKnown) expect(slice.length).toBeLessThan(3000);
  const { lexicon, read } = lexiconOf(slicesOfKnown);
  const [term = "", ...others] = known;
  await lexicon.of([term], all);
  await lexicon.of([term], all);
  expect(read).toHaveLength(1);
  const first = await lexicon.of(known, (wanted) => wanted.slice(0, 1));
  expect(read).toHaveLength(1);
  expect([first.isRead(term), first.has(term)]).toEqual([true, true]);
  const unread = others.filter((other) => !first.isRead(other));
  expect(unread.length).toBeGreaterThan(0);
  expect(unread.filter((other) => first.has(other))).toEqual([]);
});

test("a slice that is cut off, or a page in its place, is no slice", () => {
  for (const slice of slicesOf(known, ["somebody"])) {
    expect(isLexiconSlice(slice)).toBe(true);
    expect(isLexiconSlice(slice.subarray(0, -1))).toBe(false);
  }
  expect(isLexiconSlice(new TextEncoder().encode("<!doctype html><title>Not found</title>"))).toBe(false);
  expect(isLexiconSlice(new Uint8Array())).toBe(false);
});

describe("the words of each language", () => {
  const words: Readonly<Record<string, readonly [known: string, unknown: string]>> = {
    ar: ["مدرسة", "مدرسةثصق"],
    da: ["regering", "regreingx"],
    de: ["regierung", "reigerunk"],
    el: ["κυβέρνηση", "κυβρένησηξ"],
    en: ["salary", "enviromnet"],
    es: ["gobierno", "gobeirnox"],
    fi: ["hallitus", "hallitsuz"],
    fr: ["gouvernement", "gouvernemnet"],
    hu: ["kormány", "kromnáyx"],
    it: ["governo", "govrenox"],
    nl: ["regering", "regreingx"],
    no: ["regjering", "rejgeringx"],
    pt: ["governo", "govrenox"],
    ro: ["guvern", "guvremqz"],
    ru: ["правительство", "правтиельтсво"],
    sv: ["regering", "regreingx"],
    tr: ["hükümet", "hükmüetx"],
    vi: ["trường", "trưngờx"],
  };
  test.each(Object.entries(words))("%s", async (code, [known, unknown]) => {
    const language = await loadLanguage(code);
    if (language.lexicon === undefined) throw new Error(`${code} has no lexicon`);
    const termOf = (word: string): string => analyse(word, language)[0]?.term ?? "";
    const terms = [known, unknown].map(termOf);
    const inLanguage = await new Lexicon(language.lexicon).of(terms, all);
    expect(terms.map((term) => inLanguage.has(term))).toEqual([true, false]);
  });

  test("are known for every language whose words have spaces between, but for Hindi and Korean", () => {
    const without = languageCodes.filter((code) => words[code] === undefined);
    expect(without).toEqual(["hi", "ja", "ko", "th", "zh"]);
  });

  test("English tells names from words", async () => {
    const english = await loadLanguage("en");
    if (english.lexicon === undefined) throw new Error("English has no lexicon");
    const names = ["slovenia", "petersen", "norwich", "iran"];
    const others = ["salary", "invented", "hyperthyroidism", "wallet", "helicopter"];
    const termOf = (word: string): string => analyse(word, english)[0]?.term ?? "";
    const known = await new Lexicon(english.lexicon).of([...names, ...others].map(termOf), all);
    const isName = (word: string): boolean => known.isName(termOf(word));
    expect(names.filter(isName)).toEqual(names);
    expect(others.filter(isName)).toEqual([]);
  });
});
