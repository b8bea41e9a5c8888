import { expect, test } from "vitest";
import { highlights } from "../../src/answer/highlight.ts";

/** A passage whose sentences have these terms at these places. */
const passage = (...sentences: (readonly [term: string, start: number, end: number][])[]) => ({
  title: [],
  headings: [],
  sentences: sentences.map((tokens) => ({
    start: tokens[0]?.[1] ?? 0,
    end: tokens.at(-1)?.[2] ?? 0,
    text: "",
    tokens: tokens.map(([term, start, end], position) => ({ term, start, end, position, weight: 1 })),
  })),
});

test.each<[string, Parameters<typeof passage>, [number, number][]]>([
  [
    "the words of the question alone",
    [
      [
        ["chip", 0, 5],
        ["other", 6, 11],
        ["r2", 12, 14],
      ],
    ],
    [
      [0, 5],
      [12, 14],
    ],
  ],
  [
    "those of all sentences",
    [[["chip", 0, 5]], [["r2", 20, 22]]],
    [
      [0, 5],
      [20, 22],
    ],
  ],
  ["no beginning of a word, which is a term too", [[["^chip", 0, 5]]], []],
  ["nothing where none stands", [[["other", 0, 5]]], []],
  [
    "in the order of the text",
    [
      [
        ["r2", 12, 14],
        ["chip", 0, 5],
      ],
    ],
    [
      [0, 5],
      [12, 14],
    ],
  ],
  [
    "a word with two terms once",
    [
      [
        ["chip", 0, 9],
        ["r2", 0, 9],
      ],
    ],
    [[0, 9]],
  ],
  [
    "a word in a longer one as that",
    [
      [
        ["chip", 0, 9],
        ["r2", 3, 5],
      ],
    ],
    [[0, 9]],
  ],
  [
    "what overlaps as one",
    [
      [
        ["chip", 0, 5],
        ["r2", 3, 9],
      ],
    ],
    [[0, 9]],
  ],
  [
    "what touches as one",
    [
      [
        ["chip", 0, 5],
        ["r2", 5, 9],
      ],
    ],
    [[0, 9]],
  ],
  [
    "what a space parts as two",
    [
      [
        ["chip", 0, 5],
        ["r2", 6, 9],
      ],
    ],
    [
      [0, 5],
      [6, 9],
    ],
  ],
])("shows %s", (_what, sentences, expected) => {
  expect(highlights(passage(...sentences), new Set(["chip", "r2", "^chip"]))).toEqual(expected);
});
