import { checkOf, contentHash, withCheck } from "../format/content-hash.ts";
import { type FileKind, fileName, filePlace, joinAddresses } from "../format/index-format.ts";

/** Files of a series on average, where it ends by itself, and at most. */
const length = { mean: 8, most: 24 } as const;

/** Names files of one kind by series: an address for each file would be most of what a manifest takes. */
export class SeriesWriter {
  readonly #kind: FileKind;
  readonly #write: (name: string, file: Uint8Array) => void | Promise<void>;
  readonly #addresses: string[] = [];
  readonly #counts: number[] = [];
  #held: Uint8Array[] = [];
  #ends = false;

  constructor(kind: FileKind, write: (name: string, file: Uint8Array) => void | Promise<void>) {
    this.#kind = kind;
    this.#write = write;
  }

  /** The addresses of the series so far; see `joinAddresses`. */
  get addresses(): string {
    return joinAddresses(this.#addresses);
  }

  /** How many files each of them has. */
  get counts(): readonly number[] {
    return this.#counts;
  }

  /** Takes the next file, packed. */
  add(packed: Uint8Array): void {
    this.#held.push(withCheck(packed, filePlace(this.#kind, this.#held.length)));
    this.#ends = this.#held.length >= length.most || checkOf(packed, "") % length.mean === 0;
  }

  /** Whether the series ends with the last file, by what that holds: an edit changes the names of the files around it and no others. */
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
