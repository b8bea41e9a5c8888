/** Languages whose names of months are read in dates that are written out. */
const monthLanguages = "en de fr es it pt nl sv da nb fi pl cs ro hu tr ru el".split(" ");

/** Months by their names and short names in lower case, without dots. Of two languages' meanings the first counts. */
const months: ReadonlyMap<string, number> = (() => {
  const found = new Map<string, number>();
  for (const language of monthLanguages) {
    for (const month of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(language, { day: "numeric", month, timeZone: "UTC" });
      for (let index = 0; index < 12; index++) {
        const parts = format.formatToParts(Date.UTC(2024, index, 1));
        const name = parts
          .find(({ type }) => type === "month")
          ?.value.toLowerCase()
          .replaceAll(".", "");
        if (name !== undefined && !found.has(name)) found.set(name, index + 1);
      }
    }
  }
  return found.set("sept", 9);
})();

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** What follows the date, such as `09:30:00 -0500`. */
  readonly rest: string;
}

type Reader = (match: RegExpExecArray) => Parts | undefined;

const numbers: Reader = ([, year, month, day, rest = ""]) => ({
  year: Number(year),
  month: Number(month),
  day: Number(day),
  rest,
});

const named = (year: string | undefined, month: string | undefined, day: string | undefined, rest = "") => {
  const number = months.get((month ?? "").toLowerCase().replaceAll(".", ""));
  return number === undefined ? undefined : { year: Number(year), month: number, day: Number(day), rest };
};

/** Ways to write a date, each with how to read what it matches. */
const forms: readonly (readonly [RegExp, Reader])[] = [
  // 2024-05-06, 2024/5/6, 2024.05.06, 2024年5月6日, 2024년 5월 6일
  [/^(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})[日일.]?(?:$|[T\s,]+(.*)$)/u, numbers],
  [/^(\d{4})(\d{2})(\d{2})(?:$|T(.*)$)/, numbers],
  // May 6, 2024; Mon, May 6th 2024
  [
    /^(?:\p{L}+\.?,?\s+)?(\p{L}{3,}\.?)\s+(\d{1,2})(?:st|nd|rd|th)?\.?,?\s+(\d{4})(?:$|[\s,]+(?:at\s+)?(.*)$)/u,
    ([, month, day, year, rest]) => named(year, month, day, rest),
  ],
  // 6 May 2024; Mon, 06 May 2024 09:30:00 +0200; 6. Mai 2024; 6 de mayo de 2024
  [
    /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|er|º)?\.?[\s-]+(?:of\s+|de\s+)?(\p{L}{3,}\.?)[\s,-]+(?:de\s+)?(\d{4})(?:$|[\s,]+(?:at\s+)?(.*)$)/u,
    ([, day, month, year, rest]) => named(year, month, day, rest),
  ],
  // 6.5.2024, and 25/12/2024 or 12/25/2024 where the day cannot be a month
  [
    /^(\d{1,2})([./-])\s?(\d{1,2})[./-]\s?(\d{4})(?:$|[\s,]+(.*)$)/,
    ([, first, mark, second, year, rest = ""]) => {
      const [a, b] = [Number(first), Number(second)];
      if (mark !== "." && a <= 12 && b <= 12 && a !== b) return undefined;
      const [day, month] = b > 12 ? [b, a] : [a, b];
      return { year: Number(year), month, day, rest };
    },
  ],
];

const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([ap]\.?m\.?)?\s*(.*)$/i;
const zone = /^(?:(Z|UTC|GMT)|(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?)(?:\s*\(.*\))?$/i;

const two = (value: number | string): string => String(value).padStart(2, "0");

/** A time as ISO 8601 writes it, with `T` before it; empty when it is none. A zone that is only a name is left out. */
function isoTime(text: string): string {
  const [, hour = "", minute = "", second = "00", half, rest = ""] = time.exec(text.trim()) ?? [];
  if (hour === "") return "";
  const isAfternoon = half?.toLowerCase().startsWith("p");
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return "";
  const [, universal, sign, zoneHours, zoneMinutes = "00"] = zone.exec(rest.trim()) ?? [];
  const offset =
    universal !== undefined ? "Z" : sign !== undefined ? `${sign}${two(zoneHours ?? 0)}:${zoneMinutes}` : "";
  return `T${two(hours)}:${minute}:${second}${offset}`;
}

/** True for a day that the calendar has. */
function exists({ year, month, day }: Parts): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const iso =
  /^\d{4}-(?:0\d|1[0-2])-[0-3]\d(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/;

/**
 * Reads a date as Jekyll, Hugo, WordPress, mail and people write it.
 *
 * @returns an ISO 8601 calendar date, or date and time: as written where it is one already. Undefined when it is no date
 *   that exists, or one that can be read in two ways
 */
export function isoDate(text: string): string | undefined {
  const trimmed = text.trim().replace(/\s+/g, " ");
  for (const [form, read] of forms) {
    const match = form.exec(trimmed);
    const parts = match === null ? undefined : read(match);
    if (parts === undefined) continue;
    if (!exists(parts)) return undefined;
    return iso.test(trimmed)
      ? trimmed
      : `${parts.year}-${two(parts.month)}-${two(parts.day)}${isoTime(parts.rest)}`;
  }
  return undefined;
}

const earliestYear = 1500;
const latestYear = 2100;

/** Ways to write a month of a year: the year and the month. */
const monthForms: readonly (readonly [
  RegExp,
  (match: RegExpExecArray) => readonly (string | undefined)[],
])[] = [
  // 2021-05, 2021/5, 2021年5月
  [/^(\d{4})\s?[-/.年년]\s?(\d{1,2})[月월.]?$/u, ([, year, month]) => [year, month]],
  // 5/2021, 05.2021
  [/^(\d{1,2})[-/.](\d{4})$/, ([, month, year]) => [year, month]],
  // May 2021, mayo de 2021
  [
    /^(\p{L}{3,}\.?),?\s+(?:of\s+|de\s+)?(\d{4})$/u,
    ([, name = "", year]) => [year, `${months.get(name.toLowerCase().replaceAll(".", ""))}`],
  ],
];

/** A year, alone or with one of its quarters. */
const yearForm = /^(?:Q[1-4][\s/-]*)?(\d{4})(?:年|년|[\s/-]*Q[1-4])?$/iu;

/**
 * Reads a date as `isoDate` does, or one that leaves the day open, or the month: `2021-05`, `2021`. What it says of a quarter or
 * a season is left out.
 */
export function partialDate(text: string): string | undefined {
  const date = isoDate(text);
  if (date !== undefined) return date;
  const trimmed = text.trim().replace(/\s+/g, " ");
  const isYear = (year: string | undefined): year is string =>
    Number(year) >= earliestYear && Number(year) <= latestYear;
  for (const [form, read] of monthForms) {
    const match = form.exec(trimmed);
    const [year, month] = match === null ? [] : read(match);
    if (isYear(year) && Number(month) >= 1 && Number(month) <= 12) return `${year}-${two(Number(month))}`;
  }
  const year = yearForm.exec(trimmed)?.[1];
  return isYear(year) ? year : undefined;
}

/** A date at the start of a file's or folder's name, or spread over folders: `2024-05-06-title`, `2024/05/06/title`. */
const inPath = /(?:^|\/)((?:19|20)\d{2})([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[-_./\s]|$)/;

/** The date in a path; undefined when there is none. */
export function dateOfPath(path: string): string | undefined {
  const match = inPath.exec(path);
  return match === null ? undefined : isoDate(`${match[1]}-${match[3]}-${match[4]}`);
}
