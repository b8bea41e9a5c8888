/**
 * How a date, as ISO 8601, is written in words: as exactly as it is given, which may be a year, or a month of one. In UTC, so
 * that a date without time is the same day everywhere.
 */
export const dateFormat = (iso: string): Intl.DateTimeFormatOptions => ({
  year: "numeric",
  ...(iso.length > 4 && { month: "short" }),
  ...(iso.length > 7 && { day: "numeric" }),
  timeZone: "UTC",
});
