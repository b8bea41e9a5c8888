import type { IndexManifest } from "../../../index/compiled/format/manifest.ts";
import { hasOwnPage, withMarkdown } from "../../../site/site.ts";
import { pagesProblem } from "../../asset-limits.ts";
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

/** How many files of its articles and images are published beside the index of a corpus. */
function filesBeside({ collection, articles, images }: CorpusSnapshot): number {
  const own = articles.filter(hasOwnPage);
  const paged = pagesProblem(own.length, collection.plan) === undefined ? own : [];
  return paged.length + withMarkdown(paged).length + images.count;
}

/** Compiles the index of a corpus, and shows how far it is. */
export async function writeIndex(
  snapshot: CorpusSnapshot,
  cache: BuildCache,
  { write, inParts = false, onArticle }: IndexTarget,
): Promise<IndexManifest> {
  const { collection, languages, articles, refs, textLength } = snapshot;
  const indexing = progressLine("indexing articles");
  const joining = progressLine("writing posting lists, bytes");
  function* indexed() {
    let done = 0;
    for (const published of publishedArticles(snapshot, cache)) {
      onArticle?.(published);
      if (published.passages.length > 0) yield published;
      done += 1;
      const next = refs[done];
      indexing.update(done, articles.length, next && { path: next.path, size: 0 });
    }
    indexing.end();
  }
  const manifest = await compileCorpus(collection, languages, {
    articles: indexed(),
    textLength,
    filesBeside: filesBeside(snapshot),
    inParts,
    write,
    onProgress: joining.update,
  });
  joining.end();
  return manifest;
}
