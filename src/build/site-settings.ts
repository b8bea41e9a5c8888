import { createHash } from "node:crypto";
import type { Collection } from "../corpus/collection.ts";
import type { Site } from "../site/shell.ts";
import type { CorpusImages } from "./corpus-images.ts";

const isUrl = (picture: string): boolean => /^https?:\/\//.test(picture);

/** The pictures of a collection that are files of its corpus. */
export function collectionImages({ logo, image }: Pick<Collection, "logo" | "image">): string[] {
  return [logo, image].filter((picture) => picture !== undefined).filter((picture) => !isUrl(picture));
}

/** What the pages of a collection share. */
export function siteOf(
  collection: Collection,
  { base, files, font, images }: Pick<Site, "base" | "files" | "font"> & { readonly images: CorpusImages },
): Site {
  const { title, baseUrl, noindex, lang, intro, logo, image, nav, footer } = collection;
  const address = (picture: string | undefined): string | undefined =>
    picture === undefined || isUrl(picture) ? picture : images.served({ image: picture })?.address;
  return {
    title,
    baseUrl,
    base,
    noindex,
    files,
    font,
    lang,
    intro,
    logo: address(logo),
    image: address(image),
    nav,
    footer,
  };
}

/** A style sheet with the rules of fonts and the colours of a collection at its end, named by them too. */
export function withOwnStyles(
  style: { readonly name: string; readonly content: Uint8Array },
  { colours }: Pick<Collection, "colours">,
  fontRules: string,
): { name: string; content: Uint8Array } {
  const set = Object.entries(colours).map(([name, colour]) => `--${name}: ${colour};`);
  const own = Buffer.from(fontRules + (set.length === 0 ? "" : `:root { ${set.join(" ")} }\n`));
  const name = style.name.replace(
    /\.css$/,
    `-${createHash("sha256").update(own).digest("hex").slice(0, 8)}.css`,
  );
  return { name, content: Buffer.concat([style.content, own]) };
}
