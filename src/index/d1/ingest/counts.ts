import { fields, textField } from "../../fields.ts";
import type { StoredOccurrence } from "../occurrence.ts";
import type { FieldTotal } from "../version.ts";

/** The countable parts of a passage: occurrences of its terms, and its filters. */
export interface CountedPassage {
  readonly lengths: readonly number[];
  readonly occurrences: Iterable<readonly [term: string, StoredOccurrence]>;
  readonly filters: readonly string[];
}

/** A term with the change of its document frequency: anywhere, and in each of `fields`. */
export type TermDifference = readonly [term: string, ...counts: number[]];

/** Changes of document frequencies from the previous generation to a new one. */
export class Differences {
  readonly #terms = new Map<string, number[]>();
  readonly #totals = fields.map(() => ({ length: 0, passages: 0 }));
  passages = 0;

  /** @param sign 1 for an added passage, -1 for a removed one */
  count({ lengths, occurrences, filters }: CountedPassage, sign: 1 | -1): void {
    this.passages += sign;
    lengths.forEach((length, field) => {
      const total = this.#totals[field];
      if (total === undefined || length === 0) return;
      total.length += sign * length;
      total.passages += sign;
    });
    for (const [term, occurrence] of occurrences) {
      const counts = this.#countsOf(term);
      counts[0] = (counts[0] ?? 0) + sign;
      const [others] = occurrence;
      const inOthers = typeof others === "object" ? others : [];
      const inText = typeof occurrence.at(-1) === "number";
      fields.forEach((_, field) => {
        const held = field === textField ? inText : (inOthers[field] ?? 0) > 0;
        if (held) counts[field + 1] = (counts[field + 1] ?? 0) + sign;
      });
    }
    for (const filter of filters) {
      const counts = this.#countsOf(filter);
      counts[0] = (counts[0] ?? 0) + sign;
    }
  }

  /** The terms whose counts change. */
  terms(): TermDifference[] {
    return Array.from(this.#terms, ([term, counts]): TermDifference => [term, ...counts]).filter(
      ([, ...counts]) => counts.some((count) => count !== 0),
    );
  }

  /** Totals of the new generation, from those of the one before. */
  totals(before: readonly FieldTotal[]): FieldTotal[] {
    return this.#totals.map(({ length, passages }, field) => ({
      length: length + (before[field]?.length ?? 0),
      passages: passages + (before[field]?.passages ?? 0),
    }));
  }

  #countsOf(term: string): number[] {
    const known = this.#terms.get(term);
    if (known !== undefined) return known;
    const counts = [0, ...fields.map(() => 0)];
    this.#terms.set(term, counts);
    return counts;
  }
}
