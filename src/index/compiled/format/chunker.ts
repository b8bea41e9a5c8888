/** Minimum and maximum chunk size, as a share of the target size (a single larger entry may exceed it). */
const minimumShare = 0.5;
const maximumShare = 1.5;

/**
 * Content-defined chunking (Muthitacharoen, Chen and Mazières, "A Low-bandwidth Network File System", 2001): cuts a sequence of
 * entries into chunks of about a target size. A boundary depends only on the entries around it, so that an edit changes the
 * chunks it touches and leaves later ones as they are.
 */
export class ContentChunker {
  readonly #size: number;
  #chunk = 0;

  /** @param size target size of a chunk, in the unit of the entries' lengths */
  constructor(size: number) {
    this.#size = size;
  }

  /** Adds the next entry. @returns whether it starts a new chunk */
  startsChunk(key: string, length: number): boolean {
    const beginning = this.#chunk > 0 && this.#isCut(key, length);
    this.#chunk = (beginning ? 0 : this.#chunk) + length;
    return beginning;
  }

  #isCut(key: string, length: number): boolean {
    if (this.#chunk + length > maximumShare * this.#size) return true;
    if (this.#chunk < minimumShare * this.#size) return false;
    return hashOf(key) < length / (minimumShare * this.#size);
  }
}

/** Hash of a key as a number from 0 to 1: FNV-1a over UTF-16 units, finalised as in MurmurHash3. */
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
 * Target size for about `chunks` chunks out of `total`, but at least `least`. It grows in steps, so that an edit does not move
 * every boundary.
 */
export function chunkSize(total: number, chunks: number, least: number): number {
  return total / chunks <= least ? least : inSteps(total / chunks);
}

/** The next size of those that sizes grow and shrink by. */
export const inSteps = (size: number): number => 2 ** (Math.ceil(4 * Math.log2(size)) / 4);
