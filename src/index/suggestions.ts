import type { Suggestion } from "../model/index.ts";
import { fold, lower } from "../text/fold.ts";
import { lowerWords, words } from "../text/words.ts";
import { lastWhere } from "./compiled/format/string-table.ts";
import { rankSimilarTerms } from "./similar.ts";

/** Asset name of the suggestions. */
export const suggestionFile = "suggestions.json";

/**
 * Maximum number of suggestions. The whole file is read when a reader first types, so this bounds that time: as many questions
 * of SQuAD are 400 kB of JSON.
 */
export const maximumSuggestions = 2000;

/** Kinds by how likely readers want them. */
const kinds = ["question", "title", "heading"] as const satisfies readonly Suggestion["kind"][];
const kindWeights: Readonly<Record<Suggestion["kind"], number>> = { question: 1.4, title: 1.2, heading: 1 };

/** The file: an inverted index that is searched as parsed, without building anything first. */
interface SuggestionIndex {
  readonly suggestions: readonly Suggestion[];
  /** All words of the suggestions, each once, sorted by UTF-16 units. */
  readonly words: readonly string[];
  /** For each word the numbers of the suggestions with it, separated by spaces: a string, since most are never parsed. */
  readonly holders: readonly string[];
}

/** Words without case and accents. In scripts without spaces a word may start anywhere, so every suffix of a run is one. */
function tokens(text: string): string[] {
  return words(text).flatMap(({ start, end, script }) => {
    const word = fold(lower(text.slice(start, end)));
    return script === "spaced" ? [word] : Array.from(word, (_, index) => word.slice(index));
  });
}

/** Encodes suggestions, without duplicates and up to the limit. */
export function encodeSuggestions(suggestions: readonly Suggestion[]): Uint8Array {
  const distinct = new Map<string, Suggestion>();
  for (const kind of kinds) {
    for (const suggestion of suggestions) {
      if (suggestion.kind === kind && !distinct.has(suggestion.text))
        distinct.set(suggestion.text, suggestion);
    }
  }
  const kept = [...distinct.values()].slice(0, maximumSuggestions);
  const numbersOf = new Map<string, number[]>();
  kept.forEach(({ text }, number) => {
    for (const token of new Set(tokens(text))) {
      const numbers = numbersOf.get(token);
      if (numbers === undefined) numbersOf.set(token, [number]);
      else numbers.push(number);
    }
  });
  const sorted = [...numbersOf].sort(([a], [b]) => (a < b ? -1 : 1));
  const index: SuggestionIndex = {
    suggestions: kept.map(({ kind, text, title, url }) => ({ kind, text, title, url })),
    words: sorted.map(([word]) => word),
    holders: sorted.map(([, numbers]) => numbers.join(" ")),
  };
  return new TextEncoder().encode(JSON.stringify(index));
}

/** Returns completions of what was typed. */
export type Suggest = (typed: string, limit: number) => Suggestion[];

/** Decodes the suggestions. */
export function openSuggestions(bytes: Uint8Array): Suggest {
  const index = JSON.parse(new TextDecoder().decode(bytes)) as SuggestionIndex;
  return (typed, limit) => {
    const runs = lowerWords(typed).map(fold);
    const scores = runs
      .map((run, number) => holdersOf(index, run, number === runs.length - 1))
      .reduce(intersect, undefined);
    return rank(index, scores ?? new Map()).slice(0, limit);
  };
}

/** Number of typed characters that match, by the suggestion's number. */
type Scores = ReadonlyMap<number, number>;

/** Suggestions that match both, scores added. */
function intersect(before: Scores | undefined, scores: Scores): Scores {
  if (before === undefined) return scores;
  const both = new Map<number, number>();
  for (const [number, characters] of scores) {
    const others = before.get(number);
    if (others !== undefined) both.set(number, others + characters);
  }
  return both;
}

/** Suggestions with a typed word, or with it as a prefix when it may be unfinished; else with a similar word. */
function holdersOf(index: SuggestionIndex, typed: string, mayBeUnfinished: boolean): Scores {
  const from = firstFrom(index.words, typed);
  let to = from;
  while (mayBeUnfinished ? index.words[to]?.startsWith(typed) : index.words[to] === typed) to++;
  const scores = new Map<number, number>();
  const add = (word: number, characters: number): void => {
    for (const holder of index.holders[word]?.split(" ") ?? []) {
      const number = Number(holder);
      scores.set(number, Math.max(characters, scores.get(number) ?? 0));
    }
  };
  for (let word = from; word < to; word++) add(word, typed.length);
  if (from < to) return scores;
  const initial = typed.charAt(0);
  const alike = index.words.slice(
    firstFrom(index.words, initial),
    firstFrom(index.words, `${initial}\uffff`),
  );
  const similar = rankSimilarTerms(
    typed,
    alike.map((term) => ({ term, documentFrequency: 0 })),
  );
  for (const { term, weight } of similar) add(firstFrom(index.words, term), weight * typed.length);
  return scores;
}

/** Index of the first word that does not sort before another (lower bound). */
const firstFrom = (sorted: readonly string[], word: string): number =>
  lastWhere(sorted.length, (place) => (sorted[place] ?? "") < word) + 1;

/** Suggestions by matched characters, weighted by kind and a little against long ones; ties in their order. */
function rank({ suggestions }: SuggestionIndex, scores: Scores): Suggestion[] {
  return [...scores]
    .flatMap(([number, characters]) => {
      const suggestion = suggestions[number];
      if (suggestion === undefined) return [];
      const score = (kindWeights[suggestion.kind] * characters) / Math.sqrt(suggestion.text.length);
      return [{ suggestion, score, number }];
    })
    .sort((a, b) => b.score - a.score || a.number - b.number)
    .map(({ suggestion }) => suggestion);
}
