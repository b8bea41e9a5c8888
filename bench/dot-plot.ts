/** A chart of shares: a line for each row, a mark for each series. */
export interface DotPlot {
  /** What the chart shows, for those who do not see it. */
  readonly title: string;
  /** What the axis counts. */
  readonly axis: string;
  /** Names; the first is drawn as a ring that shows what it lies on. At most as many as there are marks. */
  readonly series: readonly string[];
  /** Values of 0 to 1 in the order of `series`. */
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[];
}

/** Mark and colour of a series: told apart by form too, and in front of white as well as black (3:1 at least). */
const marks = [
  {
    colour: "#d6336c",
    path: "M-7,0a7,7 0 1,0 14,0a7,7 0 1,0 -14,0ZM-4.2,0a4.2,4.2 0 1,1 8.4,0a4.2,4.2 0 1,1 -8.4,0Z",
  },
  { colour: "#3b82f6", path: "M-4,-4H4V4H-4Z" },
  { colour: "#8b5cf6", path: "M0,-5.5L5.5,0L0,5.5L-5.5,0Z" },
  { colour: "#0d9488", path: "M0,-5L5,4H-5Z" },
  { colour: "#b7791f", path: "M0,5L5,-4H-5Z" },
  { colour: "#7b8794", path: "M-4,-2L-2,-4L0,-2L2,-4L4,-2L2,0L4,2L2,4L0,2L-2,4L-4,2L-2,0Z" },
  { colour: "#2f9e44", path: "M-1.5,-5H1.5V-1.5H5V1.5H1.5V5H-1.5V1.5H-5V-1.5H-1.5Z" },
] as const;

/** Pixels. */
const size = { label: 170, plot: 560, right: 30, row: 24, legend: 40, foot: 44 } as const;

const style = `text { font: 13px system-ui, sans-serif; fill: #1f2328; }
line { stroke: #8c959f; stroke-opacity: 0.4; }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3; } }`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const mark = (series: number, x: number, y: number, title: string): string => {
  const { colour, path } = marks[series] ?? marks[0];
  return `<path d="${path}" fill="${colour}" transform="translate(${x.toFixed(1)},${y})"><title>${escaped(title)}</title></path>`;
};

/**
 * Draws the chart as an SVG document that adapts to a light or dark page.
 * @throws RangeError when there are more series than marks to tell them apart.
 */
export function dotPlot({ title, axis, series, rows }: DotPlot): string {
  if (series.length > marks.length) {
    throw new RangeError(`dot plot: ${series.length} series; there are marks for ${marks.length}`);
  }
  const bottom = size.legend + rows.length * size.row;
  const width = size.label + size.plot + size.right;
  const height = bottom + size.foot;
  const x = (value: number): number => size.label + value * size.plot;
  const legend = series.map((name, index) => {
    const left = 12 + (index * (width - 12)) / series.length;
    return `${mark(index, left, 16, name)}<text x="${left + 11}" y="20">${escaped(name)}</text>`;
  });
  const grid = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
    (value) =>
      `<line x1="${x(value)}" x2="${x(value)}" y1="${size.legend}" y2="${bottom}"/>` +
      `<text x="${x(value)}" y="${bottom + 16}" text-anchor="middle">${value}</text>`,
  );
  const body = rows.map(({ label, values }, row) => {
    const y = size.legend + (row + 0.5) * size.row;
    const drawn = values.map((value, index) =>
      mark(index, x(value), y, `${series[index] ?? ""}, ${label}: ${value.toFixed(3)}`),
    );
    return (
      `<text x="${size.label - 12}" y="${y + 4}" text-anchor="end">${escaped(label)}</text>` +
      `<line x1="${x(0)}" x2="${x(1)}" y1="${y}" y2="${y}"/>` +
      // The first series lies on top of the others.
      drawn.reverse().join("")
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
<title id="title">${escaped(title)}</title>
<style>${style}</style>
${[...legend, ...grid, ...body].join("\n")}
<text x="${x(0.5)}" y="${bottom + 36}" text-anchor="middle">${escaped(axis)}</text>
</svg>
`;
}
