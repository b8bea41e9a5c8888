/** Opens and closes the fences of code, so that tables in it are left alone. */
const fence = /^[ \t>]*(`{3,}(?=[^`]*$)|~{3,})/;
/** A line between the rows of a table that is drawn: of equals signs below its head. */
const border = /^[ \t]*\+(?:[-:=]{2,}\+)+[ \t]*$/;
const row = /^[ \t]*[|+].*[|+][ \t]*$/;

/** The cells of a line, by the columns of the border; by the marks in it where letters are wider than one column. */
function cellsOf(line: string, columns: readonly number[]): string[] {
  const parts = line.trim().split("|").slice(1, -1);
  if (parts.length === columns.length - 1) return parts;
  return columns.slice(1).map((end, index) => line.slice((columns[index] ?? 0) + 1, end));
}

/** The columns in which a border has its crosses. */
function columnsOf(line: string): number[] {
  return [...line.matchAll(/\+/g)].map(({ index }) => index);
}

const element = (name: string, content: string): string => `<${name}>\n\n${content}\n\n</${name}>`;

/** A table that is drawn, from its first border to its last, as HTML whose cells are Markdown. */
function drawn(lines: readonly string[]): string {
  const columns = columnsOf(lines[0] ?? "");
  const head = lines.findIndex((line) => line.includes("=") && border.test(line));
  const rows: string[] = [];
  let cells = columns.slice(1).map((): string[] => []);
  for (const [index, line] of lines.entries()) {
    if (index > 0 && border.test(line)) {
      const name = head > 0 && index <= head ? "th" : "td";
      // What all lines of a cell are indented by is the table's own.
      const texts = cells.map((cell) => cell.map((part) => part.replace(/^ /, "").trimEnd()).join("\n"));
      rows.push(element("tr", texts.map((text) => element(name, text.trim())).join("\n\n")));
      cells = columns.slice(1).map((): string[] => []);
    } else if (index > 0) {
      cellsOf(line, columns).forEach((part, column) => void cells[column]?.push(part));
    }
  }
  return `\n${element("table", rows.join("\n\n"))}\n`;
}

/** Tables of Pandoc and reStructuredText that are drawn with lines, as HTML whose cells are Markdown. */
export function withGridTables(text: string): string {
  if (!/^[ \t]*\+-{2}/m.test(text)) return text;
  const lines = text.split("\n");
  const made: string[] = [];
  let open: string | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const mark = fence.exec(line)?.[1];
    if (mark !== undefined) {
      if (open === undefined) open = mark;
      else if (mark.startsWith(open)) open = undefined;
    }
    let end = index + 1;
    if (open === undefined && border.test(line)) while (row.test(lines[end] ?? "")) end += 1;
    // A drawing has no row, or does not end with its border.
    if (end > index + 2 && border.test(lines[end - 1] ?? "")) {
      made.push(drawn(lines.slice(index, end)));
      index = end - 1;
    } else made.push(line);
  }
  return made.join("\n");
}
