import { analyserVersion } from "../../../text/analyser.ts";
import { type IndexInfo, IndexUnavailableError } from "../../store.ts";
import type { IndexRoot } from "./index-format.ts";

/** Changes whenever the files of an index are laid out in another way. */
export const indexFormat = 13;

/** What a build says of its index. */
export interface IndexManifest extends IndexInfo {
  readonly format: number;
  /** `analyserVersion` of the build. */
  readonly analyser: number;
  readonly root: IndexRoot;
}

/** @throws IndexUnavailableError when the index was made by another version of Footnote than this one. */
export function checkManifest({ analyser, format }: IndexManifest): void {
  if (analyser !== analyserVersion || format !== indexFormat) {
    throw new IndexUnavailableError(
      `the index was made by analyser ${analyser} in format ${format}, this is analyser ${analyserVersion} and format ${indexFormat}: build and deploy again`,
    );
  }
}
