import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { nameHash } from "./name-hash.ts";

/** Where a package has the fonts, and a checkout. */
const shipped = join(import.meta.dirname, "..", "bundles", "site", "fonts");
const installed = join(
  import.meta.dirname,
  "..",
  "..",
  "node_modules",
  "@fontsource-variable",
  "source-serif-4",
  "files",
);

/** A font of one script: a browser loads it when a page has a character of its range. */
interface Face {
  readonly file: string;
  readonly style: "normal" | "italic";
  readonly range: string;
}

const latin =
  "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD";

const normal = (script: string, range: string): Face => ({
  file: `source-serif-4-${script}-wght-normal.woff2`,
  style: "normal",
  range,
});

/** Source Serif 4 (Adobe, SIL Open Font License 1.1), the serif of headings, articles and quotes. */
const faces: readonly Face[] = [
  normal("latin", latin),
  { file: "source-serif-4-latin-wght-italic.woff2", style: "italic", range: latin },
  normal(
    "latin-ext",
    "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C4, U+2113, U+2C60-2C7F, U+A720-A7FF",
  ),
  normal("cyrillic", "U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116"),
  normal("greek", "U+0370-0377, U+037A-037F, U+0384-038A, U+038C, U+038E-03A1, U+03A3-03FF"),
  normal(
    "vietnamese",
    "U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB",
  ),
];

/** A file that pages name. */
interface FontFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Fonts of the site's pages, named by their content, and the rules of a style sheet beside them. */
export interface SiteFonts {
  readonly rules: string;
  readonly files: readonly FontFile[];
  /** The file that nearly every page needs. */
  readonly first: string;
}

const read = (file: string): Promise<Uint8Array> =>
  readFile(join(existsSync(shipped) ? shipped : installed, file));

/** The fonts of the site's pages. A page that they do not reach at once is shown in the reader's own, so that nothing moves. */
export async function siteFonts(): Promise<SiteFonts> {
  const made = await Promise.all(
    faces.map(async ({ file, style, range }) => {
      const content = await read(file);
      const name = file.replace(/\.woff2$/, `-${nameHash(content)}.woff2`);
      const rule = `@font-face{font-family:"Source Serif 4";font-style:${style};font-weight:200 900;font-display:optional;src:url(${name}) format("woff2");unicode-range:${range.replaceAll(" ", "")}}`;
      return { name, content, rule };
    }),
  );
  return {
    rules: `${made.map(({ rule }) => rule).join("\n")}\n`,
    files: made.map(({ name, content }) => ({ name, content })),
    first: made[0]?.name ?? "",
  };
}

/** The fonts as a package ships them, by their paths. @param folder of the compiled source */
export const shippedFonts = (folder: string): Promise<[path: string, content: Uint8Array][]> =>
  Promise.all(
    faces.map(async ({ file }) => [join(folder, "bundles", "site", "fonts", file), await read(file)]),
  );
