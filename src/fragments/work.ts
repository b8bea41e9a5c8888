/**
 * A limit on the work of looking for words, in steps of some nanoseconds: a text that repeats itself has as many places to
 * look at as it is long, and more than one way to name each.
 */
export class Work {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  /** Steps that are left; below 0 when what was looked for could not be looked for to the end. */
  get left(): number {
    return this.#left;
  }

  /** Takes some steps. @returns whether they could be taken */
  spend(steps: number): boolean {
    this.#left -= steps;
    return this.#left >= 0;
  }
}
