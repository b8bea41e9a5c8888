/** Keeps the best of many keys: those of the highest scores, of equal ones the lowest keys. A binary heap, worst at the root. */
export class BestKeys {
  readonly #limit: number;
  readonly #keys: number[] = [];
  readonly #scores: number[] = [];
  #worst = Number.NEGATIVE_INFINITY;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The least score that is kept; minus infinity as long as there is room. */
  get threshold(): number {
    return this.#worst;
  }

  /** The keys kept, in no order. */
  get keys(): readonly number[] {
    return this.#keys;
  }

  add(key: number, score: number): void {
    // Most keys end here.
    if (score < this.#worst) return;
    if (this.#keys.length < this.#limit) {
      this.#keys.push(key);
      this.#scores.push(score);
      this.#rise(this.#keys.length - 1);
    } else if (this.#limit > 0 && this.#isWorse(this.#keys[0] ?? 0, this.#scores[0] ?? 0, key, score)) {
      this.#set(0, key, score);
      this.#sink();
    }
    if (this.#keys.length === this.#limit) this.#worst = this.#scores[0] ?? 0;
  }

  #isWorse(key: number, score: number, otherKey: number, otherScore: number): boolean {
    return score < otherScore || (score === otherScore && key > otherKey);
  }

  #isWorseAt(place: number, other: number): boolean {
    const keys = this.#keys;
    const scores = this.#scores;
    return this.#isWorse(keys[place] ?? 0, scores[place] ?? 0, keys[other] ?? 0, scores[other] ?? 0);
  }

  #rise(from: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >>> 1;
      if (!this.#isWorseAt(place, parent)) return;
      this.#swap(place, parent);
      place = parent;
    }
  }

  #sink(): void {
    let place = 0;
    for (;;) {
      let worst = place;
      for (const child of [2 * place + 1, 2 * place + 2]) {
        if (child < this.#keys.length && this.#isWorseAt(child, worst)) worst = child;
      }
      if (worst === place) return;
      this.#swap(place, worst);
      place = worst;
    }
  }

  #swap(place: number, other: number): void {
    const key = this.#keys[place] ?? 0;
    const score = this.#scores[place] ?? 0;
    this.#set(place, this.#keys[other] ?? 0, this.#scores[other] ?? 0);
    this.#set(other, key, score);
  }

  #set(place: number, key: number, score: number): void {
    this.#keys[place] = key;
    this.#scores[place] = score;
  }
}
