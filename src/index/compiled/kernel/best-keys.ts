/** So many of the best keys are kept, in a binary heap whose worst is at its root, and their scores beside them. */
let limit: u32 = 0;
let length: u32 = 0;
let keys: usize = 0;
let scores: usize = 0;

/** The least score that is kept; minus infinity as long as there is room. */
export let threshold: f64 = -Infinity;

/**
 * Begins to collect keys: those of the highest scores, of equal ones the lowest keys.
 * @param most how many
 * @param keysAt where they go, 32 bits each, in no order
 * @param scoresAt where their scores go
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

/** Puts a key at a free place, or nearer to the root: what is better moves down. */
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

/** Puts a key in the place of the root, or farther down: what is worse moves up. */
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
