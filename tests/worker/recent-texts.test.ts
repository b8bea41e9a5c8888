import { expect, test } from "vitest";
import { RecentTexts } from "../../src/worker/recent-texts.ts";

const text = "x".repeat(60_000);
/** More than fit. */
const many = Array.from({ length: 100 }, (_, number) => `tag ${number}`);

test("a text is given again by its tag, and by no other", () => {
  const recent = new RecentTexts();
  recent.keep("a", "one");
  recent.keep("b", "two");
  expect([recent.get("a"), recent.get("b"), recent.get("c")]).toEqual(["one", "two", undefined]);
});

test("what was not asked for the longest is forgotten first", () => {
  const recent = new RecentTexts();
  for (const tag of many) {
    recent.keep(tag, text);
    recent.get("tag 0");
  }
  expect(recent.get("tag 0")).toBe(text);
  expect(recent.get("tag 1")).toBeUndefined();
  const kept = many.filter((tag) => recent.get(tag) !== undefined);
  expect(kept.at(-1)).toBe("tag 99");
  expect(kept.length * 2 * text.length).toBeLessThanOrEqual(8 * 1024 * 1024);
  expect((kept.length + 1) * 2 * text.length).toBeGreaterThan(8 * 1024 * 1024);
});

test("a text that would take the place of many is not kept", () => {
  const recent = new RecentTexts();
  recent.keep("long", "x".repeat(70_000));
  expect(recent.get("long")).toBeUndefined();
});
