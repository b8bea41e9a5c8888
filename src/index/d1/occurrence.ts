/**
 * JSON of a term's occurrence in a passage's row: the positions in the text, preceded by an array of frequencies in the other
 * fields if there are any. `[0,257]` is in the text alone; `[[1,0,0],257]` is in the title, too.
 */

import type { AnalysedPassage } from "../analyse-passage.ts";
import type { Occurrence } from "../bm25.ts";
import { fields, textField } from "../fields.ts";

/** JSON of one term in one passage. */
export type StoredOccurrence = readonly (number | readonly number[])[];

/** The stored postings of a passage. */
export interface StoredPostings {
  /** How many distinct terms each of `fields` has. */
  readonly lengths: readonly number[];
  readonly occurrences: ReadonlyMap<string, StoredOccurrence>;
}

/** Encodes an analysed passage for storage. */
export function storedPostings({ terms, positions }: AnalysedPassage): StoredPostings {
  const others = new Map<string, number[]>();
  fields.forEach((field, number) => {
    if (number === textField) return;
    for (const term of terms[field]) {
      const frequencies = others.get(term) ?? fields.slice(0, textField).map(() => 0);
      frequencies[number] = (frequencies[number] ?? 0) + 1;
      others.set(term, frequencies);
    }
  });
  const occurrences = new Map<string, StoredOccurrence>();
  for (const term of new Set([...others.keys(), ...positions.keys()])) {
    const frequencies = others.get(term);
    const inText = positions.get(term) ?? [];
    occurrences.set(term, frequencies === undefined ? inText : [frequencies, ...inText]);
  }
  return { lengths: fields.map((field) => new Set(terms[field]).size), occurrences };
}

/** Frequencies of a term in each of `fields`, and its positions in the text. */
export function decodeOccurrence(
  stored: StoredOccurrence,
  lengths: readonly number[],
): Occurrence & { readonly positions: readonly number[] } {
  const positions = stored.filter((value) => typeof value === "number");
  const frequencies = new Uint32Array(fields.length);
  const [others] = stored;
  if (typeof others === "object") frequencies.set(others);
  frequencies[textField] = positions.length;
  let mask = 0;
  frequencies.forEach((frequency, field) => {
    if (frequency > 0) mask |= 1 << field;
  });
  return { mask, frequencies, lengths: Uint32Array.from(lengths), positions };
}
