import { type Budget, WordFiles } from "../../budget.ts";
import type { FileKind } from "../format/index-format.ts";

/**
 * Files of the index that one question may read of at most. They may be in parts, of which it reads those that it needs; and files with
 * the words that its language knows come to them where it has words that the index lacks: see `WordFiles`.
 */
const mostFiles = 40;

/** Parts and files that it reads at most in all: the free plan of the platform allows 50 subrequests a request. */
const mostReads = 48;

/** Files with the words of languages that it reads besides: a small index, which has fewer files, leaves more for them. */
const mostWordFiles = 8;

/** Of these, files that are kept for passages until they are read: as many as an answer shows. */
const keptForPassages = 20;

/** Dictionary files that are read at most to look up what missing words could be. */
const mostDictionaryFiles = 8;

/** Terms that are searched for at most, those of feedback among them: each costs processor time, whatever file it is in. */
const mostTerms = 96;

/** Where something is: the number of a file, and of the part of it that holds it, among all parts. */
export interface FilePlace {
  readonly file: number;
  readonly part: number;
}

/** Where an index keeps things, by the numbers of its files. */
export interface FilePlaces {
  /** The place of a term's posting list; undefined when there can be none. */
  term(term: string): FilePlace | undefined;
  /** The files of the dictionary that hold what could be meant by a term. */
  near(term: string): readonly number[];
  /** The place of a passage. */
  passage(docId: number): FilePlace;
}

/** Counts the distinct files that a question reads. */
export class FileBudget implements Budget {
  readonly #places: FilePlaces;
  readonly #counted = new Set<string>();
  /** Names of the parts that are read, and of files that are in none. */
  readonly #reads = new Set<string>();
  readonly #words: WordFiles;
  #terms = 0;
  #dictionaryFiles = 0;
  #pages = 0;

  /**
   * @param files how many the index has
   * @param filters names of those that tell which articles are searched
   */
  constructor(places: FilePlaces, files: number, filters: readonly string[]) {
    this.#places = places;
    this.#words = new WordFiles(mostWordFiles + Math.max(0, mostFiles - files));
    for (const name of filters) {
      this.#counted.add(name);
      this.#reads.add(name);
    }
  }

  terms(wanted: readonly string[]): readonly string[] {
    return wanted.filter((term) => {
      if (this.#terms === mostTerms) return false;
      const place = this.#places.term(term);
      const isAllowed =
        place === undefined || this.#take("postings", [place], this.#keptForPassages) !== undefined;
      if (isAllowed) this.#terms += 1;
      return isAllowed;
    });
  }

  missing(wanted: readonly string[]): readonly string[] {
    return wanted.filter((term) => {
      const files = this.#places.near(term).map((file): FilePlace => ({ file, part: file }));
      const left = mostDictionaryFiles - this.#dictionaryFiles;
      const added = this.#take("dictionary", files, this.#keptForPassages, left);
      this.#dictionaryFiles += added ?? 0;
      return added !== undefined;
    });
  }

  standIns(wanted: readonly string[]): readonly string[] {
    return this.terms(wanted);
  }

  words(wanted: readonly string[]): readonly string[] {
    return wanted.filter((name) => {
      const isRead = this.#reads.has(name);
      if (!isRead && this.#reads.size >= mostReads) return false;
      const isAllowed = this.#words.take([name]).length > 0;
      if (isAllowed) this.#reads.add(name);
      return isAllowed;
    });
  }

  passages(wanted: readonly number[]): readonly number[] {
    return wanted.filter((docId) => {
      const added = this.#take("pages", [this.#places.passage(docId)], 0);
      this.#pages += added ?? 0;
      return added !== undefined;
    });
  }

  /** Files that are kept for passages. */
  get #keptForPassages(): number {
    return Math.max(0, keptForPassages - this.#pages);
  }

  /**
   * Counts some places, all of them or none.
   *
   * @param kept how many files, and reads, are left for others
   * @param most how many files may be new
   * @returns how many files are new; undefined when there is no room for them
   */
  #take(
    kind: FileKind,
    places: readonly FilePlace[],
    kept: number,
    most = Number.POSITIVE_INFINITY,
  ): number | undefined {
    const isNew = (counted: ReadonlySet<string>, names: readonly string[]): string[] =>
      [...new Set(names)].filter((name) => !counted.has(name));
    const files = isNew(
      this.#counted,
      places.map(({ file }) => `${kind}/${file}`),
    );
    const parts = isNew(
      this.#reads,
      places.map(({ part }) => `${kind}/${part}`),
    );
    const left = (limit: number, counted: ReadonlySet<string>): number =>
      Math.max(0, limit - counted.size - kept);
    if (files.length > Math.min(most, left(mostFiles, this.#counted))) return undefined;
    if (parts.length > left(mostReads, this.#reads)) return undefined;
    for (const name of files) this.#counted.add(name);
    for (const name of parts) this.#reads.add(name);
    return files.length;
  }
}
