/**
 * Which words a language knows: Bloom filters (Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970)
 * over the terms of lists of words, in slices by a hash of the term. One term in fifty that is not in a list is taken for one of it.
 */

/**
 * Bits for each term of a list: of eight, one term in fifty that is not in it is taken for one of it. Kinds are few, and a
 * question about a word that is taken for one is refused.
 */
const bitsPerTerm = { words: 8, names: 8, kinds: 16 } as const;
/** Bits that are looked at for a term: seven times ln 2. */
const probes = 5;

/** Mixes all bits of a 32-bit number (the finalizer of MurmurHash3). */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** FNV-1a over UTF-16 units. */
function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The bits of a term in a filter of so many (Kirsch and Mitzenmacher, "Less hashing, same performance", 2006). */
function bitsOf(term: string, size: number, salt: number): number[] {
  const first = mix(hashOf(term) ^ Math.imul(salt, 0x9e3779b1));
  const step = mix(first ^ 0x9e3779b9) | 1;
  return Array.from({ length: probes }, (_, probe) => ((first + Math.imul(probe, step)) >>> 0) % size);
}

/** A set of terms that takes few bits of each. */
class TermFilter {
  readonly #bits: Uint8Array;
  readonly #salt: number;

  /** @param packed what `packTerms` made */
  constructor(packed: Uint8Array) {
    this.#salt = packed[0] ?? 0;
    this.#bits = packed.subarray(1);
  }

  /** Always true of a term in the set, and seldom of another. */
  has(term: string): boolean {
    if (this.#bits.length === 0) return false;
    return bitsOf(term, 8 * this.#bits.length, this.#salt).every(
      (bit) => ((this.#bits[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0,
    );
  }
}

/** Where the words of a language are read from: slices of a few kilobytes, since a question has few words that no article has. */
export interface LexiconSource {
  readonly slices: number;
  /** What `packLexicon` made of the slice with this number. */
  read(slice: number): Promise<Uint8Array>;
}

/** The lists of a language, or those of its terms that are in one slice. */
interface TermLists<List> {
  readonly words: List;
  /** Names that are no words of the language. */
  readonly names: List;
  /** What has no other name: towns, and in English diseases, drugs, plants, animals and the like. */
  readonly kinds: List;
}

/** Bytes of a slice before its lists: their lengths, two bytes each. */
const headLength = 6;

const lengthsOf = (slice: Uint8Array): number[] => {
  const head = new DataView(slice.buffer, slice.byteOffset, slice.byteLength);
  return slice.length < headLength ? [] : [0, 2, 4].map((at) => head.getUint16(at));
};

/** Whether a file is a slice, and whole: a host may send a page in the place of one that it lacks. */
export const isLexiconSlice = (file: Uint8Array): boolean =>
  lengthsOf(file).reduce((sum, length) => sum + length, headLength) === file.length &&
  file.length > headLength;

function decodeSlice(slice: Uint8Array): TermLists<TermFilter> {
  const [words = 0, names = 0] = lengthsOf(slice);
  const startOfNames = headLength + words;
  const startOfKinds = startOfNames + names;
  return {
    words: new TermFilter(slice.subarray(headLength, startOfNames)),
    names: new TermFilter(slice.subarray(startOfNames, startOfKinds)),
    kinds: new TermFilter(slice.subarray(startOfKinds)),
  };
}

/** Number of the slice that knows a term if any does. */
const sliceOf = (term: string, slices: number): number => hashOf(term) % slices;

/** The words that a language knows. A slice is read once; a failure is forgotten, so that the next question tries again. */
export class Lexicon {
  readonly #source: LexiconSource;
  readonly #slices = new Map<number, Promise<TermLists<TermFilter>>>();

  constructor(source: LexiconSource) {
    this.#source = source;
  }

  /**
   * What the language knows of some terms, most wanted first.
   * @param allowed returns those of some slices, most wanted first, that may be read
   */
  async of(
    terms: readonly string[],
    allowed: (slices: readonly number[]) => readonly number[],
  ): Promise<KnownTerms> {
    const wanted = new Set(terms.map((term) => sliceOf(term, this.#source.slices)));
    const slices = await Promise.all(
      allowed([...wanted]).map(async (slice) => [slice, await this.#read(slice)] as const),
    );
    return new KnownTerms(new Map(slices), this.#source.slices);
  }

  #read(slice: number): Promise<TermLists<TermFilter>> {
    const known = this.#slices.get(slice);
    if (known !== undefined) return known;
    const reading = this.#source.read(slice).then(decodeSlice);
    this.#slices.set(slice, reading);
    reading.catch(() => this.#slices.delete(slice));
    return reading;
  }
}

/** What a language knows of the terms whose slices were read; of others, nothing is said. */
class KnownTerms {
  readonly #slices: ReadonlyMap<number, TermLists<TermFilter>>;
  readonly #count: number;

  constructor(slices: ReadonlyMap<number, TermLists<TermFilter>>, count: number) {
    this.#slices = slices;
    this.#count = count;
  }

  #listsOf(term: string): TermLists<TermFilter> | undefined {
    return this.#slices.get(sliceOf(term, this.#count));
  }

  /** Whether it was read what the language knows of a term. */
  isRead(term: string): boolean {
    return this.#listsOf(term) !== undefined;
  }

  /** Whether the language knows a term, as a word or as a name. */
  has(term: string): boolean {
    const lists = this.#listsOf(term);
    return lists !== undefined && [lists.words, lists.names, lists.kinds].some((list) => list.has(term));
  }

  /** Whether a term is a town, a disease, a drug, a plant, an animal or the like, which no text calls by another word. */
  isKind(term: string): boolean {
    return this.#listsOf(term)?.kinds.has(term) === true;
  }

  /** Whether a term is a name and no word of the language. */
  isName(term: string): boolean {
    const lists = this.#listsOf(term);
    return lists?.names.has(term) === true && !lists.words.has(term);
  }
}

/** Length of a slice in bytes, roughly. */
const sliceLength = 2_048;

/**
 * Packs the lists of a language into slices for a `Lexicon`. Hardly a word or a name of them is taken for a kind that is none.
 * @internal for `npm run bench -- lexicons`
 */
export function packLexicon({ words, names, kinds }: TermLists<ReadonlySet<string>>): Uint8Array[] {
  const bits =
    words.size * bitsPerTerm.words + names.size * bitsPerTerm.names + kinds.size * bitsPerTerm.kinds;
  const slices = Math.ceil(bits / 8 / sliceLength);
  return Array.from({ length: slices }, (_, slice) => {
    const within = (terms: ReadonlySet<string>): string[] =>
      [...terms].filter((term) => sliceOf(term, slices) === slice);
    const others = [...within(words), ...within(names)].filter((term) => !kinds.has(term));
    return encodeSlice([
      packTerms(within(words), bitsPerTerm.words),
      packTerms(within(names), bitsPerTerm.names),
      packTerms(within(kinds), bitsPerTerm.kinds, others),
    ]);
  });
}

function encodeSlice(lists: readonly Uint8Array[]): Uint8Array {
  const slice = new Uint8Array(lists.reduce((sum, { length }) => sum + length, headLength));
  const head = new DataView(slice.buffer);
  let at = headLength;
  lists.forEach((list, number) => {
    head.setUint16(2 * number, list.length);
    slice.set(list, at);
    at += list.length;
  });
  return slice;
}

/** Packs terms with the salt by which fewest of some others are taken for one of them; nothing of no terms. */
function packTerms(terms: readonly string[], bitsOfEach: number, others: readonly string[] = []): Uint8Array {
  if (terms.length === 0) return new Uint8Array();
  let best: { readonly packed: Uint8Array; readonly mistaken: number } | undefined;
  for (let salt = 0; salt < 256 && best?.mistaken !== 0; salt++) {
    const packed = packWithSalt(terms, bitsOfEach, salt);
    const filter = new TermFilter(packed);
    // Some have the same hash, whatever the salt.
    const mistaken = others.filter((term) => filter.has(term)).length;
    if (best === undefined || mistaken < best.mistaken) best = { packed, mistaken };
  }
  return best?.packed ?? new Uint8Array();
}

function packWithSalt(terms: readonly string[], bitsOfEach: number, salt: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil((terms.length * bitsOfEach) / 8));
  for (const term of terms) {
    for (const bit of bitsOf(term, 8 * bits.length, salt))
      bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return Uint8Array.of(salt, ...bits);
}
