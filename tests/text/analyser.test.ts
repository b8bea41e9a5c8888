import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse, encodePosition, sentenceOf } from "../../src/text/analyser.ts";
import english from "../../src/text/languages/en.ts";
import { anyText } from "../any-text.ts";

const terms = (text: string): string[] => analyse(text, english).map(({ term }) => term);

describe("terms of English text", () => {
  test("are stems of content words in order", () => {
    expect(terms("The delays were caused by training runs")).toEqual(["delay", "caus", "train", "run"]);
  });

  test.each([
    ["Huawei’s chips", ["huawei", "chip"]],
    ["don't", []],
    ["1,000 genomes", ["1000", "genom"]],
    ["3.5 percent", ["3.5", "percent"]],
    ["C++ and C# code", ["c++", "c#", "code"]],
    ["R2 H20 Qwen3", ["r2", "h20", "qwen3", "qwen", "3"]],
    ["GPT-4o", ["gpt", "4o", "gpt4o"]],
    ["U.S. trade", ["u", "us", "trade"]],
    ["e-mails", ["e", "mail", "email"]],
    ["naïve café", ["naiv", "naïv", "cafe", "café"]],
    ["ﬁne Ｒ２", ["fine", "r2"]],
  ])("%s", (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  test.each([
    ["What does the WHO say about it?", ["who", "say"]],
    ["US economy", ["us", "economi"]],
    ["the US GDP", ["us", "gdp"]],
    ["Most IT enabled organisation", ["it", "enabl", "organ"]],
    ["signals of NO and of nitrogen", ["signal", "no", "nitrogen"]],
    ["WHO", ["who"]],
  ])("keep a stop word that is an acronym: %s", (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  test.each([
    ["WHAT DOES THE REPORT SAY ABOUT US?", ["report", "say"]],
    ["MATERIALS AND METHODS We asked", ["materi", "method", "ask"]],
    ["do NOT open ANY door", ["open", "door"]],
    ["who may we ask", ["ask"]],
  ])("leave a stop word out that is shouted, stressed or none: %s", (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  test.each([
    ["since May 2025", ["may", "2025"]],
    ["5 May", ["5", "may"]],
    ["released in May", ["releas", "may"]],
    ["may 2025", ["may", "2025"]],
    ["May 2025 was late", ["may", "2025", "late"]],
    ["It was late. May we go?", ["late", "go"]],
    ["It may cost 2025 dollars", ["cost", "2025", "dollar"]],
  ])("tell the month from the verb: %s", (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  test("a compound is found whether or not it is hyphenated", () => {
    expect(terms("F16")).toContain("f16");
    expect(terms("F-16")).toContain("f16");
  });

  test("positions count stop words, so that distances are true", () => {
    const tokens = analyse("founder of the company", english);
    expect(tokens.map(({ position }) => position)).toEqual([0, 3]);
  });

  test("offsets point at the word as written", () => {
    const text = "Why was GPT-4o late?";
    expect(analyse(text, english).map(({ start, end }) => text.slice(start, end))).toEqual([
      "GPT",
      "4o",
      "GPT-4o",
      "late",
    ]);
  });
});

test("a word that no language has is one term as it is: stemmers take the square of its length", () => {
  for (const word of ["b".repeat(20_000), `${"running".repeat(10)}s`, `${"y".repeat(64)}s`]) {
    expect(terms(`a ${word} here`)).toContain(word);
  }
  expect(terms(`${"a".repeat(60)}ings`)).toEqual(["a".repeat(60)]);
});

describe("text without spaces", () => {
  test("gives overlapping pairs of characters", () => {
    expect(terms("ひらがな")).toEqual(["ひら", "らが", "がな"]);
    expect(terms("分")).toEqual(["分"]);
    expect(terms("NFL的308分")).toEqual(["nfl", "的", "308", "分"]);
  });

  test("gives Chinese characters by themselves as well, at less weight", () => {
    expect(analyse("黑豹队", english).map(({ term, weight }) => [term, weight])).toEqual([
      ["黑豹", 1],
      ["黑", 0.5],
      ["豹队", 1],
      ["豹", 0.5],
      ["队", 0.5],
    ]);
  });

  test("keeps Thai vowel signs with their consonants", () => {
    const text = "ที่นี่";
    expect(analyse(text, english).map(({ start, end }) => text.slice(start, end))).toEqual(["ที่นี่"]);
  });
});

test("tokens of any text stay in their range, in order, and name a real piece of it", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 80 }),
    anyText({ maxLength: 80 }),
    fc
      .array(fc.constantFrom("R2", "-", "’", "s", " ", "黑豹", "1,000", ".", "ไทย", "é", "C++"), {
        maxLength: 30,
      })
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, fc.nat(40), fc.nat(40), (value, from, length) => {
      const range = { start: Math.min(from, value.length), end: Math.min(from + length, value.length) };
      let position = 0;
      const wrong = analyse(value, english, range).filter((token) => {
        const isWithin = range.start <= token.start && token.start < token.end && token.end <= range.end;
        const isInOrder = token.weight < 1 || token.position >= position;
        if (token.weight === 1) position = token.position;
        return !isWithin || !isInOrder || token.term === "" || /\s/.test(token.term);
      });
      // One for all tokens: to expect something costs more than to analyse a word.
      expect(wrong).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("encoded positions keep order and remember their sentence", () => {
  expect(sentenceOf(encodePosition(3, 7))).toBe(3);
  expect(sentenceOf(encodePosition(3, 9999))).toBe(3);
  expect(encodePosition(1, 0)).toBeGreaterThan(encodePosition(0, 9999));
  expect(encodePosition(2, 5) - encodePosition(2, 3)).toBe(2);
});
