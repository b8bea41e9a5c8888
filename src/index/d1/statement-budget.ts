import { type Budget, WordFiles } from "../budget.ts";

/** Statements that one question makes at most, besides the one that opens the newest generation. */
const mostStatements = 20;

/**
 * What readings take, with a look at the generation for each transaction: terms are counted, and passages searched by them; a
 * stand-in is searched for in articles of the question's language before it joins the question.
 */
const statements = { terms: 4, missing: 2, standIns: 6, passages: 2 } as const;

/** Files with the words of languages that one question reads at most: with its statements they are below the fifty reads of the free plan. */
const mostWordFiles = 20;

/** Counts the statements that a question makes. One reads any number of rows, so a reading is allowed whole or not at all. */
export class StatementBudget implements Budget {
  #left = mostStatements;
  readonly #words = new WordFiles(mostWordFiles);

  terms(wanted: readonly string[]): readonly string[] {
    return this.#take("terms", wanted);
  }

  missing(wanted: readonly string[]): readonly string[] {
    return this.#take("missing", wanted);
  }

  standIns(wanted: readonly string[]): readonly string[] {
    return this.#take("standIns", wanted);
  }

  words(wanted: readonly string[]): readonly string[] {
    return this.#words.take(wanted);
  }

  passages(wanted: readonly number[]): readonly number[] {
    return this.#take("passages", wanted);
  }

  #take<Wanted>(reading: keyof typeof statements, wanted: readonly Wanted[]): readonly Wanted[] {
    if (wanted.length === 0) return wanted;
    if (statements[reading] > this.#left) return [];
    this.#left -= statements[reading];
    return wanted;
  }
}
