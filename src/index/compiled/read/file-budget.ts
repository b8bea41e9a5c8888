import { type Budget, WordFiles } from "../../budget.ts";
import type { FileKind } from "../format/index-format.ts";

/** Files that one question may read at most, those with the words that its language knows among them. */
const mostFiles = 40;

/** Of these, files with the words of languages: a small index, which has fewer files, leaves more for them. */
const mostWordFiles = 8;

/** Of these, files that are kept for passages until they are read: as many as an answer shows, but at least and at most so many. */
const keptForPassages = { least: 14, most: 20 } as const;

/** The same when what is read tells what is meant by words that the index lacks. */
const keptBesideGuesses = 12;

/** Dictionary files that are read at most to look up what missing words could be. */
const mostDictionaryFiles = 8;

/** Terms that are searched for at most, those of feedback among them: each costs processor time, whatever file it is in. */
const mostTerms = 96;

/** Where an index keeps things, by the numbers of its files. */
export interface FilePlaces {
  /** The file of a term's posting list; undefined when there can be none. */
  term(term: string): number | undefined;
  /** The files of the dictionary that hold what could be meant by a term. */
  near(term: string): readonly number[];
  /** The file of a passage. */
  passage(docId: number): number;
}

/** Counts the distinct files that a question reads. Where they are in parts, what it reads of one counts as one. */
export class FileBudget implements Budget {
  readonly #places: FilePlaces;
  readonly #counted = new Set<string>();
  readonly #words: WordFiles;
  readonly #kept: number;
  #terms = 0;
  #dictionaryFiles = 0;
  #pages = 0;

  /**
   * @param files how many the index has
   * @param filters names of those that tell which articles are searched
   * @param shown passages that the answer shows
   */
  constructor(places: FilePlaces, files: number, filters: readonly string[], shown: number) {
    this.#places = places;
    this.#kept = Math.min(keptForPassages.most, Math.max(keptForPassages.least, shown));
    this.#words = new WordFiles(Math.max(mostWordFiles, mostFiles - files));
    for (const name of filters) this.#counted.add(name);
  }

  terms(wanted: readonly string[]): readonly string[] {
    return this.#takeTerms(wanted, this.#kept);
  }

  missing(wanted: readonly string[]): readonly string[] {
    return wanted.filter((term) => {
      const left = mostDictionaryFiles - this.#dictionaryFiles;
      const added = this.#take("dictionary", this.#places.near(term), keptBesideGuesses, left);
      this.#dictionaryFiles += added ?? 0;
      return added !== undefined;
    });
  }

  standIns(wanted: readonly string[]): readonly string[] {
    return this.#takeTerms(wanted, keptBesideGuesses);
  }

  words(wanted: readonly string[]): readonly string[] {
    return wanted.filter((name) => {
      if (this.#counted.has(name)) return true;
      if (this.#left(keptBesideGuesses) === 0 || this.#words.take([name]).length === 0) return false;
      this.#counted.add(name);
      return true;
    });
  }

  passages(wanted: readonly number[]): readonly number[] {
    return wanted.filter((docId) => {
      const added = this.#take("pages", [this.#places.passage(docId)], 0);
      this.#pages += added ?? 0;
      return added !== undefined;
    });
  }

  #takeTerms(wanted: readonly string[], kept: number): readonly string[] {
    return wanted.filter((term) => {
      if (this.#terms === mostTerms) return false;
      const file = this.#places.term(term);
      const isAllowed = file === undefined || this.#take("postings", [file], kept) !== undefined;
      if (isAllowed) this.#terms += 1;
      return isAllowed;
    });
  }

  /**
   * Counts some files, all of them or none.
   *
   * @param kept how many are kept for passages
   * @param most how many of them may be new
   * @returns how many of them are new; undefined when there is no room for them
   */
  #take(
    kind: FileKind,
    files: readonly number[],
    kept: number,
    most = Number.POSITIVE_INFINITY,
  ): number | undefined {
    const names = files.map((file) => `${kind}/${file}`);
    const added = [...new Set(names)].filter((name) => !this.#counted.has(name));
    if (added.length > Math.min(most, this.#left(kept))) return undefined;
    for (const name of added) this.#counted.add(name);
    return added.length;
  }

  /** Files that may still be read when so many are kept for passages, those that were read for them among these. */
  #left(kept: number): number {
    return Math.max(0, mostFiles - this.#counted.size - Math.max(0, kept - this.#pages));
  }
}
