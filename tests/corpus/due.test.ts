import { describe, expect, test } from "vitest";
import { defaultCollection } from "../../src/corpus/collection.ts";
import { notDue } from "../../src/corpus/due.ts";
import { parseArticle } from "../../src/corpus/formats/read.ts";

const now = Date.parse("2026-05-06T12:00:00Z");

/** Why an article with this front matter is not shown at that time. */
function undue(frontMatter: string): string | undefined {
  const bytes = Buffer.from(`---\ntitle: Oven\n${frontMatter}\n---\nIt is hot.`);
  const { due, problems } = parseArticle({ path: "a.md", bytes }, defaultCollection);
  expect(problems).toEqual([]);
  return notDue("a.md", due, now)?.message;
}

describe("an article", () => {
  test.each([
    "publishDate: 2026-05-06T12:00:01Z",
    "date: 2026-05-08",
    "date: 2026-06",
    "date: 2027",
    "date: 2020-01-01\npublishDate: 2027-01-01",
  ])("with %j is not shown yet", (given) =>
    expect(undue(given)).toBe("is dated in the future, and is left out until then"),
  );

  test.each(["expiryDate: 2026-05-06T12:00:00Z", "expires: 2020-01-01"])(
    "with %j is no longer shown",
    (given) => expect(undue(given)).toBe("has expired, and is left out"),
  );

  test.each([
    "date: 2026-05-06",
    "date: 2026-05-07",
    "date: 2026-05",
    "date: 2026",
    "publishDate: 2026-05-06T12:00:00Z",
    "expiryDate: 2026-05-09",
    "updated: 2030-01-01",
  ])("with %j is shown", (given) => expect(undue(given)).toBeUndefined());
});
