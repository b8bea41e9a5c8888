/** What a site's files and the widget know of each other; the widget imports nothing else of this room. */
import type { Answer, Suggestion } from "../model/index.ts";

/** A file among those of a static build. */
export interface PublishedFile {
  /** Path below the folder of the build, named by its content. */
  readonly file: string;
  /** Its hash, as the attribute `integrity` takes it. */
  readonly integrity: string;
}

/** The start of the one file whose name does not change with its content; the rest is the answerer's business. */
export interface PublishedHead {
  /** The script that answers: an `AnswererModule`. */
  readonly answerer: PublishedFile;
}

/** Name of that file. */
export type HeadName = "footnote.json";

/** A question and what narrows it, as a reader typed it and the page's attributes have it. */
export interface StaticRequest {
  readonly question: string;
  /** As `Narrowing` of the widget has them: a query and a number, not checked yet. */
  readonly filters: string;
  readonly limit: string;
}

/** Answers from files. */
export interface StaticAnswerer {
  /** The same answer as the service's. Rejects when the request is invalid, or a file cannot be read. */
  ask(request: StaticRequest): Promise<Answer>;
  suggest(typed: string): Promise<readonly Suggestion[]>;
}

/** What the script that answers exports. */
export interface AnswererModule {
  /**
   * @param base absolute URL of the folder, with a slash at the end
   * @param head what the file `footnote.json` there holds
   */
  openAnswerer(base: string, head: PublishedHead): Promise<StaticAnswerer>;
}
