import { type Budget, WordFiles } from "../../budget.ts";
import type { FileKind } from "../format/index-format.ts";

/**
 * Files of the index that one question reads at most: the free plan of the platform allows 50 subrequests a request. Files with
 * the words that its language knows come to them where it has words that the index lacks: see `WordFiles`.
 */
export const mostFiles = 40;

/** Files with the words of languages that it reads besides: a small index, which has fewer files, leaves more for them. */
const mostWordFiles = 8;

/** Of these, files that are kept for passages until they are read: as many as an answer shows. */
const keptForPassages = 20;

/** Dictionary files that are read at most to look up what missing words could be. */
const mostDictionaryFiles = 8;

/** Terms that are searched for at most, those of feedback among them: each costs processor time, whatever file it is in. */
const mostTerms = 96;

/** Where an index keeps things, by the numbers of its files. */
export interface FilePlaces {
  /** The file of a term's posting list; -1 when there can be none. */
  term(term: string): number;
  /** The files of the dictionary that hold what could be meant by a term. */
  near(term: string): readonly number[];
  /** The file of a passage. */
  passage(docId: number): number;
}

/** Counts the distinct files that a question reads. */
export class FileBudget implements Budget {
  readonly #places: FilePlaces;
  readonly #counted = new Set<string>();
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
    for (const name of filters) this.#counted.add(name);
  }

  terms(wanted: readonly string[]): readonly string[] {
    return wanted.filter((term) => {
      if (this.#terms === mostTerms) return false;
      const file = this.#places.term(term);
      const isAllowed = file === -1 || this.#take("postings", [file], this.#leftForTerms) !== undefined;
      if (isAllowed) this.#terms += 1;
      return isAllowed;
    });
  }

  missing(wanted: readonly string[]): readonly string[] {
    return wanted.filter((term) => {
      const most = Math.min(this.#leftForTerms, mostDictionaryFiles - this.#dictionaryFiles);
      const added = this.#take("dictionary", this.#places.near(term), most);
      this.#dictionaryFiles += added ?? 0;
      return added !== undefined;
    });
  }

  standIns(wanted: readonly string[]): readonly string[] {
    return this.terms(wanted);
  }

  words(wanted: readonly string[]): readonly string[] {
    return this.#words.take(wanted);
  }

  passages(wanted: readonly number[]): readonly number[] {
    return wanted.filter((docId) => {
      const added = this.#take("pages", [this.#places.passage(docId)], this.#left);
      this.#pages += added ?? 0;
      return added !== undefined;
    });
  }

  get #left(): number {
    return mostFiles - this.#counted.size;
  }

  get #leftForTerms(): number {
    return this.#left - Math.max(0, keptForPassages - this.#pages);
  }

  /** Counts some files, all of them or none. @returns how many are new; undefined when that is more than `most` */
  #take(kind: FileKind, files: readonly number[], most: number): number | undefined {
    const added = files.map((file) => `${kind}/${file}`).filter((name) => !this.#counted.has(name));
    if (added.length > Math.max(0, most)) return undefined;
    for (const name of added) this.#counted.add(name);
    return added.length;
  }
}
