import { inflate } from "../../../shared/deflate.ts";
import { contentHash } from "../format/content-hash.ts";
import { fileName, type GroupedKind, type IndexRoot, joinAddresses } from "../format/index-format.ts";
import { entriesOf, writeTable } from "../format/string-table.ts";
import { splitPage } from "./split-page.ts";

/** What parts of files are written to. */
interface PartsTarget {
  /** Deflates a file. */
  pack(content: Uint8Array): Uint8Array;
  /** Takes a file by its name among the assets. */
  write(name: string, file: Uint8Array): void;
}

/** Target length of a part: of pages in UTF-16 units, of posting lists in bytes before they are packed. */
export type PartLengths = Readonly<Record<GroupedKind, number>>;

/** The parts of the files of one kind. */
interface Parts {
  readonly addresses: string[];
  /** For each whole file the number of its parts. */
  readonly groups: number[];
}

/**
 * Writes posting lists and pages in parts, for readers who may read many files and wait for their bytes. What a question may read is
 * counted by the files that they are parts of, so that it has the same answer from these as from the whole.
 */
export class PartsWriter {
  readonly #lengths: PartLengths;
  readonly #target: PartsTarget;
  readonly #parts: Readonly<Record<GroupedKind, Parts>> = {
    pages: { addresses: [], groups: [] },
    postings: { addresses: [], groups: [] },
  };
  /** For each part of a page its number of passages. */
  readonly #passages: number[] = [];
  /** For each file of posting lists the separators of its parts but the first. */
  readonly #separators: (readonly string[])[] = [];

  constructor(lengths: PartLengths, target: PartsTarget) {
    this.#lengths = lengths;
    this.#target = target;
  }

  /** Takes each file of an index as it is compiled, in order. */
  async add(name: string, file: Uint8Array): Promise<void> {
    const [, kind] = name.split("/");
    if (kind === "pages") await this.#addPage(await inflate(file));
    else if (kind === "postings") await this.#addLists(await inflate(file));
    else this.#target.write(name, file);
  }

  /** Where things are in the parts. @param root of the whole files */
  finish(root: IndexRoot): IndexRoot {
    const { pages, postings } = this.#parts;
    return {
      ...root,
      files: {
        ...root.files,
        pages: joinAddresses(pages.addresses),
        postings: joinAddresses(postings.addresses),
      },
      separators: {
        ...root.separators,
        postings: root.separators.postings.flatMap((first, file) => [
          first,
          ...(this.#separators[file] ?? []),
        ]),
      },
      pages: this.#passages,
      groups: { pages: pages.groups, postings: postings.groups },
    };
  }

  async #addPage(page: Uint8Array): Promise<void> {
    const parts = splitPage(page, this.#lengths.pages);
    for (const { content, passages } of parts) {
      await this.#write("pages", content);
      this.#passages.push(passages);
    }
    this.#parts.pages.groups.push(parts.length);
  }

  async #addLists(block: Uint8Array): Promise<void> {
    const { separators } = await writeTable(entriesOf(block), this.#lengths.postings, (part) =>
      this.#write("postings", part),
    );
    this.#separators.push(separators.slice(1));
    this.#parts.postings.groups.push(separators.length);
  }

  async #write(kind: GroupedKind, content: Uint8Array): Promise<void> {
    const packed = this.#target.pack(content);
    const address = await contentHash(packed);
    this.#parts[kind].addresses.push(address);
    this.#target.write(fileName(kind, address), packed);
  }
}
