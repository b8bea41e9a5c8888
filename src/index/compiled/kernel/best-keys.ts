/** Top-k as a binary min-heap: at most `limit` docIds (keys), the worst at the root, and their scores. */
let limit: u32 = 0;
let length: u32 = 0;
let keys: usize = 0;
let scores: usize = 0;

/** The top-k threshold: the lowest score in a full heap; -Infinity while there is room. */
export let threshold: f64 = -Infinity;

/**
 * Starts collecting the keys with the highest scores, ties by lowest key.
 * @param most how many
 * @param keysAt address of the keys, 32 bits each, in heap order
 * @param scoresAt address of the scores, 64 bits each
 */
export function begin(most: u32, keysAt: usize, scoresAt: usize): void {
  limit = most;
  length = 0;
  keys = keysAt;
  scores = scoresAt;
  threshold = -Infinity;
}

export function add(key: u32, score: f64): void {
  if (length < limit) rise(length++, key, score);
  else if (limit > 0 && isWorse(keyAt(0), scoreAt(0), key, score)) sink(key, score);
  if (length === limit && limit > 0) threshold = scoreAt(0);
}

function keyAt(place: u32): u32 {
  return load<u32>(keys + 4 * place);
}

function scoreAt(place: u32): f64 {
  return load<f64>(scores + 8 * place);
}

function put(place: u32, key: u32, score: f64): void {
  store<u32>(keys + 4 * place, key);
  store<f64>(scores + 8 * place, score);
}

/** Sifts a new key up from a free place. */
function rise(from: u32, key: u32, score: f64): void {
  let place = from;
  while (place > 0) {
    const parent = (place - 1) >>> 1;
    if (!isWorse(key, score, keyAt(parent), scoreAt(parent))) break;
    put(place, keyAt(parent), scoreAt(parent));
    place = parent;
  }
  put(place, key, score);
}

/** Replaces the root by a key and sifts it down. */
function sink(key: u32, score: f64): void {
  let place: u32 = 0;
  for (let child: u32 = 1; child < length; child = 2 * place + 1) {
    const other = child + 1;
    if (other < length && isWorse(keyAt(other), scoreAt(other), keyAt(child), scoreAt(child))) child = other;
    if (!isWorse(keyAt(child), scoreAt(child), key, score)) break;
    put(place, keyAt(child), scoreAt(child));
    place = child;
  }
  put(place, key, score);
}

function isWorse(key: u32, score: f64, otherKey: u32, otherScore: f64): bool {
  return score < otherScore || (score === otherScore && key > otherKey);
}
