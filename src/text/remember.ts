import type { Language } from "./language.ts";

/** Works out what `make` gives for a key once, and keeps it as long as the key is in use. */
export function once<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
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

/** Words that are remembered of one language: a few thousand make up most of any text. */
const capacity = 20_000;

/** UTF-16 units from which on V8 cuts a part out of a text without a copy. */
const leastShared = 13;

/** A word that does not hold on to the text that it was cut from. */
const detached = (word: string): string => (word.length < leastShared ? word : Array.from(word).join(""));

/** Works out what `make` gives for a word of a language once. What is remembered is forgotten when there is too much of it. */
export function remembered<Value>(
  make: (word: string, language: Language) => Value,
): (word: string, language: Language) => Value {
  const cacheOf = once((_: Language) => new Map<string, Value>());
  return (word, language) => {
    const cache = cacheOf(language);
    const known = cache.get(word);
    if (known !== undefined) return known;
    const kept = detached(word);
    const value = make(kept, language);
    if (cache.size >= capacity) cache.clear();
    cache.set(kept, value);
    return value;
  };
}
