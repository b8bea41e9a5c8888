import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The file that all benchmarks report to, one section each. */
const resultsPath = join(import.meta.dirname, "RESULTS.md");

const opening =
  "# Results\n\nEach section is written by the command that it names; run that command to bring it up to date.\n";

const beginOf = (name: string): string => `<!-- ${name}: begin -->`;
const endOf = (name: string): string => `<!-- ${name}: end -->`;

/**
 * The document with the section `name` holding `markdown`: replaced between its markers when it is there, added at the
 * end under a heading of level 2 when it is not. All other text stays as it is.
 * @throws Error when one of the two markers is missing or out of place, or when `markdown` holds a marker of the section.
 */
export function withSection(document: string, name: string, markdown: string): string {
  const begin = beginOf(name);
  const end = endOf(name);
  if (markdown.includes(begin) || markdown.includes(end)) {
    throw new Error(`section ${name}: the new text holds the section's own marker; leave it out`);
  }
  const section = `${begin}\n\n${markdown.trim()}\n\n${end}`;
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from < 0 && to < 0) {
    const before = document.trim() === "" ? opening : `${document.trimEnd()}\n`;
    return `${before}\n## ${name}\n\n${section}\n`;
  }
  if (from < 0 || to < from) {
    throw new Error(
      `section ${name}: expected "${begin}" and after it "${end}"; put the missing marker back`,
    );
  }
  return document.slice(0, from) + section + document.slice(to + end.length);
}

/**
 * Writes one section of `bench/RESULTS.md` and leaves the others alone.
 * @param name the heading, such as `Quality`.
 * @throws Error as {@link withSection} does.
 */
export function replaceSection(name: string, markdown: string): void {
  const document = existsSync(resultsPath) ? readFileSync(resultsPath, "utf8") : "";
  writeFileSync(resultsPath, withSection(document, name, markdown));
}
