import { describe, expect, test } from "vitest";
import { commonLanguage, languageOf } from "../../src/corpus/language.ts";

const english =
  "The licence of this text is told in English, and it goes on for a while before the story begins. ".repeat(
    6,
  );
const german =
  "Der Text selbst ist auf Deutsch geschrieben, und das ist an seinen Wörtern leicht zu erkennen. ".repeat(
    40,
  );
const article = (...parts: readonly ["paragraph" | "code", string][]) => {
  let text = "";
  const blocks = parts.map(([kind, part]) => {
    const start = text.length;
    text += part;
    return { kind, start, end: text.length };
  });
  return { text, blocks };
};

describe("the language of an article", () => {
  test("is that of its beginning, middle and end together", () => {
    expect(languageOf(article(["paragraph", english + german]))).toEqual({ lang: "de", isSure: true });
  });

  test("is that of its prose, not of its code", () => {
    const code = "for (const x of await fetch(url)) { console.log(x.then, x.catch) }\n".repeat(60);
    expect(languageOf(article(["code", code], ["paragraph", german.slice(0, 300)])).lang).toBe("de");
  });

  test("is not sure where little is said", () => {
    expect(languageOf(article(["paragraph", "Returns max of args."])).isSure).toBe(false);
  });

  test("is that of most others then", () => {
    const sure = (lang: string) => ({ lang, isSure: true });
    expect(commonLanguage([sure("de"), sure("en"), sure("en"), { lang: "nl", isSure: false }])).toBe("en");
    expect(commonLanguage([{ lang: "nl", isSure: false }])).toBeUndefined();
  });
});
