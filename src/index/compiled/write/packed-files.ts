import type { FileKind, IndexRoot } from "../format/index-format.ts";
import { listCuts } from "./list-cuts.ts";
import { seriesKey } from "./series-key.ts";
import { SeriesWriter } from "./series-writer.ts";

/** What files are written by. */
export interface FilesTarget {
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

/** Files of a series on average where there are thousands: a manifest has the addresses of all series. */
const manyLength = 24;

/** Packs the files of an index, and writes them by names in series. */
export class PackedFiles {
  readonly #target: FilesTarget;
  readonly #series: Readonly<Record<FileKind, SeriesWriter>>;

  constructor(target: FilesTarget) {
    this.#target = target;
    const { write } = target;
    this.#series = {
      pages: new SeriesWriter("pages", write, manyLength),
      postings: new SeriesWriter("postings", write, manyLength),
      dictionary: new SeriesWriter("dictionary", write),
      filters: new SeriesWriter("filters", write),
      articles: new SeriesWriter("articles", write),
    };
  }

  /**
   * Takes the next file of a kind.
   * @param before what it is packed with, see `inflate`
   */
  async add(kind: FileKind, content: Uint8Array, before?: Uint8Array): Promise<void> {
    const packed = await this.#target.pack(content, {
      ...(kind === "postings" && { cuts: listCuts(content) }),
      ...(before !== undefined && { before }),
    });
    const series = this.#series[kind];
    series.add(packed, seriesKey(kind, content));
    if (series.ends) await series.close();
  }

  /** Ends what is written. Returns how it is named. */
  async finish(): Promise<Pick<IndexRoot, "files" | "series">> {
    for (const series of Object.values(this.#series)) await series.close();
    const ofEach = <Value>(make: (series: SeriesWriter) => Value): Record<FileKind, Value> => {
      const { pages, postings, dictionary, filters, articles } = this.#series;
      return {
        pages: make(pages),
        postings: make(postings),
        dictionary: make(dictionary),
        filters: make(filters),
        articles: make(articles),
      };
    };
    return { files: ofEach(({ addresses }) => addresses), series: ofEach(({ counts }) => counts) };
  }
}
