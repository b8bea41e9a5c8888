/** Share of the length aimed at that a run of entries has at least, and that it has at most unless one entry is longer. */
const least = 0.5;
const most = 1.5;

/**
 * Cuts entries in a row into runs of a length aimed at. Where a run ends depends on the entries around that place alone,
 * so that an edit changes the runs that it is in and leaves those after them as they are: content-defined chunking, as
 * in Muthitacharoen, Chen and Mazières, "A Low-bandwidth Network File System" (2001).
 */
export class ContentChunker {
  readonly #length: number;
  #run = 0;

  /** @param length that runs are to have on average, roughly, in the unit of the lengths of the entries */
  constructor(length: number) {
    this.#length = length;
  }

  /** Takes the next entry. True when it begins a run. */
  begins(key: string, length: number): boolean {
    const beginning = this.#run > 0 && this.#isCut(key, length);
    this.#run = (beginning ? 0 : this.#run) + length;
    return beginning;
  }

  #isCut(key: string, length: number): boolean {
    if (this.#run + length > most * this.#length) return true;
    if (this.#run < least * this.#length) return false;
    return hashOf(key) < length / (least * this.#length);
  }
}

/** A number from 0 to 1, the same for the same key: FNV-1a over UTF-16 units, then the last steps of MurmurHash3. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/**
 * A length to cut at, so that about `runs` runs come of entries of so many units in all, and `shortest` units at least
 * are in each. It grows in steps, so that an edit does not move every cut.
 */
export function runLength(total: number, runs: number, shortest: number): number {
  return total / runs <= shortest ? shortest : 2 ** (Math.ceil(4 * Math.log2(total / runs)) / 4);
}
