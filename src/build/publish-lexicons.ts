import { loadLanguage } from "../text/languages/index.ts";
import { nameHash } from "./name-hash.ts";

/** The words of a language as files: a folder, and how many slices are in it, `0.bin` and on. */
interface PublishedLexicon {
  readonly folder: string;
  readonly slices: number;
}

/** The same of those languages that have some, by their codes. */
export type PublishedLexicons = Readonly<Record<string, PublishedLexicon>>;

/**
 * Writes the words of some languages. They are bits without a pattern, so that packing makes none of them smaller.
 * @param write takes a file by its path
 */
export async function publishLexicons(
  codes: readonly string[],
  write: (path: string, content: Uint8Array) => void,
): Promise<PublishedLexicons> {
  const published: Record<string, PublishedLexicon> = {};
  for (const code of codes) {
    const { lexicon } = await loadLanguage(code);
    if (lexicon === undefined) continue;
    const slices = await Promise.all(
      Array.from({ length: lexicon.slices }, (_, slice) => lexicon.read(slice)),
    );
    const folder = `lexicons/${code}-${nameHash(Buffer.concat(slices))}`;
    slices.forEach((content, slice) => {
      write(`${folder}/${slice}.bin`, content);
    });
    published[code] = { folder, slices: slices.length };
  }
  return published;
}
