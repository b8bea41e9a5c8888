/**
 * A Markdown table laid out as the formatter of this repository does, so that it reads well as plain text too.
 * @param rows as many cells each as `header`; a vertical bar in a cell is escaped.
 * @param others where the columns after the first are aligned: figures to the right.
 */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  others: "left" | "right" = "right",
): string {
  const cells = [header, ...rows].map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = header.map((_, column) => Math.max(3, ...cells.map((row) => lengthOf(row[column]))));
  const isRight = (column: number): boolean => column > 0 && others === "right";
  const line = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
  const pad = (cell: string, column: number): string => {
    const space = " ".repeat((widths[column] ?? 0) - lengthOf(cell));
    return isRight(column) ? space + cell : cell + space;
  };
  const rule = widths.map((width, column) =>
    isRight(column) ? `${"-".repeat(width - 1)}:` : "-".repeat(width),
  );
  const [head = [], ...body] = cells.map((row) => line(row.map(pad)));
  return [head, line(rule), ...body].join("\n");
}

/** Characters as most editors show them. */
const lengthOf = (cell = ""): number => [...cell].length;
