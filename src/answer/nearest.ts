import type { PassageHint, PassageStore } from "../index/store.ts";
import { timeOf } from "../index/time-of.ts";
import type { LanguageSet } from "../text/language-set.ts";
import type { PassageReader } from "./passage-reader.ts";
import type { RankedPassage } from "./rank.ts";
import { ReadBounds } from "./read-bounds.ts";
import { type Folded, withoutRepetitions } from "./repetitions.ts";
import { byScore, createReranker, type JudgedPassage, type ReadPassage, readDepth } from "./rerank.ts";
import type { RetrievalResult } from "./retrieve.ts";
import { Timeliness } from "./timeliness.ts";

/** Passages that are read at a time, and with the likeliest: as many as a browser or a Worker asks for at once. */
const step = 6;

/** A passage that may be read. */
interface Waiting {
  readonly ranked: RankedPassage;
  /** The score that it has at most once it is read. */
  readonly most: number;
}

/** Judges a passage once it is read. */
type Judge = (read: ReadPassage) => JudgedPassage;

/** What the passages of a question are read from, and by. */
interface Reading {
  readonly store: PassageStore;
  readonly reader: PassageReader;
  readonly languages: LanguageSet;
}

/**
 * The passages of a question that are worth reading, put in the order that they have once they are read. As few are read as it takes to
 * know the best: what the others would score at most is known from their postings and from what the engine knows of them.
 */
export class NearestPassages {
  readonly #reading: Reading;
  readonly #retrieved: RetrievalResult;
  /** Most wanted first. */
  readonly #near: readonly RankedPassage[];
  readonly #hints: readonly PassageHint[] | undefined;
  readonly #asked = new Set<number>();
  readonly #read: ReadPassage[] = [];
  readonly #judged: JudgedPassage[] = [];
  /** Of those that the engine tells of: what it tells does not change as more are read. */
  readonly #known: { readonly timeliness: Timeliness; readonly judge: Judge } | undefined;
  #isRefused = false;

  /** @param ranked all candidates, best first */
  constructor(reading: Reading, retrieved: RetrievalResult, ranked: readonly RankedPassage[]) {
    this.#reading = reading;
    this.#retrieved = retrieved;
    this.#near = nearest(ranked, retrieved);
    this.#hints = reading.store.hints?.(this.#near.map(({ docId }) => docId));
    this.#known = this.#hints && this.#judgeBy(this.#hints.map(({ time }) => time));
  }

  /** Whether the budget did not let a passage be read that was wanted. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** The passages that were read, best first, without those that say the same as another; the first `count` of them are the best of all. */
  async best(count: number): Promise<readonly (JudgedPassage & Folded)[]> {
    const waiting = this.#waiting();
    if (waiting === undefined || count >= this.#near.length) return this.#readAlso(this.#near);
    // What may be one with another has to be compared with it.
    const surely = waiting.filter(({ most }) => most === Number.POSITIVE_INFINITY).length;
    // Mostly some more are wanted, and to wait for them apart takes as long again.
    let end = Math.max(count + step, surely);
    let judged = await this.#readAlso(waiting.slice(0, end).map(({ ranked }) => ranked));
    for (; end < waiting.length; end += step) {
      const least = judged[count - 1]?.ranked.score ?? Number.NEGATIVE_INFINITY;
      if ((waiting[end]?.most ?? 0) < least) break;
      judged = await this.#readAlso(waiting.slice(end, end + step).map(({ ranked }) => ranked));
    }
    return judged;
  }

  /** The same once those are read as well whose titles, headings and declared questions may hold some share of the question. */
  withHeadings(share: number): Promise<readonly (JudgedPassage & Folded)[]> {
    const bounds = this.#bounds();
    return this.#readAlso(this.#near.filter((ranked) => bounds.headingShare(ranked) >= share));
  }

  has(docId: number): boolean {
    return this.#reading.reader.has(docId) && this.#asked.has(docId);
  }

  /** Those that score most at most first; undefined when the engine tells nothing of them. */
  #waiting(): Waiting[] | undefined {
    const hints = this.#hints;
    if (hints === undefined) return undefined;
    const bounds = this.#bounds();
    return this.#near
      .map((ranked, index): Waiting => {
        const hint = hints[index];
        const most =
          hint === undefined || hint.mayRepeat ? Number.POSITIVE_INFINITY : bounds.score(ranked, hint);
        return { ranked, most };
      })
      .sort((a, b) => b.most - a.most || a.ranked.docId - b.ranked.docId);
  }

  #bounds(): ReadBounds {
    const { timeliness } = this.#known ?? this.#judgeAmongRead();
    return new ReadBounds(this.#retrieved, timeliness, this.#reading.store.info.languages);
  }

  #take(read: ReadPassage): void {
    this.#read.push(read);
    if (this.#known !== undefined) this.#judged.push(this.#known.judge(read));
  }

  #judgeAmongRead() {
    return this.#judgeBy(this.#read.map(({ stored }) => timeOf(stored.article)));
  }

  /** @param times of the passages that are compared */
  #judgeBy(times: readonly (number | undefined)[]): { timeliness: Timeliness; judge: Judge } {
    const timeliness = new Timeliness(this.#retrieved.question, times);
    const judge = createReranker(this.#retrieved, timeliness, this.#reading.languages);
    return { timeliness, judge };
  }

  async #readAlso(wanted: readonly RankedPassage[]): Promise<readonly (JudgedPassage & Folded)[]> {
    const { reader, languages } = this.#reading;
    const unknown = wanted.filter(({ docId }) => !this.#asked.has(docId));
    for (const { docId } of unknown) this.#asked.add(docId);
    const stored = new Map(
      (await reader.read(unknown.map(({ docId }) => docId))).map((one) => [one.docId, one]),
    );
    if (stored.size < unknown.length) this.#isRefused = true;
    for (const ranked of unknown) {
      const passage = stored.get(ranked.docId);
      if (passage !== undefined) this.#take({ ranked, stored: passage });
    }
    const judged = this.#known === undefined ? this.#read.map(this.#judgeAmongRead().judge) : this.#judged;
    return withoutRepetitions(judged.toSorted(byScore), languages);
  }
}

/**
 * The passages to read, most wanted first: those below a heading that is asked as a whole, or that say what the thing is which is asked
 * about, which words alone leave behind, and the best by their words.
 */
function nearest(
  ranked: readonly RankedPassage[],
  { headed, introduced }: RetrievalResult,
): readonly RankedPassage[] {
  const left = ranked.slice(readDepth).filter(({ docId }) => headed.has(docId) || introduced.has(docId));
  const wanted = left.slice(0, readDepth / 2);
  return [...wanted, ...ranked.slice(0, readDepth - wanted.length)];
}
