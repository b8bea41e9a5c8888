const fence = /^[ \t]*(`{3,}|~{3,})/;
/** What ends a block that is no paragraph: a heading, its underline, code, a row of a table. */
const endsOther =
  /^ {0,3}(?:#{1,6}(?:[ \t]|$)|={2,}[ \t]*$|-{2,}[ \t]*$|\||\+[-=])|^[ \t]*(?:`{3,}|~{3,})[`~ \t]*$/;
const definition = /^ {0,3}:[ \t]+(?=\S)/;
/** What the further paragraphs of a definition stand behind. */
const indent = /^(?: {4}|\t)/;

/**
 * Makes paragraphs of definitions without a term, as Python-Markdown has them: what follows a heading, code or a table behind a
 * colon, and what is indented below it. A definition behind a paragraph is that one's.
 */
export function withoutLoneDefinitions(text: string): string {
  if (!/^ {0,3}:[ \t]/m.test(text)) return text;
  let open: string | undefined;
  let last = "";
  let isApart = true;
  let isInside = false;
  return text
    .split("\n")
    .map((line) => {
      const isBlank = line.trim() === "";
      const [, mark] = fence.exec(line) ?? [];
      const shown = isInside ? line.replace(indent, "") : line;
      if (open !== undefined) {
        if (mark?.startsWith(open) && line.trim() === mark) open = undefined;
        last = line;
        return shown;
      }
      if (isBlank) {
        isApart = true;
        return line;
      }
      const starts = isApart;
      isApart = false;
      if (starts && definition.test(line) && (isInside || last === "" || endsOther.test(last))) {
        isInside = true;
        last = line;
        return line.replace(definition, "");
      }
      if (starts && !indent.test(line)) isInside = false;
      open = mark;
      last = line;
      return isInside ? shown : line;
    })
    .join("\n");
}
