import { encodePosition } from "../../../text/analyser.ts";
import { type FieldStatistics, scoreOf } from "../../bm25.ts";
import {
  bm25,
  type Candidate,
  fields,
  fieldWeights,
  type TermMatch,
  type WeightedTerm,
} from "../../store.ts";
import type { Ranges } from "../format/article-ranges.ts";
import { scoreTolerance } from "../kernel/shared-constants.ts";
import type { Address, Kernel } from "./kernel.ts";

/** A query term and its posting list. */
export interface QueryList extends WeightedTerm {
  /** Undefined when no passage holds the term. */
  readonly list: Uint8Array | undefined;
}

/** One query term while passages are scored. */
interface TermReader {
  /** Index of the term in the query. */
  readonly term: number;
  readonly cursor: Address;
  /** In how many passages the term occurs. */
  readonly count: number;
  /** What the term adds to no passage more than. */
  readonly bound: number;
}

/** Ascending keys in the memory of the kernel. */
interface Keys {
  readonly address: Address;
  readonly count: number;
}

/** Passages, those found first, of whose scores the least of the best is told while more is read: they hold rare terms. */
const thresholdSample = 4_096;

/**
 * Finds the best passages by their posting lists, a term at a time, rarest first. Passages that hold none of the terms
 * are never touched; and once those left to read cannot lift a new passage among the best, they are looked up in what
 * was found already and not read through (MaxScore: Turtle and Flood, "Query evaluation: strategies and optimizations",
 * 1995).
 *
 * The loops over postings are a kernel's, in whose memory the lists, the scores and the keys of the passages found are.
 */
export class PassageRanker {
  readonly #kernel: Kernel;
  readonly #passages: number;
  /** Where the keys of the passages found in a search are. */
  readonly #keys: Address;

  /** @param kernel that nothing else uses */
  constructor({ passages, averageLengths }: FieldStatistics, kernel: Kernel) {
    this.#kernel = kernel;
    this.#passages = passages;
    kernel.defineFields(fields.length, bm25.k, bm25.b);
    fields.forEach((field, number) => {
      kernel.defineField(number, fieldWeights[field], averageLengths[number] ?? 1);
    });
    this.#keys = kernel.definePassages(passages);
  }

  /**
   * The `limit` best passages, best first, of equal ones the lowest key first.
   *
   * @param allowed keys that may be found
   */
  best(lists: readonly QueryList[], allowed: Ranges, limit: number): Candidate[] {
    return this.#inScratch(() => {
      const readers = this.#open(lists);
      const best = this.#bestOf(this.#find(readers, allowed, limit), limit);
      return Array.from(this.#matchesIn(readers, best), ([docId, matches]) => ({
        docId,
        score: scoreOf(matches),
        matches,
      })).sort((a, b) => b.score - a.score || a.docId - b.docId);
    });
  }

  /** The scores of the passages with these keys, in this order. */
  scores(lists: readonly QueryList[], keys: readonly number[]): number[] {
    return this.#inScratch(() => {
      const readers = this.#open(lists);
      this.#found(keys.length).set(Uint32Array.from(keys).sort());
      for (const { cursor } of readers) this.#kernel.lookUp(cursor, keys.length);
      const scores = keys.map((key) => Math.fround(this.#kernel.scoreOf(key)));
      this.#kernel.forget(keys.length);
      return scores;
    });
  }

  /** Gives back the memory that is taken meanwhile. */
  #inScratch<Result>(work: () => Result): Result {
    const mark = this.#kernel.mark();
    try {
      return work();
    } catch (error) {
      // What a search that broke off has scored must not count in the next one.
      this.#kernel.forget(this.#passages);
      throw error;
    } finally {
      this.#kernel.release(mark);
    }
  }

  #open(lists: readonly QueryList[]): TermReader[] {
    const kernel = this.#kernel;
    return lists.flatMap(({ list, weight }, term) => {
      if (list === undefined) return [];
      const address = kernel.allocate(list.length);
      new Uint8Array(kernel.memory.buffer, address, list.length).set(list);
      const cursor = kernel.open(address, list.length, weight);
      return [{ term, cursor, count: kernel.count(cursor), bound: kernel.bound(cursor) }];
    });
  }

  /** Scores the passages that may be among the best. Gives how many are found. */
  #find(opened: readonly TermReader[], allowed: Ranges, limit: number): number {
    const kernel = this.#kernel;
    const readers = [...opened].sort((a, b) => a.count - b.count);
    // Of the readers from each on, what they add to no passage more than.
    const bounds = readers.map((_, index) => readers.slice(index).reduce((sum, { bound }) => sum + bound, 0));
    let found = 0;
    let reading = true;
    readers.forEach(({ cursor, count }, index) => {
      if (count > found) {
        const rest = bounds[index] ?? 0;
        const least = this.#threshold(Math.min(found, thresholdSample), limit) * (1 - scoreTolerance);
        const ends = reading && rest < least;
        if (ends) reading = false;
        if (!reading) found = kernel.keepFrom(found, least - rest);
        // Cursors go forward only. Few are left to be put in order by now.
        if (ends) this.#found(found).sort();
      }
      if (reading) {
        for (const { start, end } of allowed) found = kernel.readThrough(cursor, start, end, found);
      } else {
        kernel.lookUp(cursor, found);
      }
    });
    return found;
  }

  /** The keys of the first passages found, as long as nothing is allocated. */
  #found(count: number): Uint32Array {
    return new Uint32Array(this.#kernel.memory.buffer, this.#keys, count);
  }

  /** What the last of the best scores, among the first of the passages found; minus infinity while they are fewer than `limit`. */
  #threshold(found: number, limit: number): number {
    if (found < limit) return Number.NEGATIVE_INFINITY;
    return this.#inScratch(() => this.#kernel.best(found, limit, this.#kernel.allocate(4 * limit)));
  }

  /** The best of the passages found. The scores of all are forgotten. */
  #bestOf(found: number, limit: number): Keys {
    const kernel = this.#kernel;
    const count = Math.min(found, limit);
    const address = kernel.allocate(4 * count);
    kernel.best(found, count, address);
    kernel.forget(found);
    new Uint32Array(kernel.memory.buffer, address, count).sort();
    return { address, count };
  }

  /** How the terms occur in each of some passages. */
  #matchesIn(readers: readonly TermReader[], { address, count }: Keys): Map<number, TermMatch[]> {
    const kernel = this.#kernel;
    const keys = new Uint32Array(kernel.memory.buffer, address, count);
    const found = new Map(Array.from(keys, (key) => [key, [] as TermMatch[]]));
    for (const { term, cursor } of readers) {
      const start = kernel.mark();
      const matches = kernel.describe(cursor, address, count);
      const view = new DataView(kernel.memory.buffer, start, kernel.mark() - start);
      readMatches(view, matches, (key, match) => found.get(key)?.push({ term, ...match }));
    }
    return found;
  }
}

/** Reads what the kernel wrote of postings of one term. @see PostingCursor.describe of the kernel */
function readMatches(
  view: DataView,
  count: number,
  take: (key: number, match: Omit<TermMatch, "term">) => void,
): void {
  let at = 0;
  for (let left = count; left > 0; left--) {
    const score = view.getFloat64(at, true);
    const key = view.getUint32(at + 8, true);
    const mask = view.getUint32(at + 12, true);
    const frequency = view.getUint32(at + 16, true);
    const sentenceLength = view.getUint32(at + 20, true);
    at += 24;
    // Made at its length: one that grows takes room for many, and most hold one or two.
    const positions = new Array<number>(frequency);
    for (let index = 0; index < frequency; index++) {
      const position = view.getUint32(at, true);
      positions[index] = encodePosition(Math.floor(position / sentenceLength), position % sentenceLength);
      at += 4;
    }
    // Records begin at multiples of eight.
    at += at % 8;
    take(key, { score, fields: mask, positions });
  }
}
