import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentences } from "../../src/text/sentences.ts";

const stopWords = new Set<string>();
const english = { abbreviations: new Set(["dr", "mr", "no", "vs", "e.g", "etc"]), stopWords };
const german = { abbreviations: new Set(["z.b", "bzw", "1"]), stopWords };
const none = { abbreviations: new Set<string>(), stopWords };

/** Milliseconds of this thread's processor that something takes: what else the machine does counts nothing. */
function processorTime(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function cut(text: string, language = english): string[] {
  return sentences(text, { start: 0, end: text.length }, language).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe("sentences end", () => {
  test.each([
    ["One. Two! Three? Four… Five", ["One.", "Two!", "Three?", "Four…", "Five"]],
    ["Really?! Yes... No.", ["Really?!", "Yes...", "No."]],
    ["He said “Stop.” Then (at last.) He left.", ["He said “Stop.”", "Then (at last.)", "He left."]],
    ['"Why?" She left.', ['"Why?"', "She left."]],
    ["« Non.\u00A0» Elle part. ¿Qué? ¡No!", ["« Non.\u00A0»", "Elle part.", "¿Qué?", "¡No!"]],
    ["As shown.[12] Next.[3][a] Last.²", ["As shown.[12]", "Next.[3][a]", "Last.²"]],
    [
      "It ended in 1945. Millions died. 50 million lived.",
      ["It ended in 1945.", "Millions died.", "50 million lived."],
    ],
    ["Really.[citation needed] It is. . . . Yes .", ["Really.[citation needed]", "It is. . . .", "Yes ."]],
    ["Это всё. Он ушёл.", ["Это всё.", "Он ушёл."]],
    ["Τι είναι; Είναι αυτό. Ναι.", ["Τι είναι;", "Είναι αυτό.", "Ναι."]],
    ["他走了。她说：“真的？”然后呢？！好", ["他走了。", "她说：“真的？”", "然后呢？！", "好"]],
    ["真的?他走了!好。", ["真的?", "他走了!", "好。"]],
    ["यह सच है। क्या? हाँ।", ["यह सच है।", "क्या?", "हाँ।"]],
    ["هل هذا صحيح؟ نعم. لا", ["هل هذا صحيح؟", "نعم.", "لا"]],
    ["یہ سچ ہے۔ نہیں۔", ["یہ سچ ہے۔", "نہیں۔"]],
    ["one\ntwo\n\n  three  ", ["one", "two", "three"]],
    ["Great! 😀 Next.", ["Great!", "😀 Next."]],
  ])("%s", (text, expected) => {
    expect(cut(text)).toEqual(expected);
  });
});

describe("sentences go on", () => {
  test.each([
    "Dr. Who met Mr. Smith vs. Jones.",
    "J. K. Rowling and George W. Bush met.",
    "The U.S. Army, e.g. Rangers, came at 5 p.m. Monday.",
    "Version 3.5 costs 1,000.50 at example.com/a.b today.",
    "1. Introduction",
    "See No. 5, fig. 3 and pp. 12.",
    "Yahoo! announced it… and “Why?” he asked; Bob left.",
    "(Dr. Who)",
    "３．５倍",
  ])("%s", (text) => {
    expect(cut(text)).toEqual([text]);
  });

  test("after what a language takes for an abbreviation", () => {
    expect(cut("Am 1. Januar, z.B. Montag, bzw. Dienstag. Dann nicht.", german)).toEqual([
      "Am 1. Januar, z.B. Montag, bzw. Dienstag.",
      "Dann nicht.",
    ]);
    expect(cut("Nach St. Johns.", none)).toHaveLength(1);
    expect(cut("Das ist bzw. Dann.", none)).toEqual(["Das ist bzw.", "Dann."]);
  });
});

test("Thai is cut at spaces, and only where it is long", () => {
  const clause = "ภาษาไทยไม่มีเครื่องหมายจบประโยค";
  expect(cut(`${clause} ${clause}`)).toHaveLength(1);
  const long = Array.from({ length: 20 }, () => clause).join(" ");
  const pieces = cut(long);
  expect(pieces.join(" ")).toBe(long);
  expect(pieces.length).toBeGreaterThan(1);
  for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(200);
});

test("only the range is looked at", () => {
  const text = "Alone. Two. Three.";
  expect(sentences(text, { start: 2, end: 13 }, english)).toEqual([
    { start: 2, end: 6 },
    { start: 7, end: 11 },
    { start: 12, end: 13 },
  ]);
});

const pieces = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    ". ",
    "A",
    "a",
    "1",
    " ",
    "\n",
    "。",
    "？",
    '"',
    "”",
    "[1]",
    "(",
    "U.S.",
    "Dr.",
    "ก",
    "।",
    "…",
    "\u00A0",
    ";",
    "α",
  ),
);

test("sentences are in order, apart, trimmed, and hold all but white space", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 200 }), fc.nat(20), fc.nat(20), (parts, before, after) => {
      const text = parts.join("");
      const range = {
        start: Math.min(before, text.length),
        end: Math.max(Math.min(before, text.length), text.length - after),
      };
      const found = sentences(text, range, english);
      const written = found.map(({ start, end }) => text.slice(start, end));
      expect(written.filter((sentence) => sentence === "" || sentence !== sentence.trim())).toEqual([]);
      const ends = [range.start, ...found.map(({ end }) => end)];
      const starts = [...found.map(({ start }) => start), range.end];
      const between = ends.map((end, index) => text.slice(end, starts[index]));
      expect(between.join("").trim()).toBe("");
      expect(ends.every((end, index) => end <= (starts[index] ?? 0))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test.each(["\n", "x. \n", "a.b\n"])("time does not grow with the square of lines: %j", (unit) => {
  const text = unit.repeat(Math.ceil(100_000 / unit.length)) + "a.".repeat(50_000);
  expect(processorTime(() => sentences(text, { start: 0, end: text.length }, english))).toBeLessThan(3_000);
});

test("time grows with the length and no faster, whatever the text", () => {
  const hostile = fc.array(pieces, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("") || "x");
  fc.assert(
    fc.property(hostile, (unit) => {
      const text = unit.repeat(Math.ceil(200_000 / unit.length));
      // Some 20 ms are usual; what is quadratic takes minutes.
      expect(processorTime(() => sentences(text, { start: 0, end: text.length }, english))).toBeLessThan(
        3_000,
      );
    }),
    { numRuns: 40 },
  );
});
