import type { Format } from "./format.ts";
import { html } from "./html-page.ts";
import { markdown } from "./markdown.ts";
import { plain } from "./plain.ts";
import { extensionOf } from "./source.ts";

/** All formats that articles may have. */
const formats: readonly Format[] = [markdown, html, plain];

const byExtension: ReadonlyMap<string, Format> = new Map(
  formats.flatMap((format) => format.extensions.map((extension) => [extension, format] as const)),
);

/** The extensions of articles for people: `.md, .html or .txt`. */
export const articleExtensions = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(
  byExtension.keys(),
);

/** The format that a path's extension tells, or undefined when the file is not an article. */
export function articleFormat(path: string): Format | undefined {
  return byExtension.get(extensionOf(path));
}
