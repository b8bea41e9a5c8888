import type { Format } from "../format.ts";
import { blank } from "./code-ranges.ts";

/** Shows another file, as Middleman and Rails do. */
const partial = /^=\s*(?:partial|render)[\s(]+(?:(?::partial\s*=>|partial:)\s*)?["']([\w./-]+)["']/;
/** Shows a link to an address that is written out. */
const link = /^=\s*link_to[\s(]+(?:"([^"]*)"|'([^']*)')\s*,\s*(?:"([^"]*)"|'([^']*)')/;

/** The file that a name of a partial means: `guide/lid` is `guide/_lid.md`. */
function partialFile(name: string): string {
  const slash = name.lastIndexOf("/") + 1;
  const file = name.slice(slash);
  return `${name.slice(0, slash)}${file.startsWith("_") ? "" : "_"}${file}${/\.\w+$/.test(file) ? "" : ".md"}`;
}

/** What readers see of a tag, by what it has between its marks: most of it is code that runs when a site is made. */
function shownOf(inner: string): string {
  const [, file] = partial.exec(inner) ?? [];
  if (file !== undefined) return `{% include "${partialFile(file)}" %}`;
  const [, ...parts] = link.exec(inner) ?? [];
  const [text, address] = parts.filter((one) => one !== undefined);
  return text === undefined || address === undefined ? "" : `<a href="${address}">${text}</a>`;
}

/** Takes the tags of Embedded Ruby out of a text, in code too, and keeps every line where it is. */
export function withoutErb(text: string): string {
  let made = "";
  let end = 0;
  for (let start = text.indexOf("<%"); start !== -1; start = text.indexOf("<%", end)) {
    made += text.slice(end, start);
    // Doubled, it is the mark itself.
    if (text[start + 2] === "%") {
      made += "<%";
      end = start + 3;
      continue;
    }
    const close = text.indexOf("%>", start + 2);
    end = close === -1 ? text.length : close + 2;
    made +=
      close === -1
        ? text.slice(start)
        : shownOf(text.slice(start + 2, close)) + blank(text.slice(start, end));
  }
  return made + text.slice(end);
}

/** A format whose files Embedded Ruby makes. */
export const withErb = (format: Format): Format => ({
  ...format,
  name: `${format.name} with ERB`,
  extensions: format.extensions.map((extension) => `${extension}.erb`),
  read: (path, text, included, common) => format.read(path, withoutErb(text), included, common),
  ...(format.includes && {
    includes: (text, path, read) => format.includes?.(withoutErb(text), path, read) ?? [],
  }),
});
