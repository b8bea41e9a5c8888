import { inflate } from "../../../shared/deflate.ts";
import { checked } from "../format/content-hash.ts";
import { filePlace, type GroupedKind, type IndexRoot } from "../format/index-format.ts";
import { entriesOf, writeTable } from "../format/string-table.ts";
import { commonText } from "./common-text.ts";
import { listCuts } from "./list-cuts.ts";
import { seriesKey } from "./series-key.ts";
import { SeriesWriter } from "./series-writer.ts";
import { splitPage } from "./split-page.ts";

/** What parts of files are written to. */
interface PartsTarget {
  /**
   * Deflates a file.
   * @param packing where it is cut in pieces, and what is taken to stand before it: see `inflate`
   */
  pack(
    content: Uint8Array,
    packing: { readonly cuts?: readonly number[]; readonly before?: Uint8Array },
  ): Uint8Array;
  /** Takes a file by its name among the assets. */
  write(name: string, file: Uint8Array): void;
}

/** Parts of a series on average: a page loads the addresses of all series. */
const seriesLength = 24;

/** Target length of a part: of pages in UTF-16 units, of posting lists in bytes before they are packed. */
export type PartLengths = Readonly<Record<GroupedKind, number>>;

/**
 * Writes posting lists and pages in parts, for readers who may read many files and wait for their bytes. What a question may read is
 * counted by the files that they are parts of, so that it has the same answer from these as from the whole.
 */
export class PartsWriter {
  readonly #lengths: PartLengths;
  readonly #target: PartsTarget;
  readonly #series: Readonly<Record<GroupedKind, SeriesWriter>>;
  /** How many parts the files of posting lists have. */
  readonly #lists: number[] = [];
  /** The parts of each page: they are packed once it is known what all have in common. */
  readonly #pages: Uint8Array[][] = [];
  /** For each part of a page its number of passages. */
  readonly #passages: number[] = [];
  /** For each file of posting lists the separators of its parts but the first. */
  readonly #separators: (readonly string[])[] = [];

  constructor(lengths: PartLengths, target: PartsTarget) {
    this.#lengths = lengths;
    this.#target = target;
    this.#series = {
      pages: new SeriesWriter("pages", target.write, seriesLength),
      postings: new SeriesWriter("postings", target.write, seriesLength),
    };
  }

  /** Takes each file of an index as it is compiled, in order. */
  async add(name: string, file: Uint8Array): Promise<void> {
    const [, kind, , part = ""] = name.split("/");
    if (kind !== "pages" && kind !== "postings") return this.#target.write(name, file);
    const content = await inflate(checked(name, file, filePlace(kind, Number.parseInt(part, 10))));
    if (kind === "pages") this.#addPage(content);
    else await this.#addLists(content);
  }

  /** Ends what is written. Returns where things are in the parts. @param root of the whole files */
  async finish(root: IndexRoot): Promise<IndexRoot> {
    const { pages, postings } = this.#series;
    const beforePages = commonText(this.#pages.flat());
    const before = new TextEncoder().encode(beforePages);
    for (const part of this.#pages.flat()) {
      pages.add(this.#target.pack(part, { before }), seriesKey("pages", part));
      if (pages.ends) await pages.close();
    }
    await pages.close();
    await postings.close();
    return {
      ...root,
      files: {
        ...root.files,
        pages: pages.addresses,
        postings: postings.addresses,
      },
      series: { ...root.series, pages: pages.counts, postings: postings.counts },
      separators: {
        ...root.separators,
        postings: root.separators.postings.flatMap((first, file) => [
          first,
          ...(this.#separators[file] ?? []),
        ]),
      },
      pages: this.#passages,
      parts: { pages: this.#pages.map(({ length }) => length), postings: this.#lists },
      beforePages,
    };
  }

  #addPage(page: Uint8Array): void {
    const parts = splitPage(page, this.#lengths.pages);
    this.#pages.push(parts.map(({ content }) => content));
    this.#passages.push(...parts.map(({ passages }) => passages));
  }

  async #addLists(block: Uint8Array): Promise<void> {
    const { postings } = this.#series;
    const { separators } = await writeTable(entriesOf(block), this.#lengths.postings, async (part) => {
      postings.add(this.#target.pack(part, { cuts: listCuts(part) }), seriesKey("postings", part));
      if (postings.ends) await postings.close();
    });
    this.#separators.push(separators.slice(1));
    this.#lists.push(separators.length);
  }
}
