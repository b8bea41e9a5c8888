import { outsideCode } from "./markdown/code-ranges.ts";

/** Where a generator fills in a value of the page's front matter: `{{ page.title }}`, `{{ $frontmatter.title }}`, `{frontmatter.title}`. */
const place =
  /\{\{-?\s*(?:page\.(?:meta\.)?|\$?frontmatter\.|post\.|data\.|doc\.|meta\.|\.Params\.|\.Page\.|\.)?([a-z]\w*(?:\.\w+)*)(?:\s*\|\s*(?:safe|escape|e|markdownify|smartify|xml_escape|strip))*\s*-?\}\}|(?<!\{)\{(?:props\.)?frontmatter\.(\w+)\}(?!\})/gi;

/** What is shown as it is written: parts that are kept from the generator, and code that it highlights. */
const verbatim =
  /(\{%-?\s*(?:raw|verbatim|highlight)\b[\s\S]{0,20000}?\{%-?\s*end(?:raw|verbatim|highlight)\s*-?%\})/;

/**
 * A text with what its front matter says in the places that a generator fills in. Code stays as it is.
 *
 * @param values by their keys, in lower case
 */
export function withFilledValues(text: string, values: ReadonlyMap<string, string>): string {
  if (values.size === 0 || !/\{\{|\{(?:props\.)?frontmatter\./.test(text)) return text;
  const filled = (prose: string): string =>
    prose.replace(place, (whole, double: string | undefined, single: string | undefined) => {
      const value = values.get((double ?? single ?? "").toLowerCase());
      // What is filled in fills in nothing itself.
      return value === undefined || /[{}\n]/.test(value) ? whole : value;
    });
  return outsideCode(text, (prose) =>
    prose
      .split(verbatim)
      .map((part, index) => (index % 2 === 0 ? filled(part) : part))
      .join(""),
  );
}
