import type { GroupedKind, IndexRoot } from "../format/index-format.ts";
import { joinKeys } from "../format/joined-keys.ts";
import { entriesOf, writeTable } from "../format/string-table.ts";
import { commonText } from "./common-text.ts";
import { listCuts } from "./list-cuts.ts";
import { seriesKey } from "./series-key.ts";
import { SeriesWriter } from "./series-writer.ts";
import { splitPage } from "./split-page.ts";

/** How files are cut in parts. */
export interface Cutting {
  /** Target length of a part: of pages in UTF-16 units, of posting lists in bytes before they are packed. */
  readonly lengths: Readonly<Record<GroupedKind, number>>;
  /** Parts at most that there may be more than files. */
  readonly mostMore: Readonly<Record<GroupedKind, number>>;
  /** Whether pages are packed with a text that they have in common: see `inflate`. All are held until it is known. */
  readonly withCommonText: boolean;
}

/** What parts are written by. */
export interface PartsTarget {
  /**
   * Deflates a file.
   * @param packing where it is cut in pieces, and what is taken to stand before it: see `inflate`
   */
  pack(
    content: Uint8Array,
    packing: { readonly cuts?: readonly number[]; readonly before?: Uint8Array },
  ): Uint8Array | Promise<Uint8Array>;
  /** Takes a file by its name among the assets. */
  write(name: string, file: Uint8Array): void | Promise<void>;
}

/** Parts of a series on average: a manifest has the addresses of all series. */
const seriesLength = 24;

/**
 * Writes posting lists and pages in parts: a question reads those that it needs. What it may read is counted by the files that they are
 * parts of, so that it has the same answer from parts of any length.
 */
export class PartsWriter {
  readonly #cutting: Cutting;
  readonly #target: PartsTarget;
  readonly #series: Readonly<Record<GroupedKind, SeriesWriter>>;
  /** How many parts each file has. */
  readonly #counts: Readonly<Record<GroupedKind, number[]>> = { pages: [], postings: [] };
  /** How many more parts there are than files. */
  readonly #more: Record<GroupedKind, number> = { pages: 0, postings: 0 };
  /** Parts of pages that are held. */
  readonly #held: Uint8Array[] = [];
  /** For each part of a page its number of passages. */
  readonly #passages: number[] = [];
  /** For each file of posting lists the separators of its parts but the first. */
  readonly #separators: (readonly string[])[] = [];

  constructor(cutting: Cutting, target: PartsTarget) {
    this.#cutting = cutting;
    this.#target = target;
    const seriesOf = (kind: GroupedKind): SeriesWriter => new SeriesWriter(kind, target.write, seriesLength);
    this.#series = { pages: seriesOf("pages"), postings: seriesOf("postings") };
  }

  /** Takes the next file. */
  add(kind: GroupedKind, content: Uint8Array): Promise<void> {
    return kind === "pages" ? this.#addPage(content) : this.#addLists(content);
  }

  /**
   * Ends what is written. Returns where things are in the parts.
   *
   * @param separators between the files of posting lists
   * @param root of all else
   */
  async finish(separators: readonly string[], root: IndexRoot): Promise<IndexRoot> {
    const beforePages = this.#cutting.withCommonText ? commonText(this.#held) : undefined;
    const before = beforePages === undefined ? undefined : new TextEncoder().encode(beforePages);
    for (const part of this.#held) await this.#write("pages", part, before);
    const { pages, postings } = this.#series;
    await pages.close();
    await postings.close();
    return {
      ...root,
      files: { ...root.files, pages: pages.addresses, postings: postings.addresses },
      series: { ...root.series, pages: pages.counts, postings: postings.counts },
      separators: {
        ...root.separators,
        postings: joinKeys(separators.flatMap((first, file) => [first, ...(this.#separators[file] ?? [])])),
      },
      pages: this.#passages,
      ...(this.#more.pages + this.#more.postings > 0 && { parts: this.#counts }),
      ...(beforePages !== undefined && { beforePages }),
    };
  }

  async #addPage(page: Uint8Array): Promise<void> {
    const parts = splitPage(page, this.#lengthOf("pages"));
    this.#count("pages", parts.length);
    for (const { content, passages } of parts) {
      this.#passages.push(passages);
      if (this.#cutting.withCommonText) this.#held.push(content);
      else await this.#write("pages", content);
    }
  }

  async #addLists(block: Uint8Array): Promise<void> {
    const { separators } = await writeTable(entriesOf(block), this.#lengthOf("postings"), (part) =>
      this.#write("postings", part),
    );
    this.#separators.push(separators.slice(1));
    this.#count("postings", separators.length);
  }

  /** The length of the next file's parts: it is left whole when there are too many of them. */
  #lengthOf(kind: GroupedKind): number {
    const { lengths, mostMore } = this.#cutting;
    return this.#more[kind] < mostMore[kind] ? lengths[kind] : Number.POSITIVE_INFINITY;
  }

  #count(kind: GroupedKind, parts: number): void {
    this.#counts[kind].push(parts);
    this.#more[kind] += parts - 1;
  }

  async #write(kind: GroupedKind, part: Uint8Array, before?: Uint8Array): Promise<void> {
    const cuts = kind === "postings" ? listCuts(part) : [];
    const series = this.#series[kind];
    series.add(
      await this.#target.pack(part, { cuts, ...(before !== undefined && { before }) }),
      seriesKey(kind, part),
    );
    if (series.ends) await series.close();
  }
}
