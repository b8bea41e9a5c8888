/**
 * Edit distances between what was read of a key and each beginning of a term, where swapping two neighbours counts once
 * (optimal string alignment). Keys come in order, so that the rows of what a key shares with the one before need not be
 * worked out again; and of each row only what may be within the limit is. Works on UTF-16 units.
 */
export class DistanceRows {
  readonly #term: string;
  readonly #limit: number;
  /** The row of each beginning of the key, the empty one first. Beyond the limit, they say one more than it. */
  readonly #rows: Uint8Array[] = [];
  readonly #units: number[] = [];

  /** @param limit at most 254 */
  constructor(term: string, limit: number) {
    this.#term = term;
    this.#limit = limit;
    this.#rows.push(Uint8Array.from({ length: term.length + 1 }, (_, column) => Math.min(column, limit + 1)));
  }

  /** Takes back all but the first `length` units. */
  truncate(length: number): void {
    this.#units.length = length;
  }

  /** Reads a unit more. False when no key that goes on from here is within the limit. */
  push(unit: number): boolean {
    const term = this.#term;
    const over = this.#limit + 1;
    const row = this.#units.push(unit);
    const previous = this.#rows[row - 1];
    const beforePrevious = this.#rows[row - 2];
    let current = this.#rows[row];
    if (current === undefined) {
      current = new Uint8Array(term.length + 1);
      this.#rows.push(current);
    }
    current.fill(over);
    if (row <= this.#limit) current[0] = row;
    let least = current[0] ?? over;
    const last = Math.min(term.length, row + this.#limit);
    for (let column = Math.max(1, row - this.#limit); column <= last; column++) {
      const same = unit === term.charCodeAt(column - 1);
      let distance = Math.min(
        over,
        (previous?.[column] ?? over) + 1,
        (current[column - 1] ?? over) + 1,
        (previous?.[column - 1] ?? over) + (same ? 0 : 1),
      );
      const swapped =
        unit === term.charCodeAt(column - 2) && this.#units[row - 2] === term.charCodeAt(column - 1);
      if (swapped) distance = Math.min(distance, (beforePrevious?.[column - 2] ?? over) + 1);
      current[column] = distance;
      least = Math.min(least, distance);
    }
    return least < over;
  }

  /** Of all that was read of the key, from the whole term; one more than the limit when it is over. */
  get distance(): number {
    return this.#rows[this.#units.length]?.[this.#term.length] ?? this.#limit + 1;
  }
}
