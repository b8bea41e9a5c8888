import type { ArticleMetadata, Passage } from "../../../model/index.ts";
import { lowerWords } from "../../../text/words.ts";
import { hasDigit, leastShared, placeOf, plainText } from "../../likeness.ts";

/** Numbers that the pairs of words of a passage are counted by. */
const buckets = 32;

/** What tells that two passages do not say the same. */
interface Sketch {
  readonly number: number;
  readonly article: string;
  /** In words, as many as pairs. */
  readonly length: number;
  /** How many pairs of neighbouring words have each hash. */
  readonly counts: Uint8Array;
}

/**
 * Finds the passages of a corpus that may say the same as others: all those that `answer/repetitions.ts` would take for one, and
 * few more. Passages are added in the order of their numbers.
 */
export class RepeatFinder {
  readonly #found: boolean[] = [];
  /** The first passage with each text, by its hash. */
  readonly #byText = new Map<number, number>();
  /** Passages below the same heading that have the same numbers. */
  readonly #byPlace = new Map<string, Sketch[]>();

  add(passage: Passage, article: ArticleMetadata): void {
    const number = this.#found.length;
    const text = hashOf(plainText(passage.text));
    const same = this.#byText.get(text);
    this.#found.push(same !== undefined);
    if (same === undefined) this.#byText.set(text, number);
    else this.#found[same] = true;
    const words = lowerWords(passage.text);
    const sketch = { number, article: article.id, length: words.length, counts: countPairs(words) };
    const place = `${placeOf(passage, article)} ${words.filter(hasDigit).sort().join(" ")}`;
    const known = this.#byPlace.get(place);
    if (known === undefined) this.#byPlace.set(place, [sketch]);
    else known.push(sketch);
  }

  /** For each passage whether it may say the same as another. */
  finish(): readonly boolean[] {
    for (const sketches of this.#byPlace.values()) {
      sketches.sort((a, b) => a.length - b.length);
      for (const [index, a] of sketches.entries()) {
        for (let next = index + 1; next < sketches.length; next++) {
          const b = sketches[next];
          // What is much longer has too little in common, and so have those behind it.
          if (b === undefined || 2 * a.length < leastShared * (a.length + b.length)) break;
          if (this.#found[a.number] === true && this.#found[b.number] === true) continue;
          if (a.article === b.article || 2 * mostInCommon(a, b) < leastShared * (a.length + b.length))
            continue;
          this.#found[a.number] = true;
          this.#found[b.number] = true;
        }
      }
    }
    return this.#found;
  }
}

/** Pairs that two passages have in common, at most. */
function mostInCommon(a: Sketch, b: Sketch): number {
  // A count that does not fit in a byte is unknown.
  if (a.length > 255 || b.length > 255) return Math.min(a.length, b.length);
  return a.counts.reduce((sum, count, bucket) => sum + Math.min(count, b.counts[bucket] ?? 0), 0);
}

function countPairs(words: readonly string[]): Uint8Array {
  const counts = new Uint8Array(buckets);
  let before = 0;
  for (const word of words) {
    const hash = hashOf(word);
    const bucket = (Math.imul(before, 31) + hash) >>> 27;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
    before = hash;
  }
  return counts;
}

/** FNV-1a over UTF-16 units, mixed so that its high bits depend on all of them. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
}
