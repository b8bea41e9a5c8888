import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse } from "../../src/text/analyser.ts";
import { languageCodes, loadLanguage } from "../../src/text/languages/index.ts";
import { decodeLexicon, encodeLexicon, Lexicon, packTerms } from "../../src/text/lexicon.ts";

const terms = fc.uniqueArray(fc.stringMatching(/^[a-zäß]{4,12}$/), { minLength: 1, maxLength: 300 });

/** A lexicon as it is read from a file. */
const lexiconOf = (words: readonly string[], names: readonly string[]): Lexicon =>
  new Lexicon(
    decodeLexicon(
      encodeLexicon({
        words: packTerms(new Set(words)),
        names: packTerms(new Set(names)),
        kinds: packTerms(new Set(["somewhere"]), "kinds"),
      }),
    ),
  );

test("a lexicon knows every term that it was made of", () => {
  fc.assert(
    fc.property(terms, terms, (words, names) => {
      const lexicon = lexiconOf(words, names);
      for (const term of [...words, ...names]) expect(lexicon.has(term)).toBe(true);
      for (const term of words) expect(lexicon.isName(term)).toBe(false);
    }),
  );
});

test("it takes few other terms for known", () => {
  const known = Array.from({ length: 5000 }, (_, index) => `known${index}`);
  const lexicon = lexiconOf(known, []);
  const mistaken = Array.from({ length: 5000 }, (_, index) => `other${index}`).filter((term) =>
    lexicon.has(term),
  );
  expect(mistaken.length).toBeLessThan(0.05 * 5000);
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
    const packed = await language.lexicon?.();
    if (packed === undefined) throw new Error(`${code} has no lexicon`);
    const lexicon = new Lexicon(packed);
    const termOf = (word: string): string => analyse(word, language)[0]?.term ?? "";
    expect([lexicon.has(termOf(known)), lexicon.has(termOf(unknown))]).toEqual([true, false]);
  });

  test("are known for every language whose words have spaces between, but for Hindi and Korean", () => {
    const without = languageCodes.filter((code) => words[code] === undefined);
    expect(without).toEqual(["hi", "ja", "ko", "th", "zh"]);
  });

  test("English tells names from words", async () => {
    const english = await loadLanguage("en");
    const packed = await english.lexicon?.();
    if (packed === undefined) throw new Error("English has no lexicon");
    const lexicon = new Lexicon(packed);
    const names = ["slovenia", "petersen", "norwich", "iran"];
    const others = ["salary", "invented", "hyperthyroidism", "wallet", "helicopter"];
    const isName = (word: string): boolean => lexicon.isName(analyse(word, english)[0]?.term ?? "");
    expect(names.filter(isName)).toEqual(names);
    expect(others.filter(isName)).toEqual([]);
  });
});
