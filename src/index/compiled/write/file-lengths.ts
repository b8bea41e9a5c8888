/** How long the files of an index are, and the parts that they are cut in. */
import { chunkSize, inSteps } from "../format/chunker.ts";
import type { FileKind } from "../format/index-format.ts";
import type { Cutting } from "./parts.ts";

/** Approximate maximum number of files of each kind: a larger corpus gets larger files, not more. */
const maximumFiles = { pages: 7_000, postings: 3_300, articles: 600, dictionary: 300, filters: 300 };

/**
 * Approximate minimum size of a file in bytes before it is packed. A question may read so many
 * files and no more: posting lists in fewer let a long one keep more of its words.
 */
const leastLength = { pages: 2_500, postings: 5_000, articles: 8_000, dictionary: 8_000, filters: 8_000 };

/** Of so many files of posting lists hardly two words of a question are in one: of more lists they are smaller, and not more is read for it. */
const manyLists = 400;

/** Approximate size of a file of each kind, for so many bytes in all. */
export function fileLength(kind: FileKind, total: number): number {
  const length = chunkSize(total, maximumFiles[kind], leastLength[kind]);
  const most = manyLists * leastLength.postings;
  if (kind !== "postings" || total <= most) return length;
  return Math.max(inSteps((leastLength.postings * most) / total), chunkSize(total, maximumFiles.postings, 0));
}

/** Least length of a part: a smaller one saves less than to read it takes. */
const leastPart = { pages: 300, postings: 500 } as const;

/** Parts of posting lists at most, roughly: a manifest has the beginning of each. */
const mostLists = 2_000;

/** Bytes of posting lists for each character of a corpus, roughly. */
const listShare = 0.4;

/** Files that there are at most, as a share of those that there are by their length. */
const mostUnexpected = 1.2;

/**
 * How the pages and posting lists of a corpus are cut in parts.
 *
 * @param textLength UTF-16 length of all texts, roughly
 * @param mostPages parts of pages at most
 */
export function cuttingOf(textLength: number, mostPages: number): Omit<Cutting, "withCommonText"> {
  const lists = listShare * textLength;
  const more = (kind: "pages" | "postings", total: number, most: number): number =>
    Math.max(0, most - (mostUnexpected * total) / fileLength(kind, total));
  return {
    lengths: {
      pages: chunkSize(textLength, mostPages, leastPart.pages),
      postings: chunkSize(lists, mostLists, leastPart.postings),
    },
    mostMore: {
      pages: more("pages", textLength, mostPages),
      postings: more("postings", lists, maximumFiles.postings),
    },
  };
}

/** Parts of pages that there may be by default: as many as pages of a large corpus. */
export const usualPages: number = maximumFiles.pages;
