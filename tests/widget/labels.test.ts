import { describe, expect, test } from "vitest";
import { labelsFor, widgetLanguages } from "../../src/widget/labels.ts";

describe("labelsFor", () => {
  test("speaks the first language that it knows", () => {
    expect(labelsFor(["xx", "pt-BR", "de"]).lang).toBe("pt");
    expect(labelsFor(["DE_at"]).labels("ask")).toBe("Fragen");
  });

  test("speaks English where it knows none", () => {
    expect(labelsFor(["xx", "constructor"]).lang).toBe("en");
    expect(labelsFor([]).labels("passages")).toBe("Passages");
  });

  test.each(widgetLanguages)("has every label in %s", (code) => {
    const { labels } = labelsFor([code]);
    const names = [
      "placeholder",
      "ask",
      "close",
      "suggestions",
      "loading",
      "answer",
      "passages",
      "refused",
    ] as const;
    const others = [
      "nearest",
      "source",
      "offline",
      "failed",
      "retry",
      "helpful",
      "yes",
      "no",
      "thanks",
    ] as const;
    for (const name of [...names, ...others]) expect(labels(name)).toMatch(/\p{L}/u);
    // The last of the list is right, so none is missing before it; numbers and words have their places.
    expect(labels("thanks").length).toBeLessThan(25);
    expect(labels("limited")).toContain("#");
    expect(labels("guessed")).toMatch(/#.*@|@.*#/);
  });

  test("knows twelve languages", () => {
    expect(widgetLanguages).toHaveLength(12);
  });
});
