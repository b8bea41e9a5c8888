import { z } from "zod";
import { error, type Problem } from "../problem.ts";
import { date, lang, line, lines, pageUrl } from "./schema.ts";
import { readYaml } from "./yaml.ts";

/** What an article may say about itself. */
export const metadataSchema = z.object({
  title: line.exactOptional(),
  url: pageUrl.exactOptional(),
  lang: lang.exactOptional(),
  authors: lines.default([]),
  published: date.exactOptional(),
  updated: date.exactOptional(),
  tags: lines.default([]),
  summary: line.exactOptional(),
  questions: lines.default([]),
  draft: z.boolean({ error: "must be true or false" }).default(false),
});
export type GivenMetadata = z.infer<typeof metadataSchema>;

const fence = /^---[ \t]*$/m;
const openingFence = /^---[ \t]*(?:\n|$)/;

/**
 * Takes the front matter off a file: YAML between a first line `---` and the next such line.
 *
 * @returns the metadata unless it is wrong, and the body.
 */
export function takeFrontMatter(
  path: string,
  text: string,
): { metadata?: GivenMetadata; body: string; problems: Problem[] } {
  const opening = openingFence.exec(text)?.[0];
  if (opening === undefined) return { metadata: metadataSchema.parse({}), body: text, problems: [] };
  const rest = text.slice(opening.length);
  const closing = fence.exec(rest);
  if (closing === null) {
    const message = 'front matter is never closed; write "---" on a line of its own after its last key';
    return { body: "", problems: [error(path, 1, message)] };
  }
  const { value, problems } = readYaml(path, rest.slice(0, closing.index).trimEnd(), 2, metadataSchema);
  const body = rest.slice(closing.index + closing[0].length);
  return { ...(value && { metadata: value }), body, problems };
}
