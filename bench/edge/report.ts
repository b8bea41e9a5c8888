import { dotPlot } from "../dot-plot.ts";
import { markdownTable } from "../table.ts";
import type { FirstAnswer, Load, Memory, Spread } from "./measure.ts";
import type { BuiltProject } from "./project.ts";

/** What one Worker did. Times are in milliseconds, memory in MB. */
export interface ServerResult {
  readonly first: FirstAnswer;
  /** Of questions that are new, over files that are not, over HTTP. */
  readonly latency: Spread;
  /** Of the isolate, after all questions. */
  readonly heap: Memory;
  /** Under load by questions that are all different, and by the same ones that are asked again and again. */
  readonly different: Load;
  readonly repeated: Load;
}

/** What was measured over one corpus. */
export interface SizeResult {
  readonly passages: number;
  readonly project: BuiltProject;
  readonly footnote: ServerResult;
  /** Bytes that a question reads when nothing was read before. */
  readonly bytes: Spread;
  /** Milliseconds of a search alone, without HTTP, in Node. */
  readonly search: Spread;
  readonly wholeSearch: Spread;
  readonly wholeIndexBytes: number;
  readonly wholeServer: ServerResult | undefined;
}

export interface EdgeResult {
  /** How many different questions were asked. */
  readonly questions: number;
  readonly hello: ServerResult;
  readonly sizes: readonly SizeResult[];
}

const count = (value: number): string => Math.round(value).toLocaleString("en");
const decimals = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
const kilobytes = (bytes: number): string => `${decimals(bytes / 1000)} kB`;
const megabytes = (bytes: number): string => `${decimals(bytes / 1_000_000)} MB`;
const spread = ({ p50, p99 }: Spread): string => `${decimals(p50)} / ${decimals(p99)}`;
const startAndAnswer = ({ start, answer }: FirstAnswer["hello"]): string =>
  `${decimals(start)} / ${decimals(answer)}`;

const answers = (load: Load, hello: Load): string =>
  `${count(load.answersPerSecond)} (${decimals(load.answersPerSecond / hello.answersPerSecond)}x)`;

/** A row of figures, one for each corpus. */
type Row = readonly [label: string, ...cells: string[]];

function serverRows(
  name: string,
  hello: ServerResult,
  results: readonly (ServerResult | undefined)[],
): Row[] {
  const row = (label: string, cell: (result: ServerResult) => string): Row => [
    `${name}: ${label}`,
    ...results.map((result) => (result === undefined ? "–" : cell(result))),
  ];
  return [
    row("start / first answer of a fresh isolate, ms", ({ first }) => startAndAnswer(first)),
    row("start / first answer of hello beside it, ms", ({ first }) => startAndAnswer(first.hello)),
    row("start and first answer of a fresh isolate, over hello, ms", ({ first }) => decimals(first.more)),
    row("warm answer to a new question, over hello's, p50 / p99, ms", ({ latency }) =>
      spread({ p50: latency.p50 - hello.latency.p50, p99: latency.p99 - hello.latency.p50 }),
    ),
    row("answers a second, all questions different, against hello's", ({ different }) =>
      answers(different, hello.different),
    ),
    row("answers a second, the same questions again and again, against hello's", ({ repeated }) =>
      answers(repeated, hello.repeated),
    ),
    row("processor time of workerd, different / again, ms", ({ different, repeated }) =>
      [different, repeated].map(({ cpu }) => decimals(cpu)).join(" / "),
    ),
    row("memory of the isolate after all questions, least / most, MB", ({ heap }) =>
      [heap.least, heap.most].map((megabytes) => decimals(megabytes)).join(" / "),
    ),
  ];
}

/** The section as Markdown. */
export function edgeReport({ questions, hello, sizes }: EdgeResult, chart: string, measured: string): string {
  const row = (label: string, cell: (size: SizeResult) => string): Row => [label, ...sizes.map(cell)];
  const rows: Row[] = [
    ...serverRows(
      "Footnote",
      hello,
      sizes.map(({ footnote }) => footnote),
    ),
    row("Footnote: read for a question, cold, p50 / p99, kB", ({ bytes }) =>
      spread({ p50: bytes.p50 / 1000, p99: bytes.p99 / 1000 }),
    ),
    row("Footnote: search alone, warm, p50 / p99, ms", ({ search }) => spread(search)),
    row(
      "Footnote: index",
      ({ project }) => `${megabytes(project.index.bytes)}, ${count(project.index.files)} files`,
    ),
    row("Footnote: all assets", ({ project }) => `${count(project.assetFiles)} files`),
    row("Footnote: Worker, gzip", ({ project }) => kilobytes(project.scriptGzipBytes)),
    row(
      "Footnote: build",
      ({ project }) => `${count(project.seconds)} s, ${count(project.peakMegabytes)} MB`,
    ),
    ...serverRows(
      "Whole MiniSearch index",
      hello,
      sizes.map(({ wholeServer }) => wholeServer),
    ),
    row("Whole MiniSearch index: search alone, warm, p50 / p99, ms", ({ wholeSearch }) =>
      spread(wholeSearch),
    ),
    row("Whole MiniSearch index: size", ({ wholeIndexBytes }) => megabytes(wholeIndexBytes)),
    row(
      "Search of Footnote, times as fast at p50",
      ({ search, wholeSearch }) => `${decimals(wholeSearch.p50 / search.p50)}x`,
    ),
  ];
  const header = ["", ...sizes.map(({ passages }) => `${count(passages)} passages`)];
  return [
    `${count(questions)} different questions, all Workers in bare workerd on the same machine as the client, which takes its share`,
    `of it. Hello is a Worker of Hono that answers a constant: ${spread(hello.latency)} ms at p50 / p99,`,
    `${count(hello.different.answersPerSecond)} answers a second, ${decimals(hello.different.cpu)} ms of processor time each. Fresh isolates are started in turn with hello's;`,
    "a start has that of the process and of the script in it, a first answer the reads of its files.",
    "Memory is that of the heap and of buffers beside it, in a heap of 128 MB as the platform gives.",
    "",
    `![What Footnote takes of what was allowed it](${chart})`,
    "",
    markdownTable(header, rows),
    "",
    measured,
  ].join("\n");
}

/** Draws how much of what was allowed was taken, up to all of it, for corpora of each size. */
export function edgeChart({ hello, sizes }: EdgeResult): string {
  const rows: [label: string, limit: number, taken: (size: SizeResult) => number][] = [
    ["first answer, 60 ms", 60, ({ footnote }) => footnote.first.more],
    ["warm p50, 4 ms", 4, ({ footnote }) => footnote.latency.p50 - hello.latency.p50],
    ["warm p99, 10 ms", 10, ({ footnote }) => footnote.latency.p99 - hello.latency.p50],
    ["read cold, 100 kB", 100_000, ({ bytes }) => bytes.p50],
    ["memory, 64 MB", 64, ({ footnote }) => footnote.heap.most],
    ["Worker gzip, 300 kB", 300_000, ({ project }) => project.scriptGzipBytes],
  ];
  return dotPlot({
    title: "What a question takes, as a share of what it may take, by the size of the corpus",
    axis: "share of the limit that is taken; 1 means all of it or more",
    series: sizes.map(({ passages }) => `${count(passages)} passages`),
    rows: rows.map(([label, limit, taken]) => ({
      label,
      values: sizes.map((size) => Math.min(1, Math.max(0, taken(size) / limit))),
    })),
  });
}
