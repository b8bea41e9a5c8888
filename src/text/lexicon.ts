/**
 * Which words a language knows: a Bloom filter (Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970)
 * over the terms of a list of words. One term in thirty that is not in a list is taken for one of it.
 */

/** Bits for each term of a list: of ten, one term in a hundred that is not in it is taken for one of it. */
const bitsPerTerm = { words: 7, kinds: 10 } as const;
/** Bits that are looked at for a term: seven times ln 2. */
const probes = 5;

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

/** A set of terms that takes few bits of each. */
class TermFilter {
  readonly #bits: Uint8Array;

  /** @param bits what `packTerms` made */
  constructor(bits: Uint8Array) {
    this.#bits = bits;
  }

  /** Always true of a term in the set, and seldom of another. */
  has(term: string): boolean {
    if (this.#bits.length === 0) return false;
    return bitsOf(term, 8 * this.#bits.length).every(
      (bit) => ((this.#bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0,
    );
  }
}

/** The lists of a language as `packTerms` made them; empty where it has none of a kind. */
export interface PackedLexicon {
  readonly words: Uint8Array;
  /** Names that are no words of the language. */
  readonly names: Uint8Array;
  /** What has no other name: towns, and in English diseases, drugs, plants, animals and the like. */
  readonly kinds: Uint8Array;
}

/** Bytes of a lexicon's file before its lists: the lengths of the first two, four bytes each. */
const headLength = 8;

/** A lexicon as a file. */
export function encodeLexicon({ words, names, kinds }: PackedLexicon): Uint8Array {
  const file = new Uint8Array(headLength + words.length + names.length + kinds.length);
  const head = new DataView(file.buffer);
  head.setUint32(0, words.length);
  head.setUint32(4, names.length);
  file.set(words, headLength);
  file.set(names, headLength + words.length);
  file.set(kinds, headLength + words.length + names.length);
  return file;
}

/** The lexicon of a file that `encodeLexicon` made. */
export function decodeLexicon(file: Uint8Array): PackedLexicon {
  const head = new DataView(file.buffer, file.byteOffset);
  const names = headLength + head.getUint32(0);
  const kinds = names + head.getUint32(4);
  return {
    words: file.subarray(headLength, names),
    names: file.subarray(names, kinds),
    kinds: file.subarray(kinds),
  };
}

/** The words that a language knows. */
export class Lexicon {
  readonly #words: TermFilter;
  readonly #names: TermFilter;
  readonly #kinds: TermFilter;

  constructor({ words, names, kinds }: PackedLexicon) {
    this.#words = new TermFilter(words);
    this.#names = new TermFilter(names);
    this.#kinds = new TermFilter(kinds);
  }

  /** Whether the language knows a term, as a word or as a name. */
  has(term: string): boolean {
    return this.#words.has(term) || this.#names.has(term) || this.#kinds.has(term);
  }

  /** Whether a term is a town, a disease, a drug, a plant, an animal or the like, which no text calls by another word. */
  isKind(term: string): boolean {
    return this.#kinds.has(term);
  }

  /** Whether a term is a name and no word of the language. */
  isName(term: string): boolean {
    return this.#names.has(term) && !this.#words.has(term);
  }
}

/**
 * Packs terms for a `Lexicon`.
 * @internal for `npm run bench -- lexicons`
 */
export function packTerms(terms: ReadonlySet<string>, list: keyof typeof bitsPerTerm = "words"): Uint8Array {
  const bits = new Uint8Array(Math.ceil((terms.size * bitsPerTerm[list]) / 8));
  for (const term of terms) {
    for (const bit of bitsOf(term, 8 * bits.length))
      bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return bits;
}
