import MiniSearch, { type Options, type SearchOptions } from "minisearch";
import type { Suggestion } from "../model.ts";
import { fold, lower } from "../text/fold.ts";
import { lowerWords, words } from "../text/words.ts";

/** Name of the asset that holds the suggestions. */
export const suggestionFile = "suggestions.json";

/**
 * Most suggestions that are kept. All are read when a reader types for the first time, so that this bounds the time it
 * takes. As many questions of SQuAD are 560 kB: Node 24 opens them in 40 to 75 ms the first time, in 14 ms after that.
 */
export const maximumSuggestions = 2000;

/** What readers are after most often comes first. */
const kinds = ["question", "title", "heading"] as const satisfies readonly Suggestion["kind"][];
const kindWeights: Readonly<Record<Suggestion["kind"], number>> = { question: 1.4, title: 1.2, heading: 1 };

type Entry = { readonly id: number } & Suggestion;

/** Words without case and accents. In scripts without spaces a word may begin anywhere, so every rest of a run is one. */
function tokens(text: string): string[] {
  return words(text).flatMap(({ start, end, script }) => {
    const word = fold(lower(text.slice(start, end)));
    return script === "spaced" ? [word] : Array.from(word, (_, index) => word.slice(index));
  });
}

/** A run as it was typed, to be looked for as the beginning of one. */
function typedTokens(text: string): string[] {
  return lowerWords(text).map(fold);
}

const options: Options<Entry> = {
  fields: ["text"],
  storeFields: ["kind", "text", "title", "url"],
  tokenize: tokens,
  processTerm: (term) => term,
  autoVacuum: false,
};

/** MiniSearch's own for suggestions: all words, the last of which may be unfinished. */
const searchOptions: SearchOptions = {
  tokenize: typedTokens,
  combineWith: "AND",
  prefix: (_, index, terms) => index === terms.length - 1,
  fuzzy: (term) => (term.length > 4 ? 0.2 : false),
  boostDocument: (_, __, stored) => kindWeights[kinds.find((kind) => kind === stored?.["kind"]) ?? "heading"],
};

/** The bytes of an index of suggestions. Of those that say the same, and of those beyond the limit, the first are kept. */
export function encodeSuggestions(suggestions: readonly Suggestion[]): Uint8Array {
  const distinct = new Map<string, Suggestion>();
  for (const kind of kinds) {
    for (const suggestion of suggestions) {
      if (suggestion.kind === kind && !distinct.has(suggestion.text))
        distinct.set(suggestion.text, suggestion);
    }
  }
  const kept = [...distinct.values()].slice(0, maximumSuggestions);
  const index = new MiniSearch<Entry>(options);
  index.addAll(kept.map((suggestion, id) => ({ id, ...suggestion })));
  return new TextEncoder().encode(JSON.stringify(index));
}

/** Finds what a reader who is typing may be after. */
export type Suggest = (typed: string, limit: number) => Suggestion[];

/** Opens the bytes of an index of suggestions. */
export function openSuggestions(bytes: Uint8Array): Suggest {
  const index = MiniSearch.loadJSON<Entry>(new TextDecoder().decode(bytes), options);
  return (typed, limit) =>
    index
      .search(typed, searchOptions)
      .slice(0, limit)
      .map(({ kind, text, title, url }): Suggestion => ({ kind, text, title, url }));
}
