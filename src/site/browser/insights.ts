import uPlot from "uplot";

/** The report as `/insights/report.json` gives it. */
interface Report {
  readonly daily: readonly { readonly day: string; readonly asked: number; readonly answered: number }[];
  readonly unanswered: readonly {
    readonly times: number;
    readonly questions: readonly { readonly question: string }[];
  }[];
  readonly worst: readonly { readonly question: string; readonly up: number; readonly down: number }[];
  readonly neverCited: readonly string[];
}

/** Of what was answered: seen well on light and on dark. */
const accent = "#c8492f";

const form = document.querySelector<HTMLFormElement>("#period");
const status = document.querySelector("#status");
const chart = document.querySelector<HTMLElement>("#chart");

function fill(id: string, entries: readonly { number: string; text: string; more?: string }[]): void {
  const items = entries.map(({ number, text, more = "" }) => {
    const item = document.createElement("li");
    const count = document.createElement("b");
    count.textContent = number;
    const words = document.createElement("span");
    words.textContent = text;
    if (more !== "") {
      const small = document.createElement("small");
      small.textContent = more;
      words.append(small);
    }
    item.append(count, words);
    return item;
  });
  document.querySelector(`#${id}`)?.replaceChildren(...items);
}

/** Each day of the period, those without questions too: a line between two days apart would show what never was. */
function series({ daily }: Report, days: number): uPlot.AlignedData {
  const byDay = new Map(daily.map((entry) => [entry.day, entry]));
  const day = 24 * 60 * 60;
  const today = Math.floor(Date.now() / 1000 / day) * day;
  const times = Array.from({ length: days }, (_, index) => today - (days - 1 - index) * day);
  const of = (time: number) => byDay.get(new Date(time * 1000).toISOString().slice(0, 10));
  return [times, times.map((time) => of(time)?.asked ?? 0), times.map((time) => of(time)?.answered ?? 0)];
}

function draw(report: Report, days: number): void {
  if (chart === null) return;
  chart.replaceChildren();
  const axis = { stroke: () => getComputedStyle(chart).color, grid: { stroke: "#8884" } };
  new uPlot(
    {
      width: chart.clientWidth,
      height: 260,
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      scales: { y: { range: (_, __, maximum) => [0, Math.max(1, maximum)] } },
      axes: [axis, axis],
      series: [
        {},
        { label: "asked", stroke: () => getComputedStyle(chart).color, width: 2 },
        { label: "answered", stroke: accent, width: 2, fill: `${accent}22` },
      ],
    },
    series(report, days),
    chart,
  );
}

async function show(): Promise<void> {
  if (form === null || status === null) return;
  const days = Number(new FormData(form).get("days"));
  for (const kind of ["csv", "json"]) {
    document.querySelector(`#${kind}`)?.setAttribute("href", `/insights/questions.${kind}?days=${days}`);
  }
  const response = await fetch(`/insights/report.json?days=${days}`);
  if (!response.ok) {
    status.textContent = "The report cannot be read at the moment.";
    return;
  }
  const report: Report = await response.json();
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const asked = sum(report.daily.map((entry) => entry.asked));
  const answered = sum(report.daily.map((entry) => entry.answered));
  const share = asked === 0 ? "" : `, ${Math.round((100 * answered) / asked)} % of them answered`;
  status.textContent = `${asked} questions in ${days} days${share}`;
  draw(report, days);
  fill(
    "unanswered",
    report.unanswered.map(({ times, questions: [first, ...others] }) => ({
      number: String(times),
      text: first?.question ?? "",
      more: others.map(({ question }) => question).join(" · "),
    })),
  );
  fill(
    "worst",
    report.worst.map(({ question, up, down }) => ({ number: `+${up} −${down}`, text: question })),
  );
  fill(
    "neverCited",
    report.neverCited.map((id) => ({ number: "", text: id })),
  );
}

form?.addEventListener("change", () => void show());
void show();
