import uPlot from "uplot";

/** Numbers of questions on one day in UTC, `2026-11-24`. */
export interface Day {
  readonly day: string;
  readonly asked: number;
  readonly answered: number;
}

/** Colour of answered questions, with enough contrast on light and dark. */
const accent = "#c8492f";
const height = 260;

/** Every day of a period until today, including those without questions, so that the line does not interpolate. */
export function everyDay(daily: readonly Day[], days: number): Day[] {
  const byDay = new Map(daily.map((entry) => [entry.day, entry]));
  return Array.from({ length: days }, (_, index) => {
    const date = new Date();
    date.setUTCDate(date.getUTCDate() - (days - 1 - index));
    const day = date.toISOString().slice(0, 10);
    return byDay.get(day) ?? { day, asked: 0, answered: 0 };
  });
}

/** A day in the reader's locale. */
export function dayInWords(seconds: number): string {
  return new Date(seconds * 1000).toLocaleDateString(undefined, {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
}

/** Draws questions asked and answered per day, replacing the element's content, at its full width. */
export function drawDays(container: HTMLElement, days: readonly Day[]): void {
  container.replaceChildren();
  const colour = () => getComputedStyle(container).color;
  const axis = { stroke: colour, grid: { stroke: "#8883", width: 1 }, ticks: { show: false }, gap: 10 };
  const count = (_: uPlot, value: number | null) => (value === null ? "" : String(value));
  const chart = new uPlot(
    {
      width: container.clientWidth,
      height,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      scales: { y: { range: (_, __, maximum) => [0, Math.max(1, maximum)] } },
      axes: [
        { ...axis, values: (_, seconds) => seconds.map(dayInWords) },
        { ...axis, incrs: wholeSteps },
      ],
      series: [
        { label: "Day", value: (_, seconds) => (seconds === null ? "" : dayInWords(seconds)) },
        { label: "asked", stroke: colour, width: 2, points: { show: false }, value: count },
        {
          label: "answered",
          stroke: accent,
          width: 2,
          fill: `${accent}22`,
          points: { show: false },
          value: count,
        },
      ],
    },
    [
      days.map(({ day }) => Date.parse(day) / 1000),
      days.map(({ asked }) => asked),
      days.map(({ answered }) => answered),
    ],
    container,
  );
  const resize = new ResizeObserver(() => {
    if (!chart.root.isConnected) resize.disconnect();
    else if (chart.width !== container.clientWidth) chart.setSize({ width: container.clientWidth, height });
  });
  resize.observe(container);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => chart.redraw());
}

/** Steps of the grid: whole numbers. */
const wholeSteps = [1, 2, 5]
  .flatMap((step) => [1, 10, 100, 1_000, 10_000].map((power) => step * power))
  .sort((a, b) => a - b);
