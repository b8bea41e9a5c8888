/** Works out what `make` gives for a key once, and keeps it as long as the key is in use. */
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

/** Words that are kept for one owner, such as a language: a few thousand make up most of any text. */
const capacity = 20_000;

/** UTF-16 units from which on V8 cuts a part out of a text without a copy. */
const leastShared = 13;

/** A word that does not hold on to the text that it was cut from. */
const detached = (word: string): string => (word.length < leastShared ? word : Array.from(word).join(""));

/** Memoizes `make` by word, for each owner (a language) in a cache of its own, which is emptied when it is full. */
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
