import { z } from "zod";
import { error, type Problem } from "../problem.ts";
import { date, lang, line, lines, pageUrl } from "./schema.ts";
import { readYaml } from "./yaml.ts";

/** What an article may say about itself. */
export const metadataSchema = z.object({
  title: line.exactOptional(),
  url: pageUrl.exactOptional(),
  lang: lang.exactOptional(),
  authors: lines.exactOptional(),
  published: date.exactOptional(),
  updated: date.exactOptional(),
  tags: lines.exactOptional(),
  summary: line.exactOptional(),
  questions: lines.exactOptional(),
  draft: z.boolean({ error: "must be true or false" }).exactOptional(),
});

/** What an article says about itself. */
export type GivenMetadata = z.infer<typeof metadataSchema>;

/** The metadata of an article that says nothing about itself. */
export const noMetadata = { authors: [], tags: [], questions: [], draft: false } satisfies GivenMetadata;

/** What is known about an article, with what it leaves open. */
export type Metadata = GivenMetadata & Required<Pick<GivenMetadata, keyof typeof noMetadata>>;

const fence = /^---[ \t]*$/m;
const openingFence = /^---[ \t]*(?:\n|$)/;

/**
 * Takes the front matter off a file: YAML between a first line `---` and the next such line.
 *
 * @returns the metadata unless it is wrong, and the body, with blank lines in place of the front matter
 */
export function takeFrontMatter(
  path: string,
  text: string,
): { metadata?: GivenMetadata; body: string; problems: Problem[] } {
  const opening = openingFence.exec(text)?.[0];
  if (opening === undefined) return { metadata: {}, body: text, problems: [] };
  const rest = text.slice(opening.length);
  const closing = fence.exec(rest);
  if (closing === null) {
    const message = 'front matter is never closed; write "---" on a line of its own after its last key';
    return { body: "", problems: [error(path, 1, message)] };
  }
  const { value, problems } = readYaml(path, rest.slice(0, closing.index).trimEnd(), 2, metadataSchema);
  const end = opening.length + closing.index + closing[0].length;
  const body = "\n".repeat(text.slice(0, end).split("\n").length - 1) + text.slice(end);
  return { ...(value && { metadata: value }), body, problems };
}
