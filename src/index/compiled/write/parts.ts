import type { GroupedKind } from "../format/index-format.ts";
import { entriesOf, writeTable } from "../format/string-table.ts";
import { commonText } from "./common-text.ts";
import type { PackedFiles } from "./packed-files.ts";
import { splitPage } from "./split-page.ts";

/** Target length of a part: of pages in UTF-16 units, of posting lists in bytes before they are packed. */
export type PartLengths = Readonly<Record<GroupedKind, number>>;

/** Where things are in parts. */
interface PlacesInParts {
  /** The separators between the parts of posting lists. */
  readonly separators: readonly string[];
  /** Number of passages in each part of a page. */
  readonly pages: readonly number[];
  /** How many parts each file has. */
  readonly parts: Readonly<Record<GroupedKind, readonly number[]>>;
  /** What all parts of pages are packed with. */
  readonly beforePages: string;
}

/**
 * Writes posting lists and pages in parts, for readers in a page: they wait for each byte, and no limit counts what they read. Parts of pages are
 * packed with a text that all have in common, and held until it is known. What a question may read is counted by the files that they are parts
 * of, so that it has the same answer from these as from whole files.
 */
export class PartsWriter {
  readonly #lengths: PartLengths;
  readonly #files: PackedFiles;
  readonly #parts: Readonly<Record<GroupedKind, number[]>> = { pages: [], postings: [] };
  /** Parts of pages that are held. */
  readonly #held: Uint8Array[] = [];
  readonly #pages: number[] = [];
  /** For each file of posting lists the separators of its parts but the first. */
  readonly #separators: (readonly string[])[] = [];

  constructor(lengths: PartLengths, files: PackedFiles) {
    this.#lengths = lengths;
    this.#files = files;
  }

  /** Takes the next file. */
  async add(kind: GroupedKind, content: Uint8Array): Promise<void> {
    if (kind === "pages") this.#addPage(content);
    else await this.#addLists(content);
  }

  /** Writes what is held. @param separators between the files of posting lists */
  async finish(separators: readonly string[]): Promise<PlacesInParts> {
    const beforePages = commonText(this.#held);
    const before = new TextEncoder().encode(beforePages);
    for (const part of this.#held) await this.#files.add("pages", part, before);
    return {
      separators: separators.flatMap((first, file) => [first, ...(this.#separators[file] ?? [])]),
      pages: this.#pages,
      parts: this.#parts,
      beforePages,
    };
  }

  #addPage(page: Uint8Array): void {
    const parts = splitPage(page, this.#lengths.pages);
    this.#parts.pages.push(parts.length);
    for (const { content, passages } of parts) {
      this.#pages.push(passages);
      this.#held.push(content);
    }
  }

  async #addLists(block: Uint8Array): Promise<void> {
    const { separators } = await writeTable(entriesOf(block), this.#lengths.postings, (part) =>
      this.#files.add("postings", part),
    );
    this.#separators.push(separators.slice(1));
    this.#parts.postings.push(separators.length);
  }
}
