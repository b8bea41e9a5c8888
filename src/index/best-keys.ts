/** Keeps the best of many keys: those of the highest scores, of equal ones the lowest keys. A binary heap, worst at the root. */
export class BestKeys {
  readonly #limit: number;
  readonly #keys: Uint32Array;
  readonly #scores: Float64Array;
  #length = 0;
  #worst = Number.NEGATIVE_INFINITY;

  constructor(limit: number) {
    this.#limit = limit;
    this.#keys = new Uint32Array(limit);
    this.#scores = new Float64Array(limit);
  }

  /** The least score that is kept; minus infinity as long as there is room. */
  get threshold(): number {
    return this.#worst;
  }

  /** The keys kept, in no order. */
  get keys(): Uint32Array {
    return this.#keys.subarray(0, this.#length);
  }

  add(key: number, score: number): void {
    // Most keys end here.
    if (score < this.#worst) return;
    if (this.#length < this.#limit) this.#rise(this.#length++, key, score);
    else if (this.#limit > 0 && isWorse(this.#keys[0] ?? 0, this.#scores[0] ?? 0, key, score)) {
      this.#sink(key, score);
    }
    if (this.#length === this.#limit) this.#worst = this.#scores[0] ?? 0;
  }

  /** Puts a key at a free place, or nearer to the root: what is better moves down. */
  #rise(from: number, key: number, score: number): void {
    const keys = this.#keys;
    const scores = this.#scores;
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >>> 1;
      if (!isWorse(key, score, keys[parent] ?? 0, scores[parent] ?? 0)) break;
      keys[place] = keys[parent] ?? 0;
      scores[place] = scores[parent] ?? 0;
      place = parent;
    }
    keys[place] = key;
    scores[place] = score;
  }

  /** Puts a key in the place of the root, or farther down: what is worse moves up. */
  #sink(key: number, score: number): void {
    const keys = this.#keys;
    const scores = this.#scores;
    let place = 0;
    for (let child = 1; child < this.#length; child = 2 * place + 1) {
      const other = child + 1;
      if (
        other < this.#length &&
        isWorse(keys[other] ?? 0, scores[other] ?? 0, keys[child] ?? 0, scores[child] ?? 0)
      ) {
        child = other;
      }
      if (!isWorse(keys[child] ?? 0, scores[child] ?? 0, key, score)) break;
      keys[place] = keys[child] ?? 0;
      scores[place] = scores[child] ?? 0;
      place = child;
    }
    keys[place] = key;
    scores[place] = score;
  }
}

const isWorse = (key: number, score: number, otherKey: number, otherScore: number): boolean =>
  score < otherScore || (score === otherScore && key > otherKey);
