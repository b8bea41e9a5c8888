import { describe, expect, test } from "vitest";
import { bundleWidget } from "../../src/build/bundle.ts";
import { labelFiles, packLabels, withLanguages } from "../../src/build/pack-labels.ts";
import { languageCodes } from "../../src/text/languages/index.ts";
import { chooseLanguage, labelsPath, restingLabels } from "../../src/widget/labels/index.ts";
import { languages } from "../../src/widget/labels/languages.ts";

describe("chooseLanguage", () => {
  test("takes the first language that the widget speaks", () => {
    expect(chooseLanguage(["xx", "pt-BR", "de"])).toBe("pt");
    expect(chooseLanguage(["DE_at"])).toBe("de");
    expect(chooseLanguage(["nb-NO"])).toBe("no");
  });

  test("takes English where it speaks none", () => {
    expect(chooseLanguage(["xx", "constructor"])).toBe("en");
    expect(chooseLanguage([])).toBe("en");
  });
});

test("the widget speaks the languages that the analyser knows", () => {
  expect(Object.keys(languages).sort()).toEqual([...languageCodes].sort());
});

test.each(Object.entries(languages))("every label is in words and holds its marks: %s", (_, labels) => {
  for (const text of Object.values(labels)) expect(text).toMatch(/\p{L}/u);
  for (const name of ["limited", "busy", "tooLong", "found"] as const) expect(labels[name]).toContain("#");
  expect(labels.guessed).toMatch(/#.*@|@.*#/);
});

test("no two languages but English say the same", () => {
  const said = Object.values(languages).map((labels) => JSON.stringify(labels));
  expect(new Set(said).size).toBe(said.length);
});

describe("the script of a build", () => {
  const rowsOf = (script: Uint8Array): string[] =>
    new TextDecoder().decode(script).match(/(?<=["'`;])[a-z]{2}\|[^;`"']*/g) ?? [];

  test("has words of the languages of its articles, and of English", async () => {
    const { script } = await bundleWidget(["de", "ja"]);
    expect(rowsOf(script).map((row) => row.slice(0, 2))).toEqual(["de", "en", "ja"]);
    // It knows all others by name, to load their words.
    const codes = /(?<=["'`])ar;da;.*?(?=["'`])/s.exec(new TextDecoder().decode(script))?.[0].split(";");
    expect(codes?.map((row) => row.slice(0, 2))).toEqual(Object.keys(languages));
  });

  test("has words of all languages where nobody says which", async () => {
    expect(rowsOf((await bundleWidget()).script)).toHaveLength(Object.keys(languages).length);
  });

  test("is none that has no words", () => {
    expect(() => withLanguages(new TextEncoder().encode("alert(1)"), ["en"])).toThrow(
      "labels of 0 languages",
    );
  });
});

test("the widget's bundle has of each language what is seen at first; files have the rest", async () => {
  const packed = await import(`data:text/javascript,${encodeURIComponent(packLabels())}`);
  const files = new Map(labelFiles());
  for (const [code, labels] of Object.entries(languages)) {
    expect(packed.languages[code]).toEqual({
      placeholder: labels.placeholder,
      ask: labels.ask,
      close: labels.close,
    });
    expect(restingLabels(code).ask).toBe(labels.ask);
    const file = files.get(labelsPath(code));
    if (code === "en") expect(file).toBeUndefined();
    else expect(JSON.parse(file ?? "")).toEqual(labels);
  }
});
