import { type Day, drawDays, everyDay } from "./day-chart.ts";

/** The response of `/insights/report.json`. */
interface Report {
  readonly daily: readonly Day[];
  readonly channels: readonly { readonly channel: "http" | "batch" | "mcp"; readonly asked: number }[];
  readonly unanswered: readonly {
    readonly times: number;
    readonly questions: readonly { readonly question: string }[];
  }[];
  readonly asked: readonly { readonly question: string; readonly times: number; readonly answered: number }[];
  readonly worst: readonly { readonly question: string; readonly up: number; readonly down: number }[];
  readonly neverCited: readonly { readonly title: string; readonly url: string }[];
}

/** One line of a list. */
interface Entry {
  readonly figure: string;
  readonly text: string;
  readonly more?: string;
  readonly url?: string;
}

/** Entries shown before "Show more". */
const shownEntries = 15;

const channelsInWords = { http: "one by one", batch: "in batches", mcp: "by agents" } as const;

const form = document.querySelector<HTMLFormElement>("#period");
const status = document.querySelector("#status");
const report = document.querySelector<HTMLElement>("#report");
const chart = document.querySelector<HTMLElement>("#chart");
const rows = document.querySelector("#days tbody");

function element(name: string, ...children: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

function item({ figure, text, more, url }: Entry): HTMLElement {
  const words = element("span");
  if (url === undefined) words.append(text);
  else {
    const link = element("a", text);
    link.setAttribute("href", url);
    words.append(link);
  }
  if (more !== undefined) words.append(element("small", more));
  return element("li", ...(figure === "" ? [] : [element("b", figure)]), words);
}

/** Fills a list; a long one ends in a button that shows the rest. */
function fill(id: string, entries: readonly Entry[]): void {
  const list = document.querySelector(`#${id}`);
  list?.replaceChildren(...entries.slice(0, shownEntries).map(item));
  document.querySelector(`#${id} + button`)?.remove();
  const rest = entries.slice(shownEntries);
  if (rest.length === 0) return;
  const button = element("button", `Show ${rest.length} more`);
  button.setAttribute("type", "button");
  button.addEventListener("click", () => {
    const items = rest.map(item);
    list?.append(...items);
    button.remove();
    // Keyboard focus moves to where the button was.
    items[0]?.setAttribute("tabindex", "-1");
    items[0]?.focus();
  });
  list?.after(button);
}

/** Address of the home page that asks a question again. */
const askUrl = (question: string): string => `./?ask=${encodeURIComponent(question)}`;

function summary({ daily, channels }: Report, days: number): string {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const asked = sum(daily.map((day) => day.asked));
  const answered = sum(daily.map((day) => day.answered));
  const ways = channels.map((way) => `${way.asked} ${channelsInWords[way.channel]}`).join(", ");
  const questions = `${asked} ${asked === 1 ? "question" : "questions"}`;
  const ending = channels.length > 1 ? ` Asked ${ways}.` : "";
  return `${questions} in ${days} days, ${Math.round((100 * answered) / asked)} % answered.${ending}`;
}

function present(found: Report, days: number): void {
  const everything = everyDay(found.daily, days);
  const today = everything.at(-1);
  const whole = everything.slice(0, -1);
  // A day that is not over would look like a fall.
  const isWorthDrawing = whole.some(({ asked }) => asked > 0);
  if (chart !== null) drawDays(chart, isWorthDrawing ? whole : everything);
  const figures = everything.filter(({ asked }) => asked > 0).reverse();
  rows?.replaceChildren(
    ...figures.map(({ day, asked, answered }) =>
      element(
        "tr",
        element("th", day, ...(day === today?.day ? [element("small", " so far")] : [])),
        element("td", String(asked)),
        element("td", String(answered)),
      ),
    ),
  );
  fill(
    "asked",
    found.asked.map(({ question, times, answered }) => ({
      figure: String(times),
      text: question,
      url: askUrl(question),
      ...(answered === 0 && { more: "not answered" }),
    })),
  );
  fill(
    "unanswered",
    found.unanswered.map(({ times, questions: [first, ...others] }) => ({
      figure: String(times),
      text: first?.question ?? "",
      url: askUrl(first?.question ?? ""),
      ...(others.length > 0 && { more: others.map(({ question }) => question).join(" · ") }),
    })),
  );
  fill(
    "worst",
    found.worst.map(({ question, up, down }) => ({
      figure: `+${up} −${down}`,
      text: question,
      url: askUrl(question),
    })),
  );
  fill(
    "neverCited",
    found.neverCited.map(({ title, url }) => ({ figure: "", text: title, url })),
  );
}

/** Where the service is: its page is `insights` there, with or without a slash. */
const base = location.pathname.replace(/insights\/?$/, "");

async function read(days: number): Promise<Report | undefined> {
  const response = await fetch(`${base}insights/report.json?days=${days}`).catch(() => undefined);
  return response?.ok ? response.json() : undefined;
}

async function show(): Promise<void> {
  if (form === null || status === null || report === null) return;
  const days = Number(new FormData(form).get("days"));
  for (const kind of ["csv", "json"]) {
    document
      .querySelector(`#${kind}`)
      ?.setAttribute("href", `${base}insights/questions.${kind}?days=${days}`);
  }
  const found = await read(days);
  report.hidden = found === undefined || found.daily.length === 0;
  if (found === undefined) status.textContent = "The report cannot be read at the moment. Try again later.";
  else if (found.daily.length === 0) status.textContent = `Nobody asked anything in the last ${days} days.`;
  else {
    status.textContent = summary(found, days);
    present(found, days);
  }
}

form?.addEventListener("change", () => void show());
void show();
