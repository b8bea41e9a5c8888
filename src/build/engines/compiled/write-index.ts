import type { IndexManifest } from "../../../index/compiled/format/manifest.ts";
import type { BuildCache } from "../../build-cache.ts";
import { progressLine } from "../../progress.ts";
import { type CorpusSnapshot, type PublishedArticle, publishedArticles } from "../../read-corpus.ts";
import { compileCorpus } from "./compile-corpus.ts";

/** Where the index of a corpus goes. */
interface IndexTarget {
  /** Takes each file of the index, by its name among the assets. */
  write(name: string, file: Uint8Array): void | Promise<void>;
  /** Whether files are cut in parts, for readers in a page; an edit may then change all parts of pages. */
  readonly inParts?: boolean;
  /** Called with each article before it is indexed. */
  onArticle?(published: PublishedArticle): void;
}

/** Compiles the index of a corpus, and shows how far it is. */
export async function writeIndex(
  snapshot: CorpusSnapshot,
  cache: BuildCache,
  { write, inParts = false, onArticle }: IndexTarget,
): Promise<IndexManifest> {
  const { collection, languages, articles, textLength } = snapshot;
  const indexing = progressLine("indexing articles");
  const joining = progressLine("writing posting lists, bytes");
  function* indexed() {
    let done = 0;
    for (const published of publishedArticles(snapshot, cache)) {
      onArticle?.(published);
      if (published.passages.length > 0) yield published;
      done += 1;
      indexing.update(done, articles.length);
    }
    indexing.end();
  }
  const manifest = await compileCorpus(collection, languages, {
    articles: indexed(),
    textLength,
    count: articles.length,
    inParts,
    write,
    onProgress: joining.update,
  });
  joining.end();
  return manifest;
}
