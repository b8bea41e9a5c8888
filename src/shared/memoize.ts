/** Memoizes `make` by object, for as long as the object is reachable. */
export function memoizeByObject<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    let known = made.get(key);
    if (known === undefined) {
      known = { value: make(key) };
      made.set(key, known);
    }
    return known.value;
  };
}

/** Maximum number of words cached per owner, such as a language: a few thousand make up most of any text. */
const capacity = 20_000;

/** Length from which V8 makes a substring without copying. */
const leastShared = 13;

/** A copy of a word, so that it does not keep the text it was cut from in memory. */
const detached = (word: string): string => (word.length < leastShared ? word : Array.from(word).join(""));

/** Memoizes `make` by word, in one cache per owner (a language), which is cleared when full. */
export function memoizeWords<Owner extends object, Value>(
  make: (word: string, owner: Owner) => Value,
): (word: string, owner: Owner) => Value {
  const cacheOf = memoizeByObject((_: Owner) => new Map<string, Value>());
  return (word, owner) => {
    const cache = cacheOf(owner);
    const known = cache.get(word);
    if (known !== undefined) return known;
    const kept = detached(word);
    const value = make(kept, owner);
    if (cache.size >= capacity) cache.clear();
    cache.set(kept, value);
    return value;
  };
}
