/** What is said about a peer in the results. */
interface PeerDescription {
  readonly name: string;
  readonly label: string;
  /** Package in `bench/package.json`; absent for what is part of Node. */
  readonly package?: string;
  /** How it is set up: as its own documentation shows, for English and for other languages. */
  readonly setup: string;
}

/** The engines that Footnote is measured against. Imports no engine, so that it can be read where none is installed. */
export const peers = [
  {
    name: "minisearch",
    label: "MiniSearch",
    package: "minisearch",
    setup: "defaults",
  },
  {
    name: "vitepress",
    label: "VitePress",
    package: "minisearch",
    setup:
      "MiniSearch with the options of VitePress's local search: fuzzy 0.2, prefix, boosts title 4, text 2",
  },
  {
    name: "lunr",
    label: "lunr",
    package: "lunr",
    setup: "defaults, questions analysed like documents; lunr-languages where it has the language",
  },
  {
    name: "flexsearch",
    label: "FlexSearch",
    package: "flexsearch",
    setup:
      "title and text as one, `suggest` so that not every word must match; its CJK encoder for zh, ja, ko",
  },
  {
    name: "orama",
    label: "Orama",
    package: "@orama/orama",
    setup: "defaults with stemming; the stemmer or tokenizer of the language where it has one",
  },
  {
    name: "fts5",
    label: "SQLite FTS5",
    setup:
      "any word may match, `bm25()`; tokenizer `porter` for en, `trigram` for zh, ja, th, else `unicode61`",
  },
] as const satisfies readonly PeerDescription[];

export type PeerName = (typeof peers)[number]["name"];
