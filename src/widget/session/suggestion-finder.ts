import type { Suggestion } from "../../model/index.ts";
import { type AnswerSource, suggestionSlice } from "./source.ts";
import { typedRanges } from "./typed-match.ts";

/** Requests that the typing of one question may cost. */
const requestsPerQuestion = 3;

/** Milliseconds that a reader pauses before a request. */
const pause = 200;

/** With as many that match, more are not worth a request. */
const enough = 5;

/** Finds suggestions for what is typed: mostly among those that came for its first letters. */
export class SuggestionFinder {
  readonly #source: () => AnswerSource;
  readonly #known = new Map<string, readonly Suggestion[]>();
  #left = requestsPerQuestion;

  constructor(source: () => AnswerSource) {
    this.#source = source;
  }

  /** Allows as many requests again: a question was asked, or the field emptied. */
  renew(): void {
    this.#left = requestsPerQuestion;
  }

  /** Forgets all suggestions: they are of another source. */
  forget(): void {
    this.#known.clear();
    this.renew();
  }

  /** The suggestions for a text. They are asked for after a pause, and only when too few are here. */
  async find(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
    const typed = text.toLowerCase();
    const exact = this.#known.get(typed);
    if (exact !== undefined) return exact;
    const { here, isComplete } = this.#here(typed);
    if (this.#left === 0 || here.length >= enough || (isComplete && here.length > 0)) return here;
    await new Promise((resolve) => setTimeout(resolve, pause));
    signal.throwIfAborted();
    this.#left--;
    const found = await this.#source().suggest(text, signal);
    this.#known.set(typed, found);
    return found.length > 0 ? found : here;
  }

  /** What matches of those that came for fewer letters, and whether the service cannot know more. */
  #here(typed: string): { here: readonly Suggestion[]; isComplete: boolean } {
    const [, slice] =
      [...this.#known]
        .filter(([known, found]) => found.length > 0 && typed.startsWith(known))
        .sort(([one], [other]) => other.length - one.length)[0] ?? [];
    if (slice === undefined) return { here: [], isComplete: false };
    const here = slice.filter(({ text }) => typedRanges(text, typed) !== undefined);
    return { here, isComplete: slice.length < suggestionSlice };
  }
}
