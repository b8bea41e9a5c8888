/** Length of the grams, in UTF-16 units: few texts have the same so long a gram in many places. */
export const gramLength = 16;

const base = 0x01000193;

/** `base` to the power of `gramLength - 1`, modulo 2^32. */
const highest = Array.from({ length: gramLength - 1 }).reduce<number>((power) => Math.imul(power, base), 1);

function hashOf(gram: string): number {
  let hash = 0;
  for (let i = gramLength - 1; i >= 0; i--) hash = (Math.imul(hash, base) + gram.charCodeAt(i)) | 0;
  return hash;
}

/** Where in a text each gram may stand: chains of places, in order, of grams with the same hash (Rabin-Karp). */
export class GramIndex {
  /** First place of each bucket, plus 1. */
  readonly #heads: Int32Array;
  /** Of each place the next one of its bucket, plus 1. */
  readonly #nexts: Int32Array;
  readonly #shift: number;

  constructor(text: string) {
    const bits = Math.min(20, Math.max(10, Math.ceil(Math.log2(text.length + 1))));
    this.#shift = 32 - bits;
    this.#heads = new Int32Array(2 ** bits);
    this.#nexts = new Int32Array(Math.max(0, text.length));
    const last = text.length - gramLength;
    let hash = last >= 0 ? hashOf(text.slice(last)) : 0;
    for (let place = last; place >= 0; place--) {
      if (place < last) {
        const without = (hash - Math.imul(text.charCodeAt(place + gramLength), highest)) | 0;
        hash = (Math.imul(without, base) + text.charCodeAt(place)) | 0;
      }
      const bucket = this.#bucket(hash);
      this.#nexts[place] = this.#heads[bucket] ?? 0;
      this.#heads[bucket] = place + 1;
    }
  }

  #bucket(hash: number): number {
    return Math.imul(hash, 0x9e3779b1) >>> this.#shift;
  }

  /** The first place where a term of at least `gramLength` may stand; -1 for none. */
  first(term: string): number {
    return (this.#heads[this.#bucket(hashOf(term))] ?? 0) - 1;
  }

  /** The next place where what may stand at a place may stand too; -1 for none. */
  next(place: number): number {
    return (this.#nexts[place] ?? 0) - 1;
  }
}
