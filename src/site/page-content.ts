import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";

/** Placeholder for an image of the corpus in an article's page. */
export interface ImagePlaceholder {
  /** Path below the corpus folder. */
  readonly image: string;
  /** The same where there is no file: as the article names it on a site that serves the article as a folder. */
  readonly otherwise?: string;
  /** 1-based line of the article's file. */
  readonly line: number;
  /** Its attributes: `alt`, `title`, `width`, `height`. */
  readonly attributes: Readonly<Record<string, string | number>>;
}

/** HTML of an article with placeholders for its images, which may change without it. */
export type PageContent = readonly (string | ImagePlaceholder)[];

/** URL and size of a published image. */
export interface ServedImage {
  readonly address: string;
  readonly size?: { readonly width: number; readonly height: number } | undefined;
}

/** Marks an image of the corpus in a tree. Authors cannot set it: the sanitiser removes it. */
export const imageProperty = "dataImage";
/** The other path that the image may have, beside it. */
export const otherwiseProperty = "dataImageOtherwise";

/** Separator in place of an image while a tree is serialised. It occurs in no text. */
const mark = "\0";

/** Serialises a tree as HTML. */
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
  const { [imageProperty]: image, [otherwiseProperty]: otherwise, ...others } = properties;
  if (typeof image !== "string") return undefined;
  const attributes = Object.entries(others).filter((entry): entry is [string, string | number] =>
    ["string", "number"].includes(typeof entry[1]),
  );
  const other = typeof otherwise === "string" ? { otherwise } : {};
  return { image, ...other, line: position?.start.line ?? 1, attributes: Object.fromEntries(attributes) };
}

/** Finds where an image is published. */
export type ServesImage = (place: Pick<ImagePlaceholder, "image" | "otherwise">) => ServedImage | undefined;

/** The HTML of an article with its images filled in. Unpublished ones are left out. */
export function withImages(content: PageContent, served: ServesImage): string {
  return content.map((part) => (typeof part === "string" ? part : imageHtml(part, served(part)))).join("");
}

function imageHtml({ attributes }: ImagePlaceholder, served: ServedImage | undefined): string {
  if (served === undefined) return "";
  // An author's width or height is used alone: mixed with the file's, it would distort the image.
  const isSized = "width" in attributes || "height" in attributes;
  const size = isSized ? {} : served.size;
  return toHtml(h("img", { src: served.address, ...size, ...attributes, loading: "lazy" }));
}
