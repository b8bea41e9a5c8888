import { checkOf, contentHash, withCheck } from "../format/content-hash.ts";
import { type FileKind, fileName, filePlace, joinAddresses } from "../format/index-format.ts";

/** Files of a series on average, where it ends by itself. */
const usualLength = 8;

const encoder = new TextEncoder();

/** So many times that it has at most. */
const mostTimes = 3;

/** Names files of one kind by series: an address for each file would be most of what a manifest takes. */
export class SeriesWriter {
  readonly #kind: FileKind;
  readonly #write: (name: string, file: Uint8Array) => void | Promise<void>;
  readonly #length: number;
  readonly #addresses: string[] = [];
  readonly #counts: number[] = [];
  #held: Uint8Array[] = [];
  #ends = false;

  /** @param length files of a series on average */
  constructor(
    kind: FileKind,
    write: (name: string, file: Uint8Array) => void | Promise<void>,
    length: number = usualLength,
  ) {
    this.#kind = kind;
    this.#write = write;
    this.#length = length;
  }

  /** The addresses of the series so far; see `joinAddresses`. */
  get addresses(): string {
    return joinAddresses(this.#addresses);
  }

  /** How many files each of them has. */
  get counts(): readonly number[] {
    return this.#counts;
  }

  /**
   * Takes the next file.
   * @param packed what is in it
   * @param key what it begins with: see `seriesKey`
   */
  add(packed: Uint8Array, key: string): void {
    this.#held.push(withCheck(packed, filePlace(this.#kind, this.#held.length)));
    const hash = checkOf(encoder.encode(key), this.#kind);
    this.#ends = this.#held.length >= mostTimes * this.#length || hash % this.#length === 0;
  }

  /**
   * Whether the series ends with the last file, by what that begins with: an edit changes the names of the files around it and no others,
   * and mostly leaves all in their places, which their checks have.
   */
  get ends(): boolean {
    return this.#ends;
  }

  /** Ends the series, and writes its files. */
  async close(): Promise<void> {
    if (this.#held.length === 0) return;
    const address = await contentHash(this.#held);
    this.#addresses.push(address);
    this.#counts.push(this.#held.length);
    for (const [number, file] of this.#held.entries()) {
      await this.#write(fileName(this.#kind, address, number), file);
    }
    this.#held = [];
  }
}
