/** Keeps the best of many keys: those of the highest scores, of equal ones the lowest keys. A binary heap, worst at the root. */
export class BestKeys {
  readonly #limit: number;
  readonly #keys: number[] = [];
  readonly #scores: number[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The score that a further key has to exceed; minus infinity as long as there is room. */
  get threshold(): number {
    return this.#keys.length < this.#limit ? Number.NEGATIVE_INFINITY : (this.#scores[0] ?? 0);
  }

  /** The keys kept, in no order. */
  get keys(): readonly number[] {
    return this.#keys;
  }

  add(key: number, score: number): void {
    if (this.#keys.length < this.#limit) {
      this.#keys.push(key);
      this.#scores.push(score);
      this.#rise(this.#keys.length - 1);
    } else if (this.#limit > 0 && this.#isWorse(this.#keys[0] ?? 0, this.#scores[0] ?? 0, key, score)) {
      this.#set(0, key, score);
      this.#sink();
    }
  }

  #isWorse(key: number, score: number, otherKey: number, otherScore: number): boolean {
    return score < otherScore || (score === otherScore && key > otherKey);
  }

  #isWorseAt(place: number, other: number): boolean {
    const { [place]: key = 0, [other]: otherKey = 0 } = this.#keys;
    const { [place]: score = 0, [other]: otherScore = 0 } = this.#scores;
    return this.#isWorse(key, score, otherKey, otherScore);
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
