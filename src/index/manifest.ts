import { analyserVersion } from "../text/analyser.ts";
import { type IndexInfo, IndexUnavailableError } from "./store.ts";

/** What a build says of its index. */
export interface IndexManifest extends IndexInfo {
  /** `analyserVersion` of the build. */
  readonly analyser: number;
  /** Name of the index file. */
  readonly file: string;
}

/** @throws IndexUnavailableError when the index was made by another analyser than this one. */
export function checkManifest(manifest: IndexManifest): void {
  if (manifest.analyser !== analyserVersion) {
    throw new IndexUnavailableError(
      `the index was made by analyser ${manifest.analyser}, this is analyser ${analyserVersion}: run the build again`,
    );
  }
}
