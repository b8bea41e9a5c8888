import { createHash } from "node:crypto";
import { readFileSync, realpathSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { lazy } from "../shared/lazy.ts";
import { isBelow } from "./files.ts";
import { isHiddenFile, placeInCorpus } from "./image-places.ts";

/** What reads the sizes of images, for the corpora that have some. */
const reader = lazy(() => createRequire(import.meta.url)("image-size") as typeof import("image-size"));

/** An image file of a corpus. */
export interface CorpusImage {
  /** Below the corpus folder, `/` between parts. */
  readonly path: string;
  /** In lower case, with the dot. */
  readonly extension: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly hash: string;
  /** Pixels as it is shown; absent for drawings that have no size of their own. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** Image types that browsers show, by extension. */
const types: ReadonlyMap<string, string> = new Map([
  [".png", "png"],
  [".jpg", "jpg"],
  [".jpeg", "jpg"],
  [".gif", "gif"],
  [".webp", "webp"],
  [".avif", "avif"],
  [".svg", "svg"],
]);

/** Maximum size of an image in bytes: more would be a burden to readers. */
export const maximumImageBytes = 10_000_000;

const extensionOf = (path: string): string => (/\.[^./]*$/.exec(path)?.[0] ?? "").toLowerCase();

/**
 * Reads an image of a corpus.
 *
 * @param named path below the corpus folder, or from the top of the site that the articles are written for
 * @param otherwise another path that it may have
 * @returns what is wrong with it and what to do, when it cannot be shown
 */
export function readImage(directory: string, named: string, otherwise?: string): CorpusImage | string {
  const path = placeInCorpus(directory, named, otherwise);
  const extension = extensionOf(path);
  const type = types.get(extension);
  if (type === undefined) {
    return `is not an image that browsers show; use one of ${[...types.keys()].join(", ")}`;
  }
  let bytes: Uint8Array;
  try {
    const file = realpathSync(join(directory, path));
    // Hidden files are skipped, as with articles.
    if (isHiddenFile(path) || !isBelow(file, realpathSync(directory))) {
      return "is hidden or outside the corpus folder; put it next to the article";
    }
    const stats = statSync(file);
    // To read a pipe or a device may never end.
    if (!stats.isFile()) return "is not in the corpus folder as a file; add it, or correct the path";
    const { size } = stats;
    if (size > maximumImageBytes) {
      return `is larger than ${maximumImageBytes / 1_000_000} MB (${size} bytes); make it smaller`;
    }
    bytes = readFileSync(file);
  } catch {
    return "is not in the corpus folder; add it, or correct the path";
  }
  const size = sizeOf(bytes, type);
  if (size === undefined) return `is damaged, or no ${extension} file; save it again`;
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { path, extension, hash, ...(size.width > 0 && size.height > 0 && { size }) };
}

/** The size of an image as it is shown, 0 when it has none; undefined when the bytes are no image of the type. */
function sizeOf(bytes: Uint8Array, type: string): { width: number; height: number } | undefined {
  try {
    const { width, height, orientation = 1, type: actual } = reader().imageSize(bytes);
    if (actual !== type) return undefined;
    // From 5 on, Exif has the camera on its side.
    return orientation < 5 ? { width, height } : { width: height, height: width };
  } catch {
    // A drawing may go without a size.
    const isDrawing = type === "svg" && /<svg[\s>]/.test(new TextDecoder().decode(bytes));
    return isDrawing ? { width: 0, height: 0 } : undefined;
  }
}
