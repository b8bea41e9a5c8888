import { memoizeByObject } from "../shared/memoize.ts";
import { lowerWords } from "../text/words.ts";
import type { Question } from "./question.ts";

/** The words of a question, by number, with those that will do as well: "behind Nginx or Traefik". */
export const alternativesIn = memoizeByObject(
  ({
    text,
    terms,
    language: { alternatives, lowerCase },
  }: Question): ReadonlyMap<number, readonly number[]> => {
    const found = new Map<number, number[]>();
    if (alternatives === undefined) return found;
    const words = terms.filter(({ weight, isPart }) => weight === 1 && isPart !== true);
    words.forEach((one, index) => {
      const next = words[index + 1];
      if (next === undefined) return;
      const between = lowerWords(text.slice(one.range.end, next.range.start), lowerCase);
      if (between.length !== 1 || !between.every((word) => alternatives.has(word))) return;
      for (const [word, other] of [
        [one.word, next.word],
        [next.word, one.word],
      ] as const) {
        found.set(word, [...(found.get(word) ?? []), other]);
      }
    });
    return found;
  },
);
