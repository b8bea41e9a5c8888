import { describe, expect, test } from "vitest";
import { packLabels } from "../../src/build/pack-labels.ts";
import { labelsFor } from "../../src/widget/labels/index.ts";
import { languages } from "../../src/widget/labels/languages.ts";

describe("labelsFor", () => {
  test("speaks the first language that it knows", () => {
    expect(labelsFor(["xx", "pt-BR", "de"]).lang).toBe("pt");
    expect(labelsFor(["DE_at"]).labels.ask).toBe("Fragen");
  });

  test("speaks English where it knows none", () => {
    expect(labelsFor(["xx", "constructor"]).lang).toBe("en");
    expect(labelsFor([]).labels.passages).toBe("Passages");
  });

  test.each(Object.entries(languages))("says every label in words: %s", (_, labels) => {
    for (const text of Object.values(labels)) expect(text).toMatch(/\p{L}/u);
    expect(labels.limited).toContain("#");
    expect(labels.guessed).toMatch(/#.*@|@.*#/);
  });

  test("knows twelve languages", () => {
    expect(Object.keys(languages)).toHaveLength(12);
  });
});

test("the widget's bundle has the same labels, packed", async () => {
  const packed = await import(`data:text/javascript,${encodeURIComponent(packLabels())}`);
  expect(packed.languages).toEqual(languages);
});
