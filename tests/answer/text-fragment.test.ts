import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textDirective } from "../../src/answer/text-fragment.ts";
import type { Range } from "../../src/model.ts";

interface Terms {
  readonly prefix?: string;
  readonly start: string;
  readonly end?: string;
}

/** Reads a directive as the draft's grammar does. */
function parse(directive: string): Terms {
  const syntax = /^text=(?:(?<prefix>[^&,\s-]+)-,)?(?<start>[^&,\s-]+)(?:,(?<end>[^&,\s-]+))?$/;
  expect(directive).toMatch(syntax);
  const found = Object.entries(syntax.exec(directive)?.groups ?? {}).filter(([, term]) => term !== undefined);
  return { start: "", ...Object.fromEntries(found.map(([name, term]) => [name, decodeURIComponent(term)])) };
}

/** The terms of the directive for the part of a text between `[` and `]`. */
function termsOf(marked: string): Terms {
  const [before = "", target = "", after = ""] = marked.split(/[[\]]/);
  const range = { start: before.length, end: before.length + target.length };
  return parse(textDirective(before + target + after, range));
}

describe("textDirective", () => {
  test("names a short sentence whole", () => {
    expect(termsOf("[R2 was late.] Nobody knew.")).toEqual({ start: "R2 was late." });
    const twelve = "one two three four five six seven eight nine ten eleven twelve";
    expect(termsOf(`[${twelve}]`)).toEqual({ start: twelve });
  });

  test("names a long sentence by its first and last five words", () => {
    expect(
      termsOf("First. [one two three four five six seven eight nine ten eleven twelve thirteen.]"),
    ).toEqual({ start: "one two three four five", end: "nine ten eleven twelve thirteen." });
  });

  test("makes one space of white space", () => {
    expect(termsOf("[ R2\u00a0was   late. ]")).toEqual({ start: "R2 was late." });
  });

  test("parts a sentence at line breaks, however short it is", () => {
    expect(termsOf("[Bring:\n\nbread\nsalt and pepper]")).toEqual({
      start: "Bring:",
      end: "salt and pepper",
    });
    expect(termsOf("[a b c d e f g\nh i j k l m n]")).toEqual({ start: "a b c d e", end: "j k l m n" });
  });

  test("parts a row of a table at its cells", () => {
    expect(termsOf("Model\tYear\n[R2\tlate\tin 2025]")).toEqual({ start: "R2", end: "in 2025" });
  });

  test("ignores line breaks around a sentence", () => {
    expect(termsOf("[\nR2 was late.\n]")).toEqual({ start: "R2 was late." });
  });

  test("is empty for nothing but white space", () => {
    expect(textDirective("one \n two", { start: 3, end: 6 })).toBe("");
    expect(textDirective("", { start: 0, end: 0 })).toBe("");
  });

  test("encodes what has a meaning in a directive or a URL, and nothing twice", () => {
    const text = "well-known, R&D: 100% #1 ?/'é'🐝";
    expect(textDirective(text, { start: 0, end: text.length })).toBe(
      "text=well%2Dknown%2C%20R%26D%3A%20100%25%20%231%20%3F%2F'%C3%A9'%F0%9F%90%9D",
    );
  });

  test("survives half a surrogate pair", () => {
    expect(textDirective("a\ud83d b", { start: 0, end: 4 })).toBe("text=a%EF%BF%BD%20b");
  });

  describe("in scripts without spaces", () => {
    test("names a long sentence by its two ends, cut between words", () => {
      const sentence = "深度求索推迟了新模型的发布，因为芯片供应不足，训练多次失败，工程师只好重新开始。";
      const { start, end = "" } = termsOf(`[${sentence}]`);
      expect(sentence.startsWith(start) && sentence.endsWith(end)).toBe(true);
      expect(start.length + end.length).toBeLessThan(sentence.length / 2);
      const words = new Intl.Segmenter("zh", { granularity: "word" }).segment(sentence);
      expect(words.containing(start.length)?.index).toBe(start.length);
      expect(words.containing(sentence.length - end.length)?.index).toBe(sentence.length - end.length);
    });

    test("names a short sentence whole", () => {
      expect(termsOf("[深度求索推迟了发布。]")).toEqual({ start: "深度求索推迟了发布。" });
    });
  });

  describe("a prefix", () => {
    test("tells a sentence from an earlier one that begins alike", () => {
      expect(termsOf("Yes, it works. Some say no. [It works.]")).toEqual({
        prefix: "Some say no.",
        start: "It works.",
      });
      expect(
        termsOf(
          "it was a long, long road to the sea and we ran\n[It was a long, long road to the hills and slowly walked home]",
        ),
      ).toEqual({ prefix: "and we ran", start: "It was a long, long", end: "hills and slowly walked home" });
    });

    test("is left out where nothing stands before: the first place is the one a browser takes", () => {
      expect(termsOf("[It works.] It works.")).toEqual({ start: "It works." });
    });
  });
});

/**
 * What a browser does, as far as these tests need it: the first place of the start that stands right behind the prefix,
 * then the first place of the end from there on.
 */
function follow(page: string, { prefix, start, end }: Terms): Range | undefined {
  let first = page.indexOf(start);
  while (
    first >= 0 &&
    !page
      .slice(0, first)
      .trimEnd()
      .endsWith(prefix ?? "")
  ) {
    first = page.indexOf(start, first + 1);
  }
  if (first < 0) return undefined;
  if (end === undefined) return { start: first, end: first + start.length };
  const last = page.indexOf(end, first + start.length);
  return last < 0 ? undefined : { start: first, end: last + end.length };
}

const syntax = fc.constantFrom("-", ",", "&", "%", "#", "", "é", "🐝", "中");
const separator = fc.constantFrom(" ", " ", " ", "\t", "\n");

/** A text of words that differ from each other, with its words' ranges. */
const textOfWords = fc.array(fc.tuple(syntax, separator), { minLength: 1, maxLength: 60 }).map((parts) => {
  let text = "";
  const words: Range[] = [];
  parts.forEach(([sign, space], index) => {
    const word = `${sign}w${index}w${sign}`;
    words.push({ start: text.length, end: text.length + word.length });
    text += word + space;
  });
  return { text, words };
});

test("a browser that follows the directive comes to the very range", () => {
  fc.assert(
    fc.property(textOfWords, fc.nat(), fc.nat(), ({ text, words }, a, b) => {
      const ends = [words[a % words.length], words[b % words.length]].filter((word) => word !== undefined);
      const target = {
        start: Math.min(...ends.map(({ start }) => start)),
        end: Math.max(...ends.map(({ end }) => end)),
      };
      expect(follow(text, parse(textDirective(text, target)))).toEqual(target);
    }),
  );
});

test("a browser comes to a sentence whose first words an earlier one shares", () => {
  const opening = "The model was late because";
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.constantFrom(" ", "\n", "\n\n"), (length, space) => {
      const endings = ["a", "b"].map((letter) =>
        Array.from({ length }, (_, index) => `${letter}${index}`).join(" "),
      );
      const [first, second] = endings.map((ending) => `${opening} ${ending}.`);
      const text = `${first}${space}${second}`;
      const target = { start: text.length - (second?.length ?? 0), end: text.length };
      expect(follow(text, parse(textDirective(text, target)))).toEqual(target);
    }),
  );
});
