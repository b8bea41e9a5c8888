import { allocate } from "./memory";

/** Lists of so many postings have room for scores: to clear it would take longer than it saves in shorter ones. */
const fewestKept: u32 = 512;
/** Occurrences whose score is kept have a frequency up to this, and a length below. */
const mostFrequent: u32 = 4;
const leastLong: u32 = 128;

/**
 * Room for the scores of a list's occurrences in the text alone, by frequency and length, computed lazily, 0 until then.
 * @param postings in the list
 * @returns its address; 0 when none are kept
 */
export function roomForScores(postings: u32): usize {
  if (postings < fewestKept) return 0;
  const size = 8 * (mostFrequent + 1) * leastLong;
  const room = allocate(size);
  memory.fill(room, 0, size);
  return room;
}

/**
 * Where in the room the score of an occurrence is kept; 0 when it is not.
 * @param kind first byte of the kind
 * @param length first byte of the lengths
 */
export function slotOf(room: usize, kind: u32, length: u32): usize {
  return room !== 0 && (kind & 1) === 0 && kind <= 2 * mostFrequent && length < leastLong
    ? room + 8 * ((kind >>> 1) * leastLong + length)
    : 0;
}
