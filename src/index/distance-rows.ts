/**
 * The matrix of edit distances (optimal string alignment: a transposition counts once) between a key, pushed unit by unit, and
 * each prefix of a term. Keys come sorted, so the rows of the prefix that a key shares with the one before are reused; and only
 * the band of each row that can be within the limit is computed. Works on UTF-16 units.
 */
export class DistanceRows {
  readonly #term: string;
  readonly #limit: number;
  /** One row per prefix of the key, the empty one first. Distances above the limit are stored as limit + 1. */
  readonly #rows: Uint8Array[] = [];
  readonly #units: number[] = [];

  /** @param limit at most 254 */
  constructor(term: string, limit: number) {
    this.#term = term;
    this.#limit = limit;
    this.#rows.push(Uint8Array.from({ length: term.length + 1 }, (_, column) => Math.min(column, limit + 1)));
  }

  /** Truncates the key to its first `length` units. */
  truncate(length: number): void {
    this.#units.length = length;
  }

  /** Appends a unit to the key. @returns false when no key with this prefix is within the limit */
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

  /** Distance of the key from the whole term; limit + 1 when it is above the limit. */
  get distance(): number {
    return this.#rows[this.#units.length]?.[this.#term.length] ?? this.#limit + 1;
  }
}
