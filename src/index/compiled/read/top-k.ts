import { encodePosition } from "../../../text/analyser.ts";
import { type FieldStatistics, passageScore } from "../../bm25.ts";
import { fields, fieldWeights, textField } from "../../fields.ts";
import { bm25, type Candidate, type TermMatch, type WeightedTerm } from "../../store.ts";
import type { Ranges } from "../format/article-ranges.ts";
import { scoreTolerance } from "../kernel/shared-constants.ts";
import type { Address, Kernel } from "./kernel.ts";

/** A query term and its posting list. */
export interface QueryList extends WeightedTerm {
  /** Undefined when no passage contains the term. */
  readonly list: Uint8Array | undefined;
}

/** The cursor of one query term. */
interface TermReader {
  /** Index of the term in the query. */
  readonly term: number;
  readonly cursor: Address;
  /** Document frequency. */
  readonly count: number;
  /** Upper bound of what the term adds to a score. */
  readonly bound: number;
}

/** Ascending docIds in the kernel's memory. */
interface Keys {
  readonly address: Address;
  readonly count: number;
}

/** How many of the first-found passages (they contain the rarest terms) are sampled to estimate the top-k threshold. */
const thresholdSample = 4_096;

/**
 * Top-k search, one term at a time, rarest first. Once the remaining terms together cannot lift a new passage above the top-k
 * threshold, their lists are only looked up for passages already found, and no longer read through (MaxScore: Turtle and
 * Flood, "Query evaluation: strategies and optimizations", 1995).
 *
 * The loops over postings run in the WebAssembly kernel, whose memory holds the lists, scores and docIds.
 */
export class PassageRanker {
  readonly #kernel: Kernel;
  readonly #passages: number;
  /** Address of the docIds found in a search. */
  readonly #keys: Address;

  /** @param kernel for the exclusive use of this ranker */
  constructor({ passages, averageLengths }: FieldStatistics, kernel: Kernel) {
    this.#kernel = kernel;
    this.#passages = passages;
    kernel.defineFields(fields.length, textField, bm25.k, bm25.b);
    fieldWeights.forEach((weight, field) => {
      kernel.defineField(field, weight, averageLengths[field] ?? 1);
    });
    this.#keys = kernel.definePassages(passages);
  }

  /**
   * The `limit` best passages, best first, ties by docId.
   *
   * @param allowed docIds that pass the filter
   */
  best(lists: readonly QueryList[], allowed: Ranges, limit: number): Candidate[] {
    return this.#inScratch(() => {
      const readers = this.#open(lists);
      const best = this.#bestOf(this.#find(readers, allowed, limit), limit);
      return Array.from(this.#matchesIn(readers, best), ([docId, matches]) => ({
        docId,
        score: passageScore(matches),
        matches,
      })).sort((a, b) => b.score - a.score || a.docId - b.docId);
    });
  }

  /** The scores of the passages with these docIds, in this order. */
  scores(lists: readonly QueryList[], keys: readonly number[]): number[] {
    return this.#inScratch(() => {
      const readers = this.#open(lists);
      this.#found(keys.length).set(Uint32Array.from(keys).sort());
      for (const { cursor } of readers) this.#kernel.scorePresent(cursor, keys.length);
      const scores = keys.map((key) => Math.fround(this.#kernel.scoreOf(key)));
      this.#kernel.forget(keys.length);
      return scores;
    });
  }

  /** Runs `work` and releases the kernel memory that it allocated. */
  #inScratch<Result>(work: () => Result): Result {
    const mark = this.#kernel.mark();
    try {
      return work();
    } catch (error) {
      // Scores of a failed search must not leak into the next one.
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
      const cursor = kernel.open(address, weight);
      return [{ term, cursor, count: kernel.count(cursor), bound: kernel.bound(cursor) }];
    });
  }

  /** Scores every passage that may be among the best. @returns how many there are */
  #find(opened: readonly TermReader[], allowed: Ranges, limit: number): number {
    const kernel = this.#kernel;
    const readers = [...opened].sort((a, b) => a.count - b.count);
    // Upper bound of what each reader and those after it add to a score.
    const bounds = readers.map((_, index) => readers.slice(index).reduce((sum, { bound }) => sum + bound, 0));
    let found = 0;
    let reading = true;
    readers.forEach(({ cursor, count }, index) => {
      if (count > found) {
        const rest = bounds[index] ?? 0;
        const least = this.#threshold(Math.min(found, thresholdSample), limit) * (1 - scoreTolerance);
        const ends = reading && rest < least;
        if (ends) reading = false;
        if (!reading) found = kernel.prune(found, least - rest);
        // Cursors only move forward, so docIds must ascend; few are left to sort by now.
        if (ends) this.#found(found).sort();
      }
      if (reading) {
        for (const { start, end } of allowed) found = kernel.scoreAll(cursor, start, end, found);
      } else {
        kernel.scorePresent(cursor, found);
      }
    });
    return found;
  }

  /** View of the first docIds found; invalid after the next allocation. */
  #found(count: number): Uint32Array {
    return new Uint32Array(this.#kernel.memory.buffer, this.#keys, count);
  }

  /** Score of the k-th best passage so far (the top-k threshold); -Infinity until `limit` passages are found. */
  #threshold(found: number, limit: number): number {
    if (found < limit) return Number.NEGATIVE_INFINITY;
    return this.#inScratch(() => this.#kernel.best(found, limit, this.#kernel.allocate(4 * limit)));
  }

  /** The best passages found. Resets all scores. */
  #bestOf(found: number, limit: number): Keys {
    const kernel = this.#kernel;
    const count = Math.min(found, limit);
    const address = kernel.allocate(4 * count);
    kernel.best(found, count, address);
    kernel.forget(found);
    new Uint32Array(kernel.memory.buffer, address, count).sort();
    return { address, count };
  }

  /** The matches of each term in the given passages. */
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

/** Decodes the kernel's records of one term's postings. @see PostingCursor.describe in the kernel */
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
    at += 20;
    // Allocated at its final length: a growing array reserves room for many, and most have one or two.
    const positions = new Array<number>(frequency);
    for (let index = 0; index < frequency; index++) {
      positions[index] = encodePosition(view.getUint32(at, true), view.getUint32(at + 4, true));
      at += 8;
    }
    // Records are aligned to eight bytes.
    at += at % 8;
    take(key, { score, fields: mask, positions });
  }
}
