/**
 * Which words a language knows: a Bloom filter (Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970)
 * over the terms of a list of words. One term in about twenty that is not in the list is taken for known.
 */

/** Bits for each term of the list. */
const bitsPerTerm = 6;
/** Bits that are looked at for a term: `bitsPerTerm` times ln 2. */
const probes = 4;

/** Mixes all bits of a 32-bit number (the finalizer of MurmurHash3). */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The bits of a term in a filter of so many (Kirsch and Mitzenmacher, "Less hashing, same performance", 2006). */
function bitsOf(term: string, size: number): number[] {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  const first = mix(hash);
  const step = mix(first ^ 0x9e3779b9) | 1;
  return Array.from({ length: probes }, (_, probe) => ((first + Math.imul(probe, step)) >>> 0) % size);
}

/** The words that a language knows. */
export class Lexicon {
  readonly #bits: Uint8Array;

  /** @param base64 what `packLexicon` made */
  constructor(base64: string) {
    this.#bits = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  }

  /** Whether the language knows a term: always when it is in the list, and seldom when it is not. */
  has(term: string): boolean {
    return bitsOf(term, 8 * this.#bits.length).every(
      (bit) => ((this.#bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0,
    );
  }
}

/**
 * Packs terms for a `Lexicon`.
 * @internal for `npm run bench -- lexicons`
 */
export function packLexicon(terms: ReadonlySet<string>): string {
  const bits = new Uint8Array(Math.ceil((terms.size * bitsPerTerm) / 8));
  for (const term of terms) {
    for (const bit of bitsOf(term, 8 * bits.length))
      bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return btoa(Array.from(bits, (byte) => String.fromCharCode(byte)).join(""));
}
