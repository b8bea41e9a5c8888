import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDirective, parseDirective, type TextDirective } from "../../src/fragments/directive.ts";
import { DirectiveFinder } from "../../src/fragments/find.ts";
import { makeDirective } from "../../src/fragments/make.ts";
import type { Range } from "../../src/model/index.ts";

/** A text without the `[` and `]` that mark a part of it, and that part. */
function unmark(marked: string): { text: string; target: Range } {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  return { text: marked.replace("[", "").replace("]", ""), target: { start, end } };
}

/** The directive for the marked part of a text. */
function directiveFor(marked: string): string {
  const { text, target } = unmark(marked);
  return makeDirective(new DirectiveFinder(text), target);
}

/** Its terms, without those that are absent. */
function termsOf(marked: string): Partial<TextDirective> {
  const directive = directiveFor(marked);
  const parsed = directive === "" ? {} : parseDirective(directive);
  return Object.fromEntries(Object.entries(parsed ?? {}).filter(([, term]) => term !== undefined));
}

describe("formatDirective and parseDirective", () => {
  test("encode what has a meaning in a directive or a URL, and nothing twice", () => {
    expect(formatDirective({ start: "well-known, R&D: 100% #1 ?/'é'🐝" })).toBe(
      "text=well%2Dknown%2C%20R%26D%3A%20100%25%20%231%20%3F%2F'%C3%A9'%F0%9F%90%9D",
    );
  });

  test("write the prefix and the suffix with their hyphens", () => {
    expect(formatDirective({ prefix: "a-", start: "b", end: "c", suffix: "-d" })).toBe(
      "text=a%2D-,b,c,-%2Dd",
    );
  });

  test("survive half a surrogate pair", () => {
    expect(formatDirective({ start: "a\ud83d b" })).toBe("text=a%EF%BF%BD%20b");
  });

  test("are each other's inverse", () => {
    const term = fc.string({ minLength: 1, unit: "grapheme" });
    const optional = fc.option(term, { nil: undefined });
    fc.assert(
      fc.property(
        fc.record({ prefix: optional, start: term, end: optional, suffix: optional }),
        (directive) => {
          expect(parseDirective(formatDirective(directive))).toEqual(directive);
        },
      ),
    );
  });

  test.each(["", "text=", "text=a-", "text=a,b,c", "text=%zz", "selector=p", "text=-a"])(
    "refuse %j",
    (directive) => {
      expect(parseDirective(directive)).toBeUndefined();
    },
  );
});

describe("DirectiveFinder", () => {
  const find = (text: string, directive: TextDirective): string | undefined => {
    const range = new DirectiveFinder(text).find(directive);
    return (
      range && `${text.slice(0, range.start)}[${text.slice(range.start, range.end)}]${text.slice(range.end)}`
    );
  };

  test("takes the first place that does not cut a word", () => {
    expect(find("heart, art, art", { start: "art" })).toBe("heart, [art], art");
    expect(find("深度求索", { start: "求" })).toBe("深度[求]索");
  });

  test("looks at neither case, accents nor the form of quotation marks", () => {
    expect(find("Le ‘Café’ ouvre", { start: "'CAFE'" })).toBe("Le [‘Café’] ouvre");
    expect(find("ﬁne İstanbul, then", { start: "then" })).toBe("ﬁne İstanbul, [then]");
  });

  test("lets no term reach over the end of a line or a cell", () => {
    expect(find("one\ntwo", { start: "one two" })).toBeUndefined();
    expect(find("one\ttwo", { start: "one two" })).toBeUndefined();
    expect(find("one\ntwo", { start: "one", end: "two" })).toBe("[one\ntwo]");
  });

  test("wants the prefix right before and the suffix right behind", () => {
    expect(find("a b, a c\n\na b", { prefix: "c", start: "a b" })).toBe("a b, a c\n\n[a b]");
    expect(find("x end y end z", { start: "x", end: "end", suffix: "z" })).toBe("[x end y end] z");
    expect(find("a b c", { prefix: "a", start: "c" })).toBeUndefined();
    expect(find("a b c", { start: "a", suffix: "c" })).toBeUndefined();
  });

  test("gives up where the end does not follow", () => {
    expect(find("end start", { start: "start", end: "end" })).toBeUndefined();
  });
});

describe("makeDirective", () => {
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

  test("leaves out the white space around a sentence", () => {
    expect(termsOf("[ \nR2 was late. ]\nNobody knew.")).toEqual({ start: "R2 was late." });
  });

  test("parts a sentence at line breaks and cells, however short it is", () => {
    expect(termsOf("[Bring:\n\nbread\nsalt and pepper]")).toEqual({
      start: "Bring:",
      end: "salt and pepper",
    });
    expect(termsOf("[limit\t1 to 20]")).toEqual({ start: "limit", end: "1 to 20" });
  });

  test.each(["[]", "text [ \n ] text"])("is empty for nothing but white space: %j", (marked) => {
    expect(directiveFor(marked)).toBe("");
  });

  test("counts words and cuts between them in scripts without spaces", () => {
    expect(
      termsOf("[深度求索推迟了新模型的发布，因为芯片供应不足，训练多次失败，工程师只好重新开始。]"),
    ).toEqual({ start: "深度求索推迟了", end: "工程师只好重新开始。" });
    expect(termsOf("[深度求索推迟了发布。]")).toEqual({ start: "深度求索推迟了发布。" });
  });

  test.each([
    ["Yes, it works. Some say no. [It works.]", { prefix: "Some say no.", start: "It works." }],
    ["It works.\n\nLater on.\n\n[It works.]", { prefix: "Later on.", start: "It works." }],
    ["[It works.] It works.", { start: "It works." }],
    ["See here.\n[See] then.", { prefix: "See here.", start: "See" }],
    ["a b\na c\n[a] b c\na b d", { prefix: "a c", start: "a" }],
  ])("tells %j from the places before it", (marked, terms) => {
    expect(termsOf(marked)).toEqual(terms);
  });

  test.each([
    // A browser passes over what lengthens a word, and takes the end of the match for its inside.
    ["a letter that only joins", "أنت الـ maintainer", { start: "أنت الـ maintainer" }],
    [
      "such a letter where a term would end",
      "تخيل هذا السيناريو أنت الـ maintainer لمشروع مفتوح المصدر مشهور يشارك فيه مطورون من العالم",
      { start: "تخيل هذا السيناريو أنت الـ maintainer لمشروع مفتوح المصدر مشهور يشارك فيه مطورون من العالم" },
    ],
    ["such a letter at its end", "اكتب الحرف بـ", { start: "اكتب الحرف" }],
    ["a mark of direction after its end", "שלום עולם.\u200f", { start: "שלום" }],
    ["nothing but such a word", "بـ", { start: "بـ" }],
  ])("ends with no word that a browser does not find at an end: %s", (_, sentence, terms) => {
    const made = termsOf(`قبل.\n\n[${sentence}]\n\nبعد.`);
    expect({ start: made.start, ...(made.end !== undefined && { end: made.end }) }).toMatchObject(terms);
  });

  test("takes in more words where a few mislead", () => {
    const opening = "it was a long, long road to the sea and";
    const marked = `${opening} we ran\n[${opening} we walked, all of us, every day]`;
    const { text, target } = unmark(marked);
    const directive = parseDirective(directiveFor(marked));
    expect(directive && new DirectiveFinder(text).find(directive)).toEqual(target);
  });

  test("leads to equal words where the text repeats itself without end", () => {
    expect(termsOf("no\n\nno\n\n[no]\n\nno\n\nno")).toEqual({ start: "no" });
  });

  test.each([
    [
      "code",
      "[interface A {\n}\n\ninterface B {\n  (): void\n}]",
      { start: "interface A {", end: "(): void" },
    ],
    [
      "code that begins as other code does",
      "first\na {\n}\nsecond\n[a {\n}\nb {\nc\n}]",
      { prefix: "second", start: "a {", end: "c" },
    ],
    ["a table", "[ape\tyes\nbee\tno\ncat\tyes]", { start: "ape", end: "cat" }],
    ["what something else follows", "[a {\n}\nb {\n}]\nend", { start: "a {", end: "}", suffix: "end" }],
  ])("ends earlier where %s ends as one of its own lines does and nothing follows", (_, marked, terms) => {
    expect(termsOf(marked)).toEqual(terms);
  });
});

const syntax = fc.constantFrom("-", ",", "&", "%", "#", "", "é", "🐝", "中");
const separator = fc.constantFrom(" ", " ", " ", " ", "\n");

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

test("a directive leads to the very range in a text of distinct words", () => {
  fc.assert(
    fc.property(textOfWords, fc.nat(), fc.nat(), ({ text, words }, a, b) => {
      const ends = [words[a % words.length], words[b % words.length]].filter((word) => word !== undefined);
      const target = {
        start: Math.min(...ends.map(({ start }) => start)),
        end: Math.max(...ends.map(({ end }) => end)),
      };
      const finder = new DirectiveFinder(text);
      const directive = parseDirective(makeDirective(finder, target));
      expect(directive && finder.find(directive)).toEqual(target);
    }),
  );
});

test("a directive leads to equal words in a text that repeats itself, or from above to the very ones", () => {
  const letters = fc.array(fc.constantFrom("a ", "b ", "a\n", "b\n"), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(letters, fc.nat(), fc.nat(), (parts, a, b) => {
      const [first, last] = [a % parts.length, b % parts.length].sort((x, y) => x - y);
      const target = { start: 2 * (first ?? 0), end: 2 * (last ?? 0) + 1 };
      const text = parts.join("");
      const finder = new DirectiveFinder(text);
      const directive = parseDirective(makeDirective(finder, target));
      const found = directive && finder.find(directive);
      const isEqual = found && text.startsWith(text.slice(target.start, target.start + 1), found.start);
      expect(isEqual || (found && found.start < target.start && found.end === target.end)).toBe(true);
    }),
  );
});
