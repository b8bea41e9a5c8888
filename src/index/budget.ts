/**
 * What one question may still look up and read, whatever it asks. The answerer asks for it before it looks up or reads, and
 * keeps to what it gets. An engine counts what its readings take when nothing is in memory, so that a question has one answer
 * whatever was asked before it; what it has counted once is free from then on.
 */
export interface Budget {
  /** Those of some terms, most wanted first, that may be searched for, in this order. */
  terms(wanted: readonly string[]): readonly string[];
  /** Those of some terms that the index lacks, most wanted first, whose similar terms may be looked up. */
  missing(wanted: readonly string[]): readonly string[];
  /** Those of the terms that stand in for them, most wanted first, that may be searched for. */
  standIns(wanted: readonly string[]): readonly string[];
  /** Those of some files with words that a language knows, most wanted first, that may be read; by any names. */
  words(wanted: readonly string[]): readonly string[];
  /** Those of some passages, most wanted first, that may be read; by their docIds. */
  passages(wanted: readonly number[]): readonly number[];
}

/** Counts the distinct files with words of languages that a question reads, besides those of an index. */
export class WordFiles {
  readonly #most: number;
  readonly #counted = new Set<string>();

  constructor(most: number) {
    this.#most = most;
  }

  take(wanted: readonly string[]): readonly string[] {
    return wanted.filter((name) => {
      if (this.#counted.size < this.#most) this.#counted.add(name);
      return this.#counted.has(name);
    });
  }
}
