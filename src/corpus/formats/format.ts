import type { Root } from "hast";
import type { GivenMetadata } from "../front-matter/metadata.ts";
import type { Problem } from "../problem.ts";
import type { CommonParts } from "../site/common-parts.ts";
import type { DraftBlock } from "./blocks.ts";

/**
 * Makes the content of an article as its author laid it out, a tree of HTML. It is what the author wrote: sanitise it
 * before it goes into a page.
 */
export type Layout = () => Root;

/** What the text of a file says. */
export interface Reading {
  /** What the text itself says about the article, such as the head of a page. Front matter has precedence over it. */
  readonly metadata?: Partial<GivenMetadata>;
  readonly blocks: readonly DraftBlock[];
  /** Absent for formats without a layout of their own. */
  readonly layout?: Layout;
  readonly problems: readonly Problem[];
}

/** What a text is put together from. */
export interface Composition {
  /** The files that it shows whole: for each, paths below the corpus folder that its name may mean, first the likeliest. */
  readonly parts: readonly (readonly string[])[];
  /** Whether it says anything else besides its title. */
  readonly hasOwnText: boolean;
}

/** How an article is written. */
export interface Format {
  readonly name: string;
  /** Of its files: in lower case, with the dot. */
  readonly extensions: readonly string[];
  /**
   * Reads a file.
   *
   * @param path below the corpus folder, for problems of the file
   * @param text of the file; in place of front matter it has blank lines, so that all else stands on its line
   * @param included texts of the files that it includes and that are in the corpus folder, by their paths
   * @param common what most pages of the corpus have in common
   * @throws RangeError when the text is nested too deeply to be read
   */
  read(path: string, text: string, included: ReadonlyMap<string, string>, common?: CommonParts): Reading;
  /** The text that a file stands for, where it is not text itself; undefined when it is no file of this format. */
  unpack?(text: string): string | undefined;
  /**
   * Paths below the corpus folder of the files that a text includes, and that those include.
   *
   * @param read reads a file by such a path; undefined when it is not there
   */
  includes?(text: string, path: string, read: (path: string) => string | undefined): string[];
  /** The files that a text shows whole, in its own place and not as code. */
  composition?(text: string, path: string): Composition;
  /** Paths below the corpus folder, with or without their extension, of the pages that a text leads to; absent when links make no pages. */
  leadsTo?(text: string, path: string): string[];
}
