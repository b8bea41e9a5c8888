/** A tag on a line of its own whose element holds Markdown, as Kramdown and Python-Markdown have it. */
const opening =
  /^([ \t]*)<([a-z][\w-]*)(?=[^>]*[ \t]markdown(?:[ \t]*=[ \t]*["']?(?:1|block|span|true|markdown)["']?)?[ \t/>])[^>]*>[ \t]*$/i;
/** Such an element in one line. */
const whole =
  /^[ \t]*(<(div|p|section|aside|details|article|figure|figcaption|blockquote|center)(?=[^>]*[ \t]markdown(?:[ \t]*=[ \t]*["']?(?:1|block|span|true|markdown)["']?)?[ \t>])[^>]*>)(.*\S.*)(<\/\2>)[ \t]*$/i;
/** Whether a line is tags alone. */
const tagsAlone = /^[ \t]*(?:<\/?[a-z][^<>]*>[ \t]*)+$/i;
const fence = /^[ \t>]*(`{3,}|~{3,})/;

interface Open {
  readonly name: string;
  /** Elements of the same name in it that are still open. */
  inner: number;
  /** What its lines are indented by; undefined until the first. */
  indent: number | undefined;
}

const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;

/**
 * Sets what stands in elements with the attribute `markdown` apart from their tags, by blank lines and without the indentation that they
 * have in common: it is Markdown then.
 */
export function withMarkdownInHtml(text: string): string {
  if (!/<[a-z][^<>]*[ \t]markdown(?:[ \t]*=|[ \t/>])/i.test(text)) return text;
  const made: string[] = [];
  const open: Open[] = [];
  let code: string | undefined;
  for (const line of text.split("\n")) {
    const mark = fence.exec(line)?.[1];
    const isFence = code === undefined ? mark !== undefined : mark?.startsWith(code) === true;
    if (isFence) code = code === undefined ? mark : undefined;
    const last = open.at(-1);
    const [, indent = "", name] = code === undefined && !isFence ? (opening.exec(line) ?? []) : [];
    if (name !== undefined) {
      made.push("", line.trim(), "");
      open.push({ name: name.toLowerCase(), inner: 0, indent: undefined });
      if (last !== undefined) last.indent ??= indent.length;
      continue;
    }
    const [, tag, , content = "", end] = code === undefined && !isFence ? (whole.exec(line) ?? []) : [];
    if (tag !== undefined && end !== undefined) {
      made.push("", tag, "", content.trim(), "", end, "");
      continue;
    }
    if (last === undefined) {
      made.push(line);
      continue;
    }
    if (code === undefined && !isFence && tagsAlone.test(line)) {
      const tags = [...line.matchAll(/<(\/?)([a-z][\w-]*)/gi)].filter(
        ([, , tag = ""]) => tag.toLowerCase() === last.name,
      );
      for (const [, slash] of tags) last.inner += slash === "" ? 1 : -1;
      if (last.inner < 0) open.pop();
      made.push("", line.trim(), "");
      continue;
    }
    if (line.trim() !== "") last.indent ??= indentOf(line);
    made.push(line.slice(Math.min(indentOf(line), last.indent ?? 0)));
  }
  return made.join("\n");
}
