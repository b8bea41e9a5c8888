import MiniSearch, { type Options } from "minisearch";
import type { AnalysedPassage } from "../../analyse-passage.ts";
import { type Field, fields, fieldWeights } from "../../fields.ts";
import { bm25 } from "../../store.ts";

/** A passage as MiniSearch sees it: its number, and the analysed terms of each field separated by spaces. */
export type IndexedPassage = { readonly id: number } & Readonly<Partial<Record<Field, string>>>;

const split = (terms: string): string[] => terms.split(" ");
const same = (term: string): string => term;

/** Text is analysed before MiniSearch sees it, so that every engine shares one analyser. */
export const miniSearchOptions: Options<IndexedPassage> = {
  fields: [...fields],
  tokenize: split,
  processTerm: same,
  autoVacuum: false,
  searchOptions: {
    boost: Object.fromEntries(fields.map((field, number) => [field, fieldWeights[number] ?? 0])),
    bm25,
    combineWith: "OR",
    prefix: false,
    fuzzy: false,
  },
};

/**
 * Indexes passages; their numbers count from 0.
 *
 * @param nameOf what each term is called in the index, when it is to be read and not searched
 */
export function indexPassages(
  passages: Iterable<AnalysedPassage>,
  nameOf: (term: string) => string = same,
): MiniSearch<IndexedPassage> {
  const index = new MiniSearch<IndexedPassage>({ ...miniSearchOptions, processTerm: nameOf });
  let id = 0;
  for (const { terms } of passages) {
    const document: { id: number } & Partial<Record<Field, string>> = { id: id++ };
    // An empty field is left out: MiniSearch would count it as one empty term.
    for (const field of fields) if (terms[field].length > 0) document[field] = terms[field].join(" ");
    index.add(document);
  }
  return index;
}
