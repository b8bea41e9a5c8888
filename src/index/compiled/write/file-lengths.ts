/** How long the files of an index are, and the parts that they are cut in. */
import { chunkSize } from "../format/chunker.ts";
import type { FileKind } from "../format/index-format.ts";
import type { PartLengths } from "./parts.ts";

/** Approximate maximum number of files of each kind: a larger corpus gets larger files, not more. */
const maximumFiles = { pages: 7_000, postings: 3_300, articles: 600, dictionary: 300, filters: 300 };

/**
 * Approximate minimum size of a file in bytes before it is packed. A question may read so many
 * files and no more: posting lists in fewer let a long one keep more of its words.
 */
const leastLength = { pages: 1_500, postings: 1_500, articles: 8_000, dictionary: 8_000, filters: 8_000 };

/**
 * Approximate size of a file of each kind.
 *
 * @param total bytes of all, or UTF-16 units of all pages
 * @param files how many there may be, roughly
 */
export function fileLength(kind: FileKind, total: number, files: number = maximumFiles[kind]): number {
  return chunkSize(total, files, leastLength[kind]);
}

/** Least length of a part: a smaller one saves less than to read it takes. */
const leastPart = { pages: 300, postings: 500 } as const;

/** Parts of each kind at most, roughly: a page loads the beginnings of all. */
const mostParts = { pages: 7_000, postings: 2_000 } as const;

/** Bytes of posting lists for each character of a corpus, roughly. */
const listShare = 0.4;

/** The lengths of parts of a corpus' pages and posting lists. @param textLength UTF-16 length of all texts, roughly */
export const partLengths = (textLength: number): PartLengths => ({
  pages: chunkSize(textLength, mostParts.pages, leastPart.pages),
  postings: chunkSize(listShare * textLength, mostParts.postings, leastPart.postings),
});

/** Files of pages that there may be by default. */
export const usualPages: number = maximumFiles.pages;
