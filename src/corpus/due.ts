import { note, type Problem } from "./problem.ts";

/** When an article may be shown, as ISO 8601 dates, or dates and times. */
export interface Due {
  readonly from?: string;
  readonly until?: string;
}

/** Where a day begins first, in milliseconds ahead of UTC: it may be tomorrow there. */
const earliestZone = 14 * 3_600_000;

/** Whether a date lies ahead. A calendar date has come when it has come somewhere. */
function liesAhead(date: string, now: number): boolean {
  const isDay = /^\d{4}(?:-\d{2}){0,2}$/.test(date);
  return Date.parse(date) > now + (isDay ? earliestZone : 0);
}

/**
 * Why an article is not to be shown yet, or any longer: Hugo, Jekyll and others publish neither.
 *
 * @param now in milliseconds since 1970
 */
export function notDue(path: string, due: Due | undefined, now = Date.now()): Problem | undefined {
  const { from, until } = due ?? {};
  if (from !== undefined && liesAhead(from, now))
    return note(path, 1, "is dated in the future, and is left out until then", from);
  if (until !== undefined && !liesAhead(until, now))
    return note(path, 1, "has expired, and is left out", until);
  return undefined;
}
