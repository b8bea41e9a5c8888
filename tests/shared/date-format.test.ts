import { expect, test } from "vitest";
import { dateFormat } from "../../src/shared/date-format.ts";

test.each([
  ["2021-05-06", "May 6, 2021"],
  ["2021-05-06T23:30:00Z", "May 6, 2021"],
  ["2021-05", "May 2021"],
  ["2021", "2021"],
])("%s is written as exactly as it is given", (iso, written) => {
  expect(new Date(iso).toLocaleDateString("en", dateFormat(iso))).toBe(written);
});
