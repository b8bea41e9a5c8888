/** How the files of a compiled index are named and keyed: what both its writer and its reader know. */
import type { ArticleMetadata } from "../../../model/index.ts";
import type { Filter } from "../../../model/request.ts";
import { hashLength } from "./content-hash.ts";

/**
 * The sorted string tables of an index: posting lists by term; the number of passages by term, to compare a misspelled
 * term with many; ranges of article numbers by filter; an `ArticleEntry` as JSON by article id.
 */
export type Table = "postings" | "dictionary" | "filters" | "articles";

/** What the table of articles contains of an article. */
export interface ArticleEntry {
  readonly metadata: ArticleMetadata;
  /** For each passage, what follows the article's id in its own. */
  readonly passages: readonly string[];
}

/** What a file of an index is: a block of a table, or a page of passages. */
export type FileKind = Table | "pages";

/** Kinds of files that may be written in parts. */
export type GroupedKind = "pages" | "postings";

/** Name of a file among the assets, by the address of its series and its number there. */
export const fileName = (kind: FileKind, address: string, number: number): string =>
  `index/${kind}/${address}/${number}.bin`;

/** Where a file stands, as its check has it; see `withCheck`. */
export const filePlace = (kind: FileKind, number: number): string => `${kind}/${number}`;

/** Key of a filter. Articles are found by id in their own table, not by a filter of that name. */
export const filterKey = (name: keyof Filter, value: string): string => `${name}:${value}`;

/** What has to be known of an index to read from its files no more than a question needs. */
export interface IndexRoot {
  /** The addresses of the series of files of each kind, in the order of the files' numbers; see `joinAddresses`. */
  readonly files: Readonly<Record<FileKind, string>>;
  /** How many files each series has. */
  readonly series: Readonly<Record<FileKind, readonly number[]>>;
  /** Mean number of distinct terms of each of `fields`. */
  readonly averageLengths: readonly number[];
  /** The separators between the blocks of each table, joined: see `TableIndex` and `joinKeys`. */
  readonly separators: Readonly<Record<Table, string>>;
  /** Number of the first article of each block of the table of articles. */
  readonly articleBlocks: readonly number[];
  /** Number of passages in each page. */
  readonly pages: readonly number[];
  /**
   * How many parts each file has, of the kinds that are in parts; absent where none is. All else counts parts as files, but for what a
   * question may read.
   */
  readonly parts?: Readonly<Record<GroupedKind, readonly number[]>>;
  /** What stood before each page when it was packed: see `inflate`. Absent where nothing did. */
  readonly beforePages?: string;
  /** For each passage a character that tells of it; see `encodeHint`. */
  readonly hints: string;
  /** For each article the day on which it was last changed, from 1970 on, with a fraction for the time; null without a date. Absent when none has one. */
  readonly days?: readonly (number | null)[];
}

/** Milliseconds of a day. */
export const dayLength = 86_400_000;

/** Characters of Base64 that an address takes among others; it has whole bytes, three of them in four characters. */
const joinedLength = (hashLength / 6) * 4;

/** Addresses one after the other in Base64: a third less than in hexadecimal digits, as files are named. */
export const joinAddresses = (addresses: readonly string[]): string =>
  addresses
    .map((address) =>
      btoa(address.replace(/../g, (digits) => String.fromCharCode(Number.parseInt(digits, 16)))),
    )
    .join("");

/** The address with this number among joined ones. */
export const addressAt = (joined: string, number: number): string =>
  Array.from(atob(joined.slice(number * joinedLength, (number + 1) * joinedLength)), (byte) =>
    byte.charCodeAt(0).toString(16).padStart(2, "0"),
  ).join("");

/** All joined addresses. */
const allAddresses = (joined: string): string[] =>
  Array.from({ length: joined.length / joinedLength }, (_, number) => addressAt(joined, number));

/** How many there are before each of some groups, by how many are in each. */
export function startsOf(counts: readonly number[]): Uint32Array {
  const starts = new Uint32Array(counts.length);
  let start = 0;
  counts.forEach((count, group) => {
    starts[group] = start;
    start += count;
  });
  return starts;
}

/** How many files an index has; parts of one count as one. */
export function fileCount({ series, parts }: IndexRoot): number {
  const kinds = Object.keys(series) as FileKind[];
  return kinds.reduce((sum, kind) => {
    const groups = kind === "pages" || kind === "postings" ? parts?.[kind] : undefined;
    return sum + (groups?.length ?? series[kind].reduce((files, count) => files + count, 0));
  }, 0);
}

/** Names of the files of one kind among the assets, in order. */
export const filesOf = ({ files, series }: IndexRoot, kind: FileKind): string[] =>
  allAddresses(files[kind]).flatMap((address, index) =>
    Array.from({ length: series[kind][index] ?? 0 }, (_, number) => fileName(kind, address, number)),
  );

/** Names of all files of an index among the assets. */
export const indexFiles = (root: IndexRoot): string[] =>
  (Object.keys(root.files) as FileKind[]).flatMap((kind) => filesOf(root, kind));
