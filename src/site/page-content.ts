import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";

/** An image of the corpus in the place where an article shows it. */
export interface ImagePlaceholder {
  /** Of the file, below the corpus folder. */
  readonly image: string;
  /** 1-based line of the article's file. */
  readonly line: number;
  /** What the author says of it besides: `alt`, `title`, `width`, `height`. */
  readonly attributes: Readonly<Record<string, string | number>>;
}

/** HTML of an article, and the places in it of images that are files of their own, which may change without it. */
export type PageContent = readonly (string | ImagePlaceholder)[];

/** An image as it is served. */
export interface ServedImage {
  readonly address: string;
  readonly size?: { readonly width: number; readonly height: number } | undefined;
}

/** The property that marks an image of the corpus in a tree. Authors cannot set it. */
export const imageProperty = "dataImage";

/** Stands for an image while a tree is written as HTML. No text holds it. */
const mark = "\0";

/** Writes a tree as HTML. */
export function pageContent(nodes: readonly ElementContent[]): PageContent {
  const places: ImagePlaceholder[] = [];
  const take = (node: ElementContent): ElementContent => {
    if (node.type !== "element") return node;
    const place = placeOf(node);
    if (place === undefined) return { ...node, children: node.children.map(take) };
    places.push(place);
    return { type: "raw", value: mark };
  };
  const pieces = toHtml({ type: "root", children: nodes.map(take) }, { allowDangerousHtml: true }).split(
    mark,
  );
  return pieces.flatMap((piece, index) => {
    const place = places[index];
    return place === undefined ? [piece] : [piece, place];
  });
}

function placeOf({ properties, position }: Element): ImagePlaceholder | undefined {
  const { [imageProperty]: image, ...others } = properties;
  if (typeof image !== "string") return undefined;
  const attributes = Object.entries(others).filter((entry): entry is [string, string | number] =>
    ["string", "number"].includes(typeof entry[1]),
  );
  return { image, line: position?.start.line ?? 1, attributes: Object.fromEntries(attributes) };
}

/** The HTML of an article with its images. Those that are not served are left out. */
export function withImages(content: PageContent, served: (image: string) => ServedImage | undefined): string {
  return content
    .map((part) => (typeof part === "string" ? part : imageHtml(part, served(part.image))))
    .join("");
}

function imageHtml({ attributes }: ImagePlaceholder, served: ServedImage | undefined): string {
  if (served === undefined) return "";
  // The author's own size stands alone: with half of the file's, it would distort the image.
  const isSized = "width" in attributes || "height" in attributes;
  const size = isSized ? {} : served.size;
  return toHtml(h("img", { src: served.address, ...size, ...attributes, loading: "lazy" }));
}
